import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { PageHeader, Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { DataTable } from "~/ui/table";
import { SampleMark } from "~/ui/tag";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { listBodies, listInstitutions } from "../queries.server";
import { PhaseTag, SecretariatTag } from "../report-tags";
import { listStates } from "../state-queries.server";
import { bodyKindWord, kindWord } from "../words";

export async function loader({ context }: LoaderFunctionArgs) {
  requireActor(context, "directory.read");
  const db = connection();
  const bodies = await listBodies(db, commissionDay(context.now));
  const states = await listStates(db);
  return {
    // The states' commissions are reached through their states.
    bodies: bodies.filter(({ stateId }) => stateId === null),
    states,
    institutions: (await listInstitutions(db)).filter(({ stateId }) => stateId === null),
    unreported: states.filter(({ secretariat, phase }) => secretariat === "unknown" || phase === "unknown")
      .length,
  };
}

export const meta: MetaFunction = () => [{ title: `${m.directory_title()} · ${m.portal_name()}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DirectoryPage() {
  const { bodies, states, institutions, unreported } = useLoaderData<typeof loader>();
  const sum = (of: (body: Data["bodies"][number]) => number) =>
    bodies.reduce((total, body) => total + of(body), 0);
  return (
    <>
      <PageHeader title={m.directory_title()} lead={m.directory_lead()} />
      <StatGroup>
        <Stat figure={sum(({ seats }) => seats)} label={m.directory_seats()} />
        <Stat
          figure={sum(({ vacant }) => vacant)}
          label={m.directory_vacantSeats()}
          note={m.directory_vacantMeans()}
        />
        <Stat figure={sum(({ unconfirmed }) => unconfirmed)} label={m.directory_unconfirmedVotes()} />
        <Stat figure={unreported} label={m.directory_statesUnreported()} />
      </StatGroup>
      <Section title={m.directory_bodies()} id="organos">
        <Bodies bodies={bodies} />
      </Section>
      <Section title={m.directory_states()} id="entidades" lead={m.directory_statesLead()}>
        <States states={states} />
      </Section>
      <Section title={m.directory_institutions()} id="instituciones" lead={m.directory_institutionsLead()}>
        <Institutions institutions={institutions} />
      </Section>
    </>
  );
}

function Bodies({ bodies }: Pick<Data, "bodies">) {
  return (
    <DataTable
      caption={m.directory_bodies()}
      captionHidden
      rows={bodies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: m.directory_body(),
          cell: ({ id, name }) => <a href={href(urls.body, { id })}>{name}</a>,
        },
        { key: "kind", header: m.directory_kind(), cell: ({ kind }) => bodyKindWord(kind) },
        { key: "seats", header: m.directory_seats(), cell: ({ seats }) => seats, align: "end" },
        { key: "vacant", header: m.directory_vacantSeats(), cell: ({ vacant }) => vacant, align: "end" },
      ]}
    />
  );
}

function States({ states }: Pick<Data, "states">) {
  return (
    <DataTable
      caption={m.directory_states()}
      captionHidden
      rows={states}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: m.directory_state(),
          cell: ({ slug, name }) => <a href={href(urls.directoryState, { slug })}>{name}</a>,
        },
        {
          key: "secretariat",
          header: m.directory_secretariat(),
          cell: ({ secretariat }) => <SecretariatTag status={secretariat} />,
        },
        { key: "phase", header: m.directory_phase(), cell: ({ phase }) => <PhaseTag phase={phase} /> },
      ]}
    />
  );
}

function Institutions({ institutions }: Pick<Data, "institutions">) {
  return (
    <DataTable
      caption={m.directory_institutions()}
      captionHidden
      rows={institutions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: m.directory_institution(),
          cell: ({ id, name, sample }) => (
            <>
              <a href={href(urls.directoryInstitution, { id })}>{name}</a> {sample && <SampleMark />}
            </>
          ),
        },
        { key: "acronym", header: m.directory_acronym(), cell: ({ acronym }) => acronym ?? "—" },
        { key: "kind", header: m.directory_kind(), cell: ({ kind }) => kindWord(kind) },
        { key: "parent", header: m.directory_partOf(), cell: ({ parent }) => parent?.short ?? "—" },
      ]}
    />
  );
}
