import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { SubmitButton } from "~/ui/button";
import { RadioGroup, SelectField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { DateField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { institutionOptions } from "../choices";
import { absorptionForm } from "../forms";
import { absorbInstitution } from "../institution-commands.server";
import { institutionCrumbs } from "../institution-crumbs";
import { institutionForForm, listInstitutions } from "../queries.server";
import { SourceField } from "../source-field";
import { Theirs } from "../theirs";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const institution = await institutionForForm(connection(), params.id);
  const others = (await listInstitutions(connection())).filter(({ id }) => id !== institution.id);
  return { key: newKey(), institution, others, today: commissionDay(context.now) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: absorptionForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, absorption) => absorbInstitution(tx, actor, id, absorption),
    goTo: () => `${href(urls.directoryInstitution, { id })}?hecho=institutionAbsorbed`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_absorb()} · ${m.portal_name()}` }];

const fates = () => [
  { value: "through", label: m.directory_seatsThrough() },
  { value: "direct", label: m.directory_seatsDirect() },
  { value: "stay", label: m.directory_seatsStay() },
];

export default function AbsorbInstitutionPage() {
  const { key, institution, others, today } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "absorb",
    lastResult: unsent?.submission,
    defaultValue: { byId: "", onDay: today, seats: "through", source: "" },
  });
  const named = [
    { field: fields.byId, label: m.directory_absorber() },
    { field: fields.onDay, label: m.directory_absorbedOn() },
    { field: fields.seats, label: m.directory_itsSeats() },
    { field: fields.source, label: m.directory_source() },
  ];
  return (
    <>
      <PageHeader
        title={m.directory_absorbTitle({ name: institution.name })}
        lead={m.directory_absorbLead()}
        breadcrumbs={institutionCrumbs(institution, m.directory_absorb())}
      />
      <Notice tone="warning">{m.directory_absorbWarning({ count: institution.seatsHeld })}</Notice>
      <FormErrors form={form} fields={named} />
      {unsent?.theirs && (
        <Theirs
          differences={[{ label: m.directory_name(), now: unsent.theirs.nameEs, mine: institution.nameEs }]}
        />
      )}
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? institution.revision}>
        <SelectField
          field={fields.byId}
          label={m.directory_absorber()}
          prompt={m.directory_choose()}
          options={institutionOptions(others)}
          required
        />
        <DateField field={fields.onDay} label={m.directory_absorbedOn()} max={today} required />
        <RadioGroup field={fields.seats} label={m.directory_itsSeats()} options={fates()} required />
        <SourceField field={fields.source} />
        <SubmitButton tone="danger">{m.directory_absorbButton()}</SubmitButton>
      </Form>
    </>
  );
}
