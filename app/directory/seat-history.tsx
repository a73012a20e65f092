import { m } from "~/i18n";
import { Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { SampleMark } from "~/ui/tag";
import { DayText } from "~/ui/time";
import type { findSeat } from "./one-seat-queries.server";
import type { Holder } from "./seat-queries.server";
import { seatOwner } from "./seat-table";
import { capacityWord } from "./words";

type Seat = NonNullable<Awaited<ReturnType<typeof findSeat>>>;

const until = ({ untilDay }: { untilDay: string | null }) =>
  untilDay ? <DayText iso={untilDay} /> : m.directory_untilToday();

/** Which institutions have held a seat, and which people no longer sit on it, newest first. */
export function SeatHistory({ seat: { holdings, terms }, today }: { seat: Seat; today: string }) {
  const over = terms.filter(({ untilDay }) => untilDay !== null && untilDay < today);
  return (
    <>
      <Section title={m.directory_holdings()} lead={m.directory_holdingsLead()}>
        <DataTable
          caption={m.directory_holdings()}
          captionHidden
          rows={holdings}
          rowKey={({ id }) => id}
          columns={[
            { key: "owner", header: m.directory_heldBy(), cell: seatOwner },
            {
              key: "from",
              header: m.directory_from(),
              cell: ({ fromDay }) => (fromDay ? <DayText iso={fromDay} /> : m.directory_fromUnknown()),
            },
            { key: "until", header: m.directory_until(), cell: until },
            {
              key: "source",
              header: m.directory_source(),
              cell: ({ source }) => <span lang="es">{source}</span>,
            },
          ]}
        />
      </Section>
      {over.length > 0 && (
        <Section title={m.directory_terms()}>
          <Terms terms={over} />
        </Section>
      )}
    </>
  );
}

function Terms({ terms }: { terms: Holder[] }) {
  return (
    <DataTable
      caption={m.directory_terms()}
      captionHidden
      rows={terms}
      rowKey={({ termId }) => termId}
      columns={[
        {
          key: "name",
          header: m.directory_name(),
          cell: ({ name, sample }) => (
            <>
              <span lang="es">{name}</span> {sample && <SampleMark />}
            </>
          ),
        },
        { key: "capacity", header: m.directory_capacity(), cell: ({ capacity }) => capacityWord(capacity) },
        { key: "from", header: m.directory_from(), cell: ({ fromDay }) => <DayText iso={fromDay} /> },
        { key: "until", header: m.directory_until(), cell: until },
      ]}
    />
  );
}
