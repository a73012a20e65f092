import { voteWord } from "~/directory/words";
import { m } from "~/i18n";
import { type Column, DataTable } from "~/ui/table";
import { DayText } from "~/ui/time";
import { InstitutionLink } from "./institution-link";
import type { PublicSeat } from "./seat-queries.server";
import { InSpanish } from "./sources";

/** Seats with who holds each; `ofBody` is false where all are of one body, which the page has named already. */
export function SeatTable({
  caption,
  seats,
  ofBody,
}: {
  caption: string;
  seats: PublicSeat[];
  ofBody: boolean;
}) {
  const columns = ofBody ? [number, body, ...rest] : [number, ...rest];
  return <DataTable caption={caption} columns={columns} rows={seats} rowKey={({ id }) => id} captionHidden />;
}

const number: Column<PublicSeat> = {
  key: "number",
  get header() {
    return m.transparency_seat();
  },
  cell: ({ position }) => m.transparency_seat_number({ position }),
};

const body: Column<PublicSeat> = {
  key: "body",
  get header() {
    return m.transparency_seat_body();
  },
  cell: ({ body: { name } }) => name,
};

const rest: Column<PublicSeat>[] = [
  {
    key: "holder",
    get header() {
      return m.transparency_seat_holder();
    },
    cell: (seat) => <Holder seat={seat} />,
  },
  {
    key: "since",
    get header() {
      return m.transparency_seat_since();
    },
    cell: ({ fromDay }) => (fromDay ? <DayText iso={fromDay} /> : m.transparency_seat_sinceUnknown()),
  },
  {
    key: "vote",
    get header() {
      return m.transparency_seat_vote();
    },
    cell: ({ vote }) => voteWord(vote),
  },
  {
    key: "source",
    get header() {
      return m.transparency_sources();
    },
    cell: ({ sources }) => <InSpanish>{sources.join("; ")}</InSpanish>,
  },
];

function Holder({ seat: { holder, through } }: { seat: PublicSeat }) {
  if (!holder) return <>{m.transparency_seat_unheld()}</>;
  return (
    <span>
      <InstitutionLink institution={holder} />
      {through && (
        <>
          {" "}
          {m.transparency_seat_through()} <InstitutionLink institution={through} />
        </>
      )}
    </span>
  );
}
