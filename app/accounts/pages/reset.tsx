import { getFormProps, useForm } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isToken } from "~/auth/secrets.server";
import { newKey } from "~/http/idempotency.server";
import { openToAll } from "~/http/latch.server";
import { attempt } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { newPasswordForm } from "../forms";
import { NewPasswordFields } from "../new-password-fields";
import { findReset, resetPassword } from "../passwords.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  openToAll();
  const token = params.token ?? "";
  const found = isToken(token) ? await findReset(connection(), token, context.now) : undefined;
  if (!found) throw new Refusal("missing", "accounts_linkOver");
  return { key: newKey() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  openToAll();
  return attempt(request, { form: newPasswordForm, hide: ["password", "again"] }, async ({ password }) => {
    await resetPassword(connection(), params.token ?? "", password, context.now);
    return redirect(href(urls.signIn), 303);
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_reset()} · ${m.portal_name()}` }];

export default function ResetPage() {
  const { key } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, { password, again }] = useForm({
    id: "new-password",
    lastResult: unsent?.submission,
    defaultValue: { password: "", again: "" },
  });
  const fields = [
    { field: password, label: m.accounts_newPassword() },
    { field: again, label: m.accounts_passwordAgain() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_reset()} />
      <FormErrors form={form} fields={fields} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <NewPasswordFields password={password} again={again} />
        <SubmitButton>{m.accounts_resetChoose()}</SubmitButton>
      </Form>
    </>
  );
}
