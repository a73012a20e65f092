import { kindWord } from "~/directory/words";
import { m } from "~/i18n";
import { DefinitionList } from "~/ui/definition-list";
import { InstitutionLink } from "./institution-link";
import type { SeatGroup } from "./queries.server";
import type { PublicSeat } from "./seat-queries.server";

/** Who sits in the Commission, by kind of institution, from the kind with most seats. */
export function Composition({ groups }: { groups: SeatGroup[] }) {
  return (
    <DefinitionList
      items={groups.map(({ kind, seats }) => ({
        term: m.transparency_home_kindSeats({
          kind: kind ? kindWord(kind) : m.transparency_seat_unheld(),
          count: seats.length,
        }),
        description: <Places seats={seats} />,
      }))}
    />
  );
}

function Places({ seats }: { seats: PublicSeat[] }) {
  return (
    <div className="prose">
      <ul>
        {seats.map((seat) => (
          <li key={seat.id}>
            <Place seat={seat} />
          </li>
        ))}
      </ul>
    </div>
  );
}

// The unit says more than the institution it belongs to: three committees hold the Senate's three seats.
function Place({ seat: { holder, through, position } }: { seat: PublicSeat }) {
  const institution = through ?? holder;
  if (!institution) return <>{m.transparency_seat_number({ position })}</>;
  return <InstitutionLink institution={institution} />;
}
