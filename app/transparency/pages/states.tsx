import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { phaseWord, secretariatWord } from "~/directory/words";
import { openToAll } from "~/http/latch.server";
import { m } from "~/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader, Split } from "~/ui/page";
import { type Column, DataTable } from "~/ui/table";
import { SampleMark, Tag } from "~/ui/tag";
import { href } from "~/urls";
import { connection } from "~db/client.server";
import { pageMeta } from "../page-meta";
import { StateMap } from "../state-map";
import { type ListedState, listStates } from "../state-queries.server";
import { StateSummary } from "../state-summary";
import { mapTone, phaseTone, secretariatTone } from "../tones";

export async function loader() {
  openToAll();
  return { states: await listStates(connection()) };
}

export const meta: MetaFunction = () => pageMeta(m.transparency_states_title(), m.transparency_states_lead());

export default function StatesPage() {
  const { states } = useLoaderData<typeof loader>();
  const anySample = states.some(({ phase, secretariat }) => phase.sample || secretariat.sample);
  return (
    <>
      <PageHeader
        title={m.transparency_states_title()}
        lead={m.transparency_states_lead()}
        breadcrumbs={[{ label: m.portal_home(), to: href("/") }, { label: m.transparency_states_title() }]}
      />
      <Split>
        <StatesOnMap states={states} />
        <div className="section">
          <StateSummary states={states} />
          <Notice>
            <p>{m.transparency_states_unknownNote()}</p>
            {anySample && <p>{m.transparency_states_sampleNote()}</p>}
          </Notice>
        </div>
      </Split>
      <DataTable
        id="entidades"
        caption={m.transparency_states_caption()}
        columns={columns()}
        rows={states}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function StatesOnMap({ states }: { states: ListedState[] }) {
  return (
    <StateMap
      title={m.transparency_states_mapTitle()}
      description={m.transparency_states_mapDescription()}
      tableId="entidades"
      states={states.map(({ id, slug, name, phase }) => ({
        inegi: id,
        name,
        href: href("/estados/:slug", { slug }),
        tone: mapTone[phase.value],
        toneLabel: phaseWord(phase.value),
      }))}
    />
  );
}

const columns = (): Column<ListedState>[] => [
  {
    key: "name",
    header: m.transparency_states_name(),
    cell: ({ slug, name }) => <a href={href("/estados/:slug", { slug })}>{name}</a>,
  },
  { key: "code", header: m.transparency_states_code(), cell: ({ id }) => id },
  {
    key: "secretariat",
    header: m.transparency_states_secretariat(),
    cell: ({ secretariat: { value, sample } }) => (
      <span>
        <Tag tone={secretariatTone[value]}>{secretariatWord(value)}</Tag> {sample && <SampleMark />}
      </span>
    ),
  },
  {
    key: "phase",
    header: m.transparency_states_phase(),
    cell: ({ phase: { value, sample } }) => (
      <span>
        <Tag tone={phaseTone[value]}>{phaseWord(value)}</Tag> {sample && <SampleMark />}
      </span>
    ),
  },
];
