import { m } from "~/i18n";
import { EmptyState } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { SampleMark, Tag } from "~/ui/tag";
import { DayText } from "~/ui/time";
import { href, urls } from "~/urls";
import type { Holder } from "./seat-queries.server";
import { capacityWord } from "./words";

type Props = { seat: { id: string; terms: Holder[] }; today: string; mayKeep: boolean };

/** People whose term is in force or still to come. Those who left are in the seat's history. */
export function PeopleOnSeat({ seat, today, mayKeep }: Props) {
  const standing = seat.terms
    .filter(({ untilDay }) => untilDay === null || untilDay >= today)
    .sort((a, b) => b.capacity.localeCompare(a.capacity) || a.fromDay.localeCompare(b.fromDay));
  const endLink = ({ termId }: Holder) => (
    <a href={href(urls.endSeatTerm, { id: seat.id, termId })}>{m.directory_endTerm()}</a>
  );
  return (
    <Section title={m.directory_people()}>
      <DataTable
        caption={m.directory_people()}
        captionHidden
        rows={standing}
        rowKey={({ termId }) => termId}
        empty={<EmptyState title={m.directory_nobody()} />}
        columns={[
          { key: "name", header: m.directory_name(), cell: (holder) => <Person holder={holder} /> },
          { key: "capacity", header: m.directory_capacity(), cell: ({ capacity }) => capacityWord(capacity) },
          {
            key: "from",
            header: m.directory_from(),
            cell: (holder) => <Since holder={holder} today={today} />,
          },
          {
            key: "until",
            header: m.directory_until(),
            cell: ({ untilDay }) => (untilDay ? <DayText iso={untilDay} /> : "—"),
          },
          {
            key: "by",
            header: m.directory_appointment(),
            cell: ({ appointment }) => <span lang="es">{appointment}</span>,
          },
          ...(mayKeep ? [{ key: "end", header: m.directory_act(), cell: endLink }] : []),
        ]}
      />
    </Section>
  );
}

function Person({ holder: { name, office, sample } }: { holder: Holder }) {
  return (
    <>
      <span lang="es">
        {name}, {office}
      </span>{" "}
      {sample && <SampleMark />}
    </>
  );
}

function Since({ holder: { fromDay }, today }: { holder: Holder; today: string }) {
  return (
    <>
      <DayText iso={fromDay} /> {fromDay > today && <Tag tone="info">{m.directory_toCome()}</Tag>}
    </>
  );
}
