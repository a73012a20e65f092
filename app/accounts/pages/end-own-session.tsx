import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { openSessions } from "~/auth/lucia.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { endOwnSession } from "../commands.server";
import { ConfirmForm } from "../confirm-form";
import { confirmationForm } from "../forms";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "account.keep-own");
  const mine = await openSessions(connection(), actor.personId, context.now);
  const session = mine.find(({ id }) => id === params.id);
  if (!session) throw new Refusal("missing", "refusal_missing");
  return { key: newKey(), device: session.device };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "account.keep-own");
  return submit(request, connection(), {
    form: confirmationForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx) => endOwnSession(tx, actor, params.id ?? ""),
    goTo: () => `${href(urls.myAccount)}?hecho=sessionEnded`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_endSession()} · ${m.portal_name()}` }];

export default function EndOwnSessionPage() {
  const { key, device } = useLoaderData<typeof loader>();
  return (
    <ConfirmForm
      idempotencyKey={key}
      title={m.accounts_endSession()}
      button={m.accounts_endSession()}
      back={href(urls.myAccount)}
    >
      <p>{m.accounts_endSessionLead({ device })}</p>
    </ConfirmForm>
  );
}
