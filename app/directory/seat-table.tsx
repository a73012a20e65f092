import { m } from "~/i18n";
import { type Column, DataTable } from "~/ui/table";
import { SampleMark, Tag } from "~/ui/tag";
import { href, urls } from "~/urls";
import type { Holder, SeatLine } from "./seat-queries.server";
import { voteWord } from "./words";

/** Who holds a seat and through which unit: "SNDIF, por conducto de PFPNNA". */
export function seatOwner({ institution, through }: Pick<SeatLine, "institution" | "through">): string {
  if (!institution) return m.directory_noHolder();
  return through
    ? m.directory_ownerThrough({ institution: institution.short, unit: through.short })
    : institution.short;
}

/** A person on a seat. Nobody is a vacancy and is shown as one. */
export function HolderText({ holder }: { holder: Holder | null }) {
  if (!holder) return <Tag tone="error">{m.directory_seatVacant()}</Tag>;
  return (
    <>
      <span lang="es">{holder.name}</span> {holder.sample && <SampleMark />}
    </>
  );
}

// A function, since the language is the request's.
const columns = (): Column<SeatLine>[] => [
  {
    key: "seat",
    header: m.directory_seat(),
    cell: (seat) => (
      <a href={href(urls.seat, { id: seat.id })}>
        {m.directory_seatOf({ position: seat.position, owner: seatOwner(seat) })}
      </a>
    ),
  },
  {
    key: "titular",
    header: m.words_capacity_titular(),
    cell: ({ titular }) => <HolderText holder={titular} />,
  },
  {
    key: "alternates",
    header: m.directory_alternates(),
    cell: ({ alternates }) => alternates.map(({ name }) => name).join(", ") || "—",
  },
  {
    key: "vote",
    header: m.directory_vote(),
    cell: ({ vote }) => (vote === null ? m.directory_voteUnconfirmed() : voteWord(vote)),
  },
];

/** Seats with their people, vacancies shown as vacancies. */
export function SeatTable({ seats, caption }: { seats: SeatLine[]; caption: string }) {
  return (
    <DataTable caption={caption} captionHidden columns={columns()} rows={seats} rowKey={({ id }) => id} />
  );
}
