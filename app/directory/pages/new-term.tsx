import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { CheckboxField, RadioGroup, SelectField } from "~/ui/choice-field";
import { Fieldset, Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { DateField, TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { capacities } from "~db/vocabulary";
import { beginTerm } from "../commands.server";
import { newTermForm } from "../forms";
import { seatForForm } from "../one-seat-queries.server";
import { choosablePeople } from "../queries.server";
import { seatCrumbs } from "../seat-crumbs";
import { seatOwner } from "../seat-table";
import { type TermFields, termLabels } from "../term-labels";
import { capacityWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const seat = await seatForForm(connection(), params.id, context.now);
  return { key: newKey(), seat, people: await choosablePeople(connection()) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: newTermForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, term) => beginTerm(tx, actor, id, term),
    goTo: () => `${href(urls.seat, { id })}?hecho=termBegun`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_newTerm()} · ${m.portal_name()}` }];

const blank = {
  personId: "",
  name: "",
  office: "",
  fromDay: "",
  untilDay: "",
  appointment: "",
  endFormer: "",
};

export default function NewTermPage() {
  const { key, seat, people } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "term",
    lastResult: unsent?.submission,
    defaultValue: { ...blank, capacity: seat.titular ? "alternate" : "titular" },
  });
  const named = termLabels().map(([name, label]) => ({ field: fields[name], label }));
  return (
    <>
      <PageHeader
        title={m.directory_newTerm()}
        lead={m.directory_newTermLead({ owner: seatOwner(seat) })}
        breadcrumbs={seatCrumbs(seat, m.directory_newTerm())}
      />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <RadioGroup
          field={fields.capacity}
          label={m.directory_capacity()}
          options={capacities.map((value) => ({ value, label: capacityWord(value) }))}
          required
        />
        <WhoFields fields={fields} people={people} />
        <WhenFields fields={fields} titular={seat.titular?.name} />
        <SubmitButton>{m.directory_newTermButton()}</SubmitButton>
      </Form>
    </>
  );
}

type People = ReturnType<typeof useLoaderData<typeof loader>>["people"];

function WhoFields({ fields, people }: { fields: TermFields; people: People }) {
  return (
    <Fieldset legend={m.directory_who()} hint={m.directory_whoHint()}>
      <SelectField
        field={fields.personId}
        label={m.directory_knownPerson()}
        prompt={m.directory_newPerson()}
        options={people.map(({ id, name, office }) => ({ value: id, label: `${name}, ${office}` }))}
      />
      <TextField field={fields.name} label={m.directory_name()} autoComplete="off" />
      <TextField field={fields.office} label={m.directory_office()} autoComplete="off" />
    </Fieldset>
  );
}

function WhenFields({ fields, titular }: { fields: TermFields; titular?: string }) {
  return (
    <>
      <DateField field={fields.fromDay} label={m.directory_fromDay()} required />
      <DateField field={fields.untilDay} label={m.directory_untilDay()} hint={m.directory_untilDayHint()} />
      <TextField
        field={fields.appointment}
        label={m.directory_appointment()}
        hint={m.directory_appointmentHint()}
        width="full"
        lang="es"
        required
      />
      {titular && (
        <CheckboxField
          field={fields.endFormer}
          label={m.directory_endFormer({ name: titular })}
          hint={m.directory_endFormerHint()}
        />
      )}
    </>
  );
}
