import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { roleWord } from "~/directory/words";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import type { Role } from "~db/vocabulary";
import { changeRole } from "../commands.server";
import { roleForm } from "../forms";
import { findAccount, reachChoices } from "../queries.server";
import { ReachFields } from "../reach-fields";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  const person = await findAccount(connection(), params.id ?? "");
  if (!person) throw new Refusal("missing", "refusal_missing");
  const { name, role, institutionId, stateId, revision } = person;
  const held = { role, institutionId: institutionId ?? "", stateId: stateId ?? "" };
  return { key: newKey(), name, held, revision, choices: await reachChoices(connection()) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "accounts.manage");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: roleForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, change) => changeRole(tx, actor, id, change),
    goTo: () => `${href(urls.person, { id })}?hecho=roleChanged`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_changeRole()} · ${m.portal_name()}` }];

export default function ChangeRolePage() {
  const { key, name, held, revision, choices } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({ id: "role", lastResult: unsent?.submission, defaultValue: held });
  const named = [
    { field: fields.role, label: m.accounts_role() },
    { field: fields.institutionId, label: m.accounts_institution() },
    { field: fields.stateId, label: m.accounts_state() },
  ];
  return (
    <>
      <PageHeader title={m.accounts_changeRole()} lead={m.accounts_changeRoleLead({ name })} />
      <FormErrors form={form} fields={named} />
      {unsent?.theirs && (
        <Notice tone="warning">{m.accounts_roleNow({ role: roleWord(unsent.theirs.role as Role) })}</Notice>
      )}
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? revision}>
        <ReachFields
          role={fields.role}
          institutionId={fields.institutionId}
          stateId={fields.stateId}
          choices={choices}
        />
        <SubmitButton>{m.accounts_changeRole()}</SubmitButton>
      </Form>
    </>
  );
}
