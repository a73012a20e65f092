import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { can } from "~/auth/permissions";
import { seatsOfPerson } from "~/directory/seat-queries.server";
import { SeatTable } from "~/directory/seat-table";
import { capacityWord, roleDuty, roleWord } from "~/directory/words";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { LinkButton } from "~/ui/button";
import { type Definition, DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/notice";
import { PageHeader, Prose, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { attention } from "../attention";
import { dutiesOf } from "../duties";
import { Matters } from "../matter-card";
import { factsFor, ownSeats, recentFor, standsFor } from "../queries.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = requireActor(context, "desk.read");
  const db = connection();
  const stands = await standsFor(db, actor);
  const seats = await ownSeats(db, actor);
  const { name, office, role } = actor;
  return {
    person: { name, office, role },
    stands,
    seats,
    sits: await seatsOfPerson(db, actor.personId, commissionDay(actor.now)),
    duties: dutiesOf(actor),
    matters: attention(await factsFor(db, actor, stands, seats)),
    told: await recentFor(db, actor, stands, seats),
    opensPeople: can(actor, "accounts.manage"),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.desk_home()} · ${m.portal_name()}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function HomePage() {
  const data = useLoaderData<typeof loader>();
  const { person, stands, matters, duties, told, opensPeople } = data;
  const whom = stands.institution?.name ?? stands.state?.name;
  return (
    <>
      <PageHeader
        title={m.desk_title({ name: person.name })}
        lead={whom ? m.desk_represents({ whom }) : roleDuty(person.role)}
      />
      <Section title={m.desk_attention()}>
        {matters.length > 0 ? <Matters matters={matters} stands={stands} /> : <NothingWaits />}
      </Section>
      <Section title={m.desk_whoYouAre()}>
        <WhoYouAre {...data} />
      </Section>
      <Section title={m.desk_duties()} lead={whom ? roleDuty(person.role) : undefined}>
        <Prose>
          <ul>
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={m.desk_recent()} lead={whom ? m.desk_recentOf({ whom }) : m.desk_recentOfAll()}>
        <RecordTimeline told={told} withSubject opensPeople={opensPeople} />
      </Section>
    </>
  );
}

function NothingWaits() {
  const toDirectory = (
    <LinkButton href={href(urls.directory)} tone="secondary">
      {m.desk_toDirectory()}
    </LinkButton>
  );
  return (
    <EmptyState title={m.desk_nothingWaits()} action={toDirectory}>
      {m.desk_nothingWaitsMeans()}
    </EmptyState>
  );
}

function WhoYouAre({ person, stands, seats, sits }: Pick<Data, "person" | "stands" | "seats" | "sits">) {
  const { institution, state } = stands;
  const items: Definition[] = [
    { term: m.desk_office(), description: person.office },
    { term: m.desk_role(), description: roleWord(person.role) },
  ];
  if (institution) {
    const to = href(urls.directoryInstitution, { id: institution.id });
    items.push({ term: m.desk_institution(), description: <a href={to}>{institution.name}</a> });
  }
  if (state) {
    const to = href(urls.directoryState, { slug: state.slug });
    items.push({ term: m.desk_state(), description: <a href={to}>{state.name}</a> });
  }
  for (const { id, position, body, capacity } of sits) {
    const place = m.desk_seat({ position, body: body.name });
    const description = (
      <>
        <a href={href(urls.seat, { id })}>{place}</a>, {capacityWord(capacity).toLowerCase()}
      </>
    );
    items.push({ term: m.desk_yourSeat(), description });
  }
  return (
    <>
      <DefinitionList items={items} />
      {seats.length > 0 && (
        <>
          <h3>{m.desk_institutionSeats()}</h3>
          <SeatTable seats={seats} caption={m.desk_institutionSeats()} />
        </>
      )}
    </>
  );
}
