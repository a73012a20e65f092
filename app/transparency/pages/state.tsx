import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { phaseMeaning, phaseWord, secretariatMeaning, secretariatWord } from "~/directory/words";
import { openToAll } from "~/http/latch.server";
import { m } from "~/i18n";
import { type Definition, DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHeader, Section, Split } from "~/ui/page";
import { Source } from "~/ui/stat";
import { SampleMark } from "~/ui/tag";
import { zoneWord } from "~/ui/time";
import { href } from "~/urls";
import { connection } from "~db/client.server";
import { InstitutionLink } from "../institution-link";
import { pageMeta } from "../page-meta";
import { ReportSection } from "../report-section";
import { SeatTable } from "../seat-table";
import { InSpanish } from "../sources";
import { findState } from "../state-queries.server";
import { phaseTone, secretariatTone } from "../tones";

export async function loader({ params }: LoaderFunctionArgs) {
  openToAll();
  return { state: await findState(connection(), params.slug ?? "") };
}

type Shown = Awaited<ReturnType<typeof loader>>["state"];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.state.name, m.transparency_state_description({ name: data.state.name }))
    : pageMeta(m.portal_error404(), m.portal_error404Text());

export default function StatePage() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={state.name}
        eyebrow={m.transparency_state_eyebrow({ code: state.id })}
        lead={m.transparency_state_description({ name: state.name })}
        breadcrumbs={[
          { label: m.portal_home(), to: href("/") },
          { label: m.transparency_states_title(), to: href("/estados") },
          { label: state.name },
        ]}
      />
      <div className="section">
        <Split>
          <ReportSection
            title={m.transparency_state_secretariatHeading()}
            about={m.transparency_state_secretariatAbout()}
            reports={state.secretariats}
            unknown="unknown"
            word={secretariatWord}
            meaning={secretariatMeaning}
            tone={(status) => secretariatTone[status]}
          />
          <ReportSection
            title={m.transparency_state_phaseHeading()}
            about={m.transparency_state_phaseAbout()}
            reports={state.phases}
            unknown="unknown"
            word={phaseWord}
            meaning={phaseMeaning}
            tone={(phase) => phaseTone[phase]}
          >
            <Clue clue={state.clue} />
          </ReportSection>
        </Split>
      </div>
      <Commission state={state} />
      <Institutions institutions={state.institutions} />
      <Section title={m.transparency_state_facts()}>
        <DefinitionList items={factsOf(state)} />
        <Source>{m.transparency_state_facts_source()}</Source>
      </Section>
    </>
  );
}

function Clue({ clue }: Pick<Shown, "clue">) {
  if (!clue) return null;
  return (
    <Notice title={m.transparency_state_clueHeading()}>
      <p>{clue.text}</p>
      <p>{m.transparency_state_clueNote()}</p>
      {clue.source && (
        <p className="source">
          {m.portal_source()} <InSpanish>{clue.source}</InSpanish>
        </p>
      )}
    </Notice>
  );
}

// Most states have no seats on record: a heading over nothing would say less than the phase above does.
function Commission({ state: { seats } }: { state: Shown }) {
  if (seats.length === 0) return null;
  return (
    <Section title={m.transparency_state_seats()}>
      <SeatTable caption={m.transparency_state_seats()} seats={seats} ofBody={false} />
    </Section>
  );
}

function Institutions({ institutions }: Pick<Shown, "institutions">) {
  return (
    <Section title={m.transparency_state_institutions()}>
      {institutions.length === 0 ? (
        <p>{m.transparency_state_noInstitutions()}</p>
      ) : (
        <div className="prose">
          <ul>
            {institutions.map((institution) => (
              <li key={institution.id}>
                <InstitutionLink institution={institution} /> {institution.sample && <SampleMark />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function factsOf(state: Shown): Definition[] {
  const borders = [
    state.borderNorth ? m.transparency_state_borderNorth() : "",
    state.borderSouth ? m.transparency_state_borderSouth() : "",
  ].filter(Boolean);
  return [
    { term: m.transparency_state_officialName(), description: state.officialName },
    { term: m.transparency_state_capital(), description: state.capital },
    { term: m.transparency_state_abbreviation(), description: state.abbreviation },
    { term: m.transparency_state_code(), description: state.id },
    { term: m.transparency_state_iso(), description: state.iso },
    { term: m.transparency_state_timezone(), description: zoneWord(state.timezone) },
    ...(borders.length > 0 ? [{ term: m.transparency_state_border(), description: borders.join(", ") }] : []),
  ];
}
