import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newKey } from "~/http/idempotency.server";
import { openToAll } from "~/http/latch.server";
import { safeRedirect } from "~/http/safe-redirect";
import { attempt } from "~/http/submit.server";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { doorstepOf, letIn } from "../doorstep.server";
import { signInForm } from "../forms";
import { signIn } from "../sign-in.server";

export function loader({ request, context }: LoaderFunctionArgs) {
  openToAll();
  const { searchParams } = new URL(request.url);
  const next = safeRedirect(searchParams.get("continuar"), "");
  return { key: newKey(), next, left: searchParams.has("salida"), demonstration: context.demonstration };
}

export async function action({ request, context }: ActionFunctionArgs) {
  openToAll();
  return attempt(request, { form: signInForm, hide: ["password"] }, async ({ email, password, next }) => {
    const signedIn = await signIn(connection(), { email, password }, doorstepOf(request, context));
    return letIn(signedIn, context, safeRedirect(next, href(urls.desk)));
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_signIn()} · ${m.portal_name()}` }];

export default function SignInPage() {
  const { key, next, left, demonstration } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, { email, password, next: onward }] = useForm({
    id: "sign-in",
    lastResult: unsent?.submission,
    defaultValue: { email: "", password: "", next },
  });
  const fields = [
    { field: email, label: m.accounts_email() },
    { field: password, label: m.accounts_password() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_signIn()} lead={m.accounts_signInLead()} />
      {left && <Notice tone="success">{m.accounts_leftNotice()}</Notice>}
      {next && !unsent && <Notice tone="info">{m.accounts_signInFirst()}</Notice>}
      <FormErrors form={form} fields={fields} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <input type="hidden" name="next" value={onward.initialValue ?? ""} />
        <TextField field={email} label={m.accounts_email()} type="email" autoComplete="username" required />
        <TextField
          field={password}
          label={m.accounts_password()}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton>{m.accounts_signInButton()}</SubmitButton>
      </Form>
      <p>
        <a href={href(urls.requestReset)}>{m.accounts_forgot()}</a>
      </p>
      {demonstration && <p className="hint">{m.accounts_demonstrationHint()}</p>}
    </>
  );
}
