import { getFormProps, useForm } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { attempt } from "~/http/submit.server";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { passwordChangeForm } from "../forms";
import { NewPasswordFields } from "../new-password-fields";
import { changePassword } from "../passwords.server";

export function loader({ context }: LoaderFunctionArgs) {
  requireActor(context, "account.keep-own");
  return { key: newKey() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, "account.keep-own");
  const hide = ["current", "password", "again"];
  return attempt(request, { form: passwordChangeForm, hide }, async (change) => {
    await changePassword(connection(), actor, context.visitor?.sessionId ?? "", change);
    return redirect(`${href(urls.myAccount)}?hecho=passwordChanged`, 303);
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_changePassword()} · ${m.portal_name()}` }];

export default function ChangePasswordPage() {
  const { key } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, { current, password, again }] = useForm({
    id: "change-password",
    lastResult: unsent?.submission,
    defaultValue: { current: "", password: "", again: "" },
  });
  const fields = [
    { field: current, label: m.accounts_currentPassword() },
    { field: password, label: m.accounts_newPassword() },
    { field: again, label: m.accounts_passwordAgain() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_changePassword()} lead={m.accounts_changePasswordLead()} />
      <FormErrors form={form} fields={fields} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <TextField
          field={current}
          label={m.accounts_currentPassword()}
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordFields password={password} again={again} />
        <SubmitButton>{m.accounts_changePassword()}</SubmitButton>
      </Form>
    </>
  );
}
