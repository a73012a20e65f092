import { phaseMeaning, phaseWord, secretariatMeaning, secretariatWord } from "~/directory/words";
import { m } from "~/i18n";
import { type Column, DataTable } from "~/ui/table";
import { Tag, type Tone } from "~/ui/tag";
import { commissionPhases, secretariatStatuses } from "~db/vocabulary";
import type { ListedState } from "./state-queries.server";
import { phaseTone, secretariatTone } from "./tones";

interface Tally {
  word: string;
  meaning: string;
  tone: Tone;
  count: number;
}

/** How many states there are in each phase, and with each kind of secretariat; every word says what it means. */
export function StateSummary({ states }: { states: ListedState[] }) {
  const phases = commissionPhases.map((phase) => ({
    word: phaseWord(phase),
    meaning: phaseMeaning(phase),
    tone: phaseTone[phase],
    count: states.filter((state) => state.phase.value === phase).length,
  }));
  const secretariats = secretariatStatuses.map((status) => ({
    word: secretariatWord(status),
    meaning: secretariatMeaning(status),
    tone: secretariatTone[status],
    count: states.filter((state) => state.secretariat.value === status).length,
  }));
  return (
    <>
      <Tallies caption={m.transparency_states_legend()} rows={phases} />
      <Tallies caption={m.transparency_state_secretariatHeading()} rows={secretariats} />
    </>
  );
}

function Tallies({ caption, rows }: { caption: string; rows: Tally[] }) {
  return <DataTable caption={caption} columns={columns()} rows={rows} rowKey={({ word }) => word} />;
}

const columns = (): Column<Tally>[] => [
  {
    key: "word",
    header: m.transparency_states_known(),
    cell: ({ word, tone }) => <Tag tone={tone}>{word}</Tag>,
  },
  { key: "meaning", header: m.transparency_states_meaning(), cell: ({ meaning }) => meaning },
  {
    key: "count",
    header: m.transparency_states_howMany(),
    cell: ({ count }) => count,
    align: "end",
  },
];
