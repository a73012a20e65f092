import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { openToAll } from "~/http/latch.server";
import { refusalText } from "~/http/refusal-text.server";
import { safeRedirect } from "~/http/safe-redirect";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, inPath, urls } from "~/urls";
import { connection } from "~db/client.server";
import { doorstepOf, letIn } from "../doorstep.server";
import { signIn } from "../sign-in.server";

/* Names with an underscore are this page's; `submit` leaves them out of the form that is sent on. */
const OURS = new Set(["_email", "_password", "_to"]);

interface Typed {
  id: string;
  name: string;
  value: string;
}

/**
 * A form arrived and its session had ended. Asks for the password in place, keeping what was typed as hidden fields;
 * then 307 makes the browser send the same form to where it was going. Works without JavaScript.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  openToAll();
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed: Typed[] = [];
  for (const [name, value] of form)
    if (!OURS.has(name) && typeof value === "string") typed.push({ id: `kept-${typed.length}`, name, value });
  const arrivedHere = context.wanted.startsWith(inPath(urls.signInAgain, context.language));
  const to = safeRedirect(arrivedHere ? text("_to") : context.wanted, href(urls.desk));
  const ask = (error: string | null) => data({ to, typed, email: text("_email"), error }, { status: 401 });
  if (!form.has("_password")) return ask(null);
  try {
    const who = { email: text("_email").trim().toLowerCase(), password: text("_password") };
    return letIn(await signIn(connection(), who, doorstepOf(request, context)), context, to, 307);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return ask(refusalText(refusal));
  }
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_again()} · ${m.portal_name()}` }];

export default function SignInAgainPage() {
  const asked = useActionData<typeof action>();
  if (!asked) return null;
  const { to, typed, email, error } = asked;
  return (
    <>
      <PageHeader title={m.accounts_again()} lead={m.accounts_againLead()} />
      <Notice tone="info">{m.accounts_againKept()}</Notice>
      <ErrorSummary
        errors={error ? [{ fieldId: "again-password", label: m.accounts_password(), message: error }] : []}
      />
      <form method="post" action={href(urls.signInAgain)} noValidate className="form">
        <input type="hidden" name="_to" value={to} />
        {typed.map(({ id, name, value }) => (
          <input key={id} type="hidden" name={name} value={value} />
        ))}
        <TextField
          field={{ id: "again-email", name: "_email", initialValue: email }}
          label={m.accounts_email()}
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          field={{ id: "again-password", name: "_password", errors: error ? [error] : undefined }}
          label={m.accounts_password()}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton>{m.accounts_againButton()}</SubmitButton>
      </form>
    </>
  );
}
