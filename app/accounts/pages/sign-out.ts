import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { noSessionCookie } from "~/auth/cookies.server";
import { requireActor } from "~/auth/current-user.server";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { signOut } from "../commands.server";

/** Ends the session and what the browser keeps of it. */
export async function action({ context }: ActionFunctionArgs) {
  const actor = requireActor(context, "account.keep-own");
  await signOut(connection(), actor, context.visitor?.sessionId ?? "");
  return redirect(`${href(urls.signIn)}?salida=1`, {
    status: 303,
    headers: { "Set-Cookie": noSessionCookie(context.secure), "Clear-Site-Data": '"cache", "storage"' },
  });
}
