import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { TextArea } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { setSeatVote } from "../commands.server";
import { seatVoteForm } from "../forms";
import { seatForForm } from "../one-seat-queries.server";
import { seatCrumbs } from "../seat-crumbs";
import { Theirs } from "../theirs";
import { voteWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.keep");
  return { key: newKey(), seat: await seatForForm(connection(), params.id, context.now) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.keep");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: seatVoteForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, vote) => setSeatVote(tx, actor, id, vote),
    goTo: () => `${href(urls.seat, { id })}?hecho=seatVote`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_setVote()} · ${m.portal_name()}` }];

const choices = () => [
  { value: "votes", label: voteWord(true) },
  { value: "voice-only", label: voteWord(false) },
  { value: "unconfirmed", label: m.directory_voteTakeBack(), hint: m.directory_voteTakeBackHint() },
];

export default function SeatVotePage() {
  const { key, seat } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const present = seat.vote === null ? "unconfirmed" : seat.vote ? "votes" : "voice-only";
  const [form, fields] = useForm({
    id: "vote",
    lastResult: unsent?.submission,
    defaultValue: { vote: present, reason: "" },
  });
  const named = [
    { field: fields.vote, label: m.directory_vote() },
    { field: fields.reason, label: m.directory_voteReason() },
  ];
  const mine = choices().find(({ value }) => value === fields.vote.initialValue)?.label;
  return (
    <>
      <PageHeader
        title={m.directory_setVote()}
        lead={m.directory_setVoteLead()}
        breadcrumbs={seatCrumbs(seat, m.directory_vote())}
      />
      <FormErrors form={form} fields={named} />
      {unsent?.theirs && (
        <Theirs differences={[{ label: m.directory_vote(), now: unsent.theirs.vote, mine }]} />
      )}
      <Form {...getFormProps(form)} idempotencyKey={key} revision={unsent?.revision ?? seat.revision}>
        <RadioGroup field={fields.vote} label={m.directory_vote()} options={choices()} required />
        <TextArea
          field={fields.reason}
          label={m.directory_voteReason()}
          hint={m.directory_voteReasonHint()}
          maxLength={1000}
          required
        />
        <SubmitButton>{m.directory_save()}</SubmitButton>
      </Form>
    </>
  );
}
