import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { timelineOf } from "~/audit/queries.server";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { can } from "~/auth/permissions";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import { LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { findSeat } from "../one-seat-queries.server";
import { SeatHistory } from "../seat-history";
import { PeopleOnSeat } from "../seat-people";
import { seatOwner } from "../seat-table";
import { Sources } from "../sources";
import { VoteTag } from "../vote-tag";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "directory.read");
  const today = commissionDay(context.now);
  const seat = await findSeat(connection(), params.id ?? "", today);
  if (!seat) throw new Refusal("missing", "refusal_missing");
  const mayKeep = can(actor, "directory.keep");
  return { seat, today, mayKeep, told: await timelineOf(connection(), "seat", seat.id) };
}

const titleOf = (seat: Parameters<typeof seatOwner>[0] & { position: number }) =>
  m.directory_seatOf({ position: seat.position, owner: seatOwner(seat) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? titleOf(data.seat) : m.directory_seat()} · ${m.portal_name()}` },
];

export default function SeatPage() {
  const { seat, today, mayKeep, told } = useLoaderData<typeof loader>();
  const { id, body } = seat;
  return (
    <>
      <PageHeader
        title={titleOf(seat)}
        eyebrow={body.name}
        breadcrumbs={[
          { label: m.directory_title(), to: href(urls.directory) },
          { label: body.short, to: href(urls.body, { id: body.id }) },
          { label: m.directory_seatNumber({ position: seat.position }) },
        ]}
        actions={
          mayKeep && <LinkButton href={href(urls.newSeatTerm, { id })}>{m.directory_newTerm()}</LinkButton>
        }
      />
      {!seat.titular && (
        <Notice tone="warning" title={m.directory_seatVacant()}>
          {mayKeep ? m.directory_vacantKeep() : m.directory_vacantRead()}
        </Notice>
      )}
      <PeopleOnSeat seat={seat} today={today} mayKeep={mayKeep} />
      <Section title={m.directory_facts()} actions={mayKeep && <SeatActs id={id} />}>
        <SeatFacts seat={seat} />
      </Section>
      <SeatHistory seat={seat} today={today} />
      <Section title={m.directory_sources()}>
        <Sources sources={seat.sources} />
      </Section>
      <Section title={m.directory_history()} lead={m.directory_historyLead()}>
        <RecordTimeline told={told} />
      </Section>
    </>
  );
}

function SeatActs({ id }: { id: string }) {
  return (
    <>
      <LinkButton href={href(urls.seatVote, { id })} tone="secondary">
        {m.directory_setVote()}
      </LinkButton>
      <LinkButton href={href(urls.seatHolding, { id })} tone="secondary">
        {m.directory_passSeat()}
      </LinkButton>
    </>
  );
}

function SeatFacts({ seat }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "seat">) {
  const link = (of: { id: string; name: string } | null) =>
    of ? <a href={href(urls.directoryInstitution, { id: of.id })}>{of.name}</a> : m.directory_noHolder();
  return (
    <DefinitionList
      items={[
        { term: m.directory_heldBy(), description: link(seat.institution) },
        ...(seat.through ? [{ term: m.directory_through(), description: link(seat.through) }] : []),
        { term: m.directory_vote(), description: <VoteTag vote={seat.vote} /> },
      ]}
    />
  );
}
