import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { DateField } from "~/ui/text-field";
import { DayText } from "~/ui/time";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { endTerm } from "../commands.server";
import { endTermForm } from "../forms";
import { seatForForm } from "../one-seat-queries.server";
import { seatCrumbs } from "../seat-crumbs";
import { Theirs } from "../theirs";
import { capacityWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  const seat = await seatForForm(connection(), params.id, context.now);
  const term = seat.terms.find(({ termId }) => termId === params.termId);
  if (!term) throw new Refusal("missing", "refusal_missing");
  return { key: newKey(), seat, term, today: commissionDay(context.now) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const { id = "", termId = "" } = params;
  return submit(request, connection(), {
    form: endTermForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, end) => endTerm(tx, actor, id, termId, end),
    goTo: () => `${href(urls.seat, { id })}?hecho=termEnded`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_endTerm()} · ${m.portal_name()}` }];

export default function EndTermPage() {
  const { key, seat, term, today } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, { untilDay }] = useForm({
    id: "end-term",
    lastResult: unsent?.submission,
    defaultValue: { untilDay: today },
  });
  const label = m.directory_lastDay();
  return (
    <>
      <PageHeader
        title={m.directory_endTerm()}
        lead={m.directory_endTermLead()}
        breadcrumbs={seatCrumbs(seat, m.directory_endTerm())}
      />
      <FormErrors form={form} fields={[{ field: untilDay, label }]} />
      {unsent?.theirs && (
        <Theirs differences={[{ label, now: unsent.theirs.untilDay, mine: untilDay.initialValue }]} />
      )}
      <DefinitionList
        items={[
          { term: m.directory_name(), description: `${term.name}, ${term.office}` },
          { term: m.directory_capacity(), description: capacityWord(term.capacity) },
          { term: m.directory_from(), description: <DayText iso={term.fromDay} /> },
        ]}
      />
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? term.revision}>
        <DateField field={untilDay} label={label} hint={m.directory_lastDayHint()} required />
        <SubmitButton tone="danger">{m.directory_endTermButton()}</SubmitButton>
      </Form>
    </>
  );
}
