import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit, submitAndShow } from "~/http/submit.server";
import { m } from "~/i18n";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection, type Db } from "~db/client.server";
import { type Invitation, invitationForm } from "../forms";
import { invitationLink, invitePerson } from "../invitations.server";
import { reachChoices } from "../queries.server";
import { ReachFields } from "../reach-fields";

export async function loader({ context }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  return { key: newKey(), choices: await reachChoices(connection()) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, "accounts.manage");
  const { origin, sendsMail, demonstration } = context;
  const sending = {
    form: invitationForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx: Db, invitation: Invitation) => invitePerson(tx, actor, invitation, origin),
    goTo: () => `${href(urls.people)}?hecho=${sendsMail ? "invited" : "invitedHere"}`,
  };
  // Where no letter leaves, whoever invites gets the link to hand over: this once.
  if (sendsMail || demonstration) return submit(request, connection(), sending);
  const show = ({ token }: { token: string }) => invitationLink(origin, token);
  return submitAndShow(request, connection(), { ...sending, show });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_invite()} · ${m.portal_name()}` }];

export default function InvitePage() {
  const { key, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const unsent = answer && "submission" in answer ? answer : undefined;
  const [form, fields] = useForm({
    id: "invite",
    lastResult: unsent?.submission,
    defaultValue: { email: "", name: "", office: "", role: "", institutionId: "", stateId: "" },
  });
  if (answer && "shown" in answer) return <ShownOnce link={answer.shown} />;
  const named = [
    { field: fields.name, label: m.accounts_name() },
    { field: fields.office, label: m.accounts_office() },
    { field: fields.email, label: m.accounts_email() },
    { field: fields.role, label: m.accounts_role() },
    { field: fields.institutionId, label: m.accounts_institution() },
    { field: fields.stateId, label: m.accounts_state() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_invite()} lead={m.accounts_inviteLead()} />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <TextField field={fields.name} label={m.accounts_name()} hint={m.accounts_nameHint()} required />
        <TextField field={fields.office} label={m.accounts_office()} required />
        <TextField field={fields.email} label={m.accounts_email()} type="email" required />
        <ReachFields
          role={fields.role}
          institutionId={fields.institutionId}
          stateId={fields.stateId}
          choices={choices}
        />
        <SubmitButton>{m.accounts_inviteButton()}</SubmitButton>
      </Form>
    </>
  );
}

function ShownOnce({ link }: { link: string }) {
  return (
    <>
      <PageHeader title={m.accounts_invited()} />
      <Notice tone="warning" title={m.accounts_linkOnce()}>
        <p>{m.accounts_linkOnceLead()}</p>
        <p>
          <code>{link}</code>
        </p>
      </Notice>
      <LinkButton href={href(urls.people)}>{m.accounts_people()}</LinkButton>
    </>
  );
}
