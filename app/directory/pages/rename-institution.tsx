import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { DateField, TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { renameForm } from "../forms";
import { renameInstitution } from "../institution-commands.server";
import { institutionCrumbs } from "../institution-crumbs";
import { institutionForForm } from "../queries.server";
import { SourceField } from "../source-field";
import { Theirs } from "../theirs";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const institution = await institutionForForm(connection(), params.id);
  return { key: newKey(), institution, today: commissionDay(context.now) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: renameForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, renaming) => renameInstitution(tx, actor, id, renaming),
    goTo: () => `${href(urls.directoryInstitution, { id })}?hecho=institutionRenamed`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_rename()} · ${m.portal_name()}` }];

export default function RenameInstitutionPage() {
  const { key, institution, today } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const { nameEs, nameEn, acronym } = institution;
  const [form, fields] = useForm({
    id: "rename",
    lastResult: unsent?.submission,
    defaultValue: { nameEs, nameEn, acronym: acronym ?? "", until: "", source: "" },
  });
  const naming = [
    { field: fields.nameEs, label: m.directory_nameEs() },
    { field: fields.nameEn, label: m.directory_nameEn() },
    { field: fields.acronym, label: m.directory_acronym() },
  ];
  const named = [
    ...naming,
    { field: fields.until, label: m.directory_formerNameUntil() },
    { field: fields.source, label: m.directory_source() },
  ];
  const theirs = unsent?.theirs;
  return (
    <>
      <PageHeader
        title={m.directory_rename()}
        lead={m.directory_renameLead()}
        breadcrumbs={institutionCrumbs(institution, m.directory_rename())}
      />
      <FormErrors form={form} fields={named} />
      {theirs && (
        <Theirs
          differences={naming.map(({ field, label }) => ({
            label,
            now: theirs[field.name],
            mine: field.initialValue,
          }))}
        />
      )}
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? institution.revision}>
        <TextField field={fields.nameEs} label={m.directory_nameEs()} width="full" lang="es" required />
        <TextField field={fields.nameEn} label={m.directory_nameEn()} width="full" lang="en" required />
        <TextField field={fields.acronym} label={m.directory_acronym()} width="short" />
        <DateField field={fields.until} label={m.directory_formerNameUntil()} max={today} required />
        <SourceField field={fields.source} />
        <SubmitButton>{m.directory_renameButton()}</SubmitButton>
      </Form>
    </>
  );
}
