import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isToken, tokenHash } from "~/auth/secrets.server";
import { roleWord } from "~/directory/words";
import { newKey } from "~/http/idempotency.server";
import { openToAll } from "~/http/latch.server";
import { attempt } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { doorstepOf, letIn } from "../doorstep.server";
import { acceptanceForm, firstAcceptanceForm } from "../forms";
import { acceptInvitation } from "../invitations.server";
import { NewPasswordFields } from "../new-password-fields";
import { findInvitation } from "../queries.server";

async function invitationBehind(token: string, now: Date) {
  const found = isToken(token) ? await findInvitation(connection(), tokenHash(token), now) : undefined;
  if (!found) throw new Refusal("missing", "accounts_linkOver");
  return found;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  openToAll();
  const { name, office, email, role, invitedById } = await invitationBehind(params.token ?? "", context.now);
  return { key: newKey(), name, office, role, email: invitedById ? email : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  openToAll();
  const token = params.token ?? "";
  const { invitedById } = await invitationBehind(token, context.now);
  const form = invitedById ? acceptanceForm : firstAcceptanceForm;
  return attempt(request, { form, hide: ["password", "again"] }, async (acceptance) => {
    const signedIn = await acceptInvitation(connection(), token, acceptance, doorstepOf(request, context));
    return letIn(signedIn, context, href(urls.desk));
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_accept()} · ${m.portal_name()}` }];

export default function AcceptInvitationPage() {
  const { key, name, office, role, email } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "accept",
    lastResult: unsent?.submission,
    defaultValue: { email: "", name: email ? name : "", office, password: "", again: "" },
  });
  const named = [
    { field: fields.email, label: m.accounts_email() },
    { field: fields.name, label: m.accounts_name() },
    { field: fields.office, label: m.accounts_office() },
    { field: fields.password, label: m.accounts_newPassword() },
    { field: fields.again, label: m.accounts_passwordAgain() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_accept()} lead={m.accounts_acceptLead({ role: roleWord(role) })} />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        {email ? (
          <p>{m.accounts_acceptEmail({ email })}</p>
        ) : (
          <TextField
            field={fields.email}
            label={m.accounts_email()}
            type="email"
            autoComplete="username"
            required
          />
        )}
        <TextField field={fields.name} label={m.accounts_name()} autoComplete="name" required />
        <TextField
          field={fields.office}
          label={m.accounts_office()}
          autoComplete="organization-title"
          required
        />
        <NewPasswordFields password={fields.password} again={fields.again} />
        <SubmitButton>{m.accounts_acceptButton()}</SubmitButton>
      </Form>
    </>
  );
}
