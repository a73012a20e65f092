import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { locale, m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { SelectField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import type { Level } from "~db/vocabulary";
import { stateInstitutionForm } from "../forms";
import { stateCrumbs } from "../report-fields";
import { SourceField } from "../source-field";
import { addStateInstitution } from "../state-commands.server";
import { findStateRow } from "../state-queries.server";
import { templateIds, templates } from "../templates";
import { levelWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const state = await findStateRow(connection(), params.slug ?? "");
  if (!state) throw new Refusal("missing", "refusal_missing");
  return { key: newKey(), state: { slug: state.slug, name: state.name } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  return submit(request, connection(), {
    form: stateInstitutionForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, institution) => addStateInstitution(tx, actor, params.slug ?? "", institution),
    goTo: (id) => `${href(urls.directoryInstitution, { id })}?hecho=institutionAdded`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_addInstitution()} · ${m.portal_name()}` }];

const group = (level: Level) => ({
  label: levelWord(level),
  options: templateIds
    .filter((id) => templates[id].level === level)
    .map((value) => ({
      value,
      label: locale() === "es" ? templates[value].nameEs : templates[value].nameEn,
    })),
});

export default function AddStateInstitutionPage() {
  const { key, state } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "institution",
    lastResult: unsent?.submission,
    defaultValue: { template: "", municipality: "", source: "" },
  });
  const named = [
    { field: fields.template, label: m.directory_template() },
    { field: fields.municipality, label: m.directory_municipality() },
    { field: fields.source, label: m.directory_source() },
  ];
  return (
    <>
      <PageHeader
        title={m.directory_addInstitution()}
        eyebrow={state.name}
        lead={m.directory_addInstitutionLead()}
        breadcrumbs={stateCrumbs(state, m.directory_addInstitution())}
      />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <SelectField
          field={fields.template}
          label={m.directory_template()}
          prompt={m.directory_choose()}
          options={[group("state"), group("municipal")]}
          required
        />
        <TextField
          field={fields.municipality}
          label={m.directory_municipality()}
          hint={m.directory_municipalityHint()}
        />
        <SourceField field={fields.source} />
        <SubmitButton>{m.directory_addInstitutionButton()}</SubmitButton>
      </Form>
    </>
  );
}
