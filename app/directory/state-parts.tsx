import { locale, m } from "~/i18n";
import { Notice } from "~/ui/notice";
import { DataTable } from "~/ui/table";
import { SampleMark } from "~/ui/tag";
import { DayText } from "~/ui/time";
import { href, urls } from "~/urls";
import type { findState } from "./state-queries.server";
import { levelWord } from "./words";

type State = NonNullable<Awaited<ReturnType<typeof findState>>>;

interface ReportLine {
  id: string;
  said: string;
  sinceDay: string | null;
  source: string;
  at: string;
  by: string;
  sample: boolean;
}

/** What was reported, newest first: what, since when, from which source, by whom. Nothing when nobody reported. */
export function Reports({ caption, reports }: { caption: string; reports: ReportLine[] }) {
  if (reports.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "said",
          header: m.directory_reported(),
          cell: ({ said, sample }) => (
            <>
              {said} {sample && <SampleMark />}
            </>
          ),
        },
        {
          key: "since",
          header: m.directory_since(),
          cell: ({ sinceDay }) => (sinceDay ? <DayText iso={sinceDay} /> : "—"),
        },
        {
          key: "source",
          header: m.directory_source(),
          cell: ({ source }) => <span lang="es">{source}</span>,
        },
        { key: "by", header: m.directory_reportedBy(), cell: ({ by }) => <span lang="es">{by}</span> },
        { key: "at", header: m.directory_reportedOn(), cell: ({ at }) => <DayText iso={at} /> },
      ]}
    />
  );
}

/** What a public source hints about a state's commission. It is no report and changes no phase. */
export function Clue({ state }: { state: Pick<State, "clueEs" | "clueEn" | "clueSource"> }) {
  const clue = locale() === "es" ? state.clueEs : state.clueEn;
  if (!clue) return null;
  return (
    <Notice title={m.directory_clue()}>
      <p>{clue}</p>
      <p className="source">
        {m.portal_source()} <span lang="es">{state.clueSource}</span>
      </p>
    </Notice>
  );
}

export function StateBodies({ bodies }: Pick<State, "bodies">) {
  if (bodies.length === 0) return null;
  return (
    <ul>
      {bodies.map(({ id, name }) => (
        <li key={id}>
          <a href={href(urls.body, { id })}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

export function StateInstitutions({ institutions }: Pick<State, "institutions">) {
  return (
    <DataTable
      caption={m.directory_stateInstitutions()}
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
        { key: "level", header: m.directory_level(), cell: ({ level }) => levelWord(level) },
      ]}
    />
  );
}
