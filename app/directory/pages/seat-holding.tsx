import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { SubmitButton } from "~/ui/button";
import { SelectField } from "~/ui/choice-field";
import type { FieldData } from "~/ui/field";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { DateField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { institutionOptions, unitOptions } from "../choices";
import { passSeat } from "../commands.server";
import { seatHoldingForm } from "../forms";
import { seatForForm } from "../one-seat-queries.server";
import { listInstitutions } from "../queries.server";
import { seatCrumbs } from "../seat-crumbs";
import { seatOwner } from "../seat-table";
import { SourceField } from "../source-field";
import { Theirs } from "../theirs";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const seat = await seatForForm(connection(), params.id, context.now);
  const institutions = await listInstitutions(connection());
  return { key: newKey(), seat, institutions, today: commissionDay(context.now) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: seatHoldingForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, passing) => passSeat(tx, actor, id, passing),
    goTo: () => `${href(urls.seat, { id })}?hecho=seatPassed`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_passSeat()} · ${m.portal_name()}` }];

const labels = () => ({
  institutionId: m.directory_institution(),
  throughId: m.directory_through(),
  fromDay: m.directory_fromDay(),
  source: m.directory_source(),
});

export default function SeatHoldingPage() {
  const { key, seat, institutions, today } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "holding",
    lastResult: unsent?.submission,
    defaultValue: { institutionId: "", throughId: "", fromDay: today, source: "" },
  });
  const say = labels();
  const { institutionId, throughId, fromDay, source } = fields;
  const named = [institutionId, throughId, fromDay, source].map((field) => ({
    field,
    label: say[field.name as keyof typeof say],
  }));
  const mine = institutions.find(({ id }) => id === institutionId.initialValue)?.name;
  return (
    <>
      <PageHeader
        title={m.directory_passSeat()}
        lead={m.directory_passSeatLead({ owner: seatOwner(seat) })}
        breadcrumbs={seatCrumbs(seat, m.directory_passSeat())}
      />
      <FormErrors form={form} fields={named} />
      {unsent?.theirs && (
        <Theirs differences={[{ label: say.institutionId, now: unsent.theirs.institutionId, mine }]} />
      )}
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? seat.revision}>
        <HoldingFields fields={fields} institutions={institutions} today={today} />
        <SubmitButton>{m.directory_passSeatButton()}</SubmitButton>
      </Form>
    </>
  );
}

type Fields = Record<"institutionId" | "throughId" | "fromDay" | "source", FieldData>;
type HoldingFieldsProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "institutions" | "today"> & {
  fields: Fields;
};

function HoldingFields({ fields, institutions, today }: HoldingFieldsProps) {
  const say = labels();
  return (
    <>
      <SelectField
        field={fields.institutionId}
        label={say.institutionId}
        prompt={m.directory_choose()}
        options={institutionOptions(institutions)}
        required
      />
      <SelectField
        field={fields.throughId}
        label={say.throughId}
        hint={m.directory_throughHint()}
        prompt={m.directory_noUnit()}
        options={unitOptions(institutions)}
      />
      <DateField
        field={fields.fromDay}
        label={say.fromDay}
        hint={m.directory_fromDayHint()}
        max={today}
        required
      />
      <SourceField field={fields.source} />
    </>
  );
}
