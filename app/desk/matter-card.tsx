import { m } from "~/i18n";
import { Card, CardGrid } from "~/ui/card";
import { href, urls } from "~/urls";
import type { Matter } from "./attention";
import type { Stands } from "./queries.server";

interface Words {
  title: (params: { count: number }) => string;
  /** What to do about it, and where. */
  next: () => string;
  to: (stands: Stands) => string;
}

const ownState = ({ state }: Stands) => ({ slug: state?.slug ?? "" });
const ownInstitution = ({ institution }: Stands) =>
  href(urls.directoryInstitution, { id: institution?.id ?? "" });
const directoryAt = (place: string) => () => `${href(urls.directory)}#${place}`;

const words: Record<Matter, Words> = {
  vacantSeats: { title: m.desk_vacantSeats, next: m.desk_vacantSeats_next, to: directoryAt("organos") },
  heldByGone: { title: m.desk_heldByGone, next: m.desk_heldByGone_next, to: directoryAt("organos") },
  statesUnreported: {
    title: m.desk_statesUnreported,
    next: m.desk_statesUnreported_next,
    to: directoryAt("entidades"),
  },
  votesUnconfirmed: {
    title: m.desk_votesUnconfirmed,
    next: m.desk_votesUnconfirmed_next,
    to: directoryAt("organos"),
  },
  secretariatUnreported: {
    title: m.desk_secretariatUnreported,
    next: m.desk_secretariatUnreported_next,
    to: (stands) => href(urls.reportSecretariat, ownState(stands)),
  },
  phaseUnreported: {
    title: m.desk_phaseUnreported,
    next: m.desk_phaseUnreported_next,
    to: (stands) => href(urls.reportPhase, ownState(stands)),
  },
  ownSeatVacant: { title: m.desk_ownSeatVacant, next: m.desk_ownSeatVacant_next, to: ownInstitution },
  ownSeatWithoutAlternate: {
    title: m.desk_ownSeatWithoutAlternate,
    next: m.desk_ownSeatWithoutAlternate_next,
    to: ownInstitution,
  },
  failedLetters: { title: m.desk_failedLetters, next: m.desk_failedLetters_next, to: () => href(urls.mail) },
  overInvitations: {
    title: m.desk_overInvitations,
    next: m.desk_overInvitations_next,
    to: () => href(urls.people),
  },
  openInvitations: {
    title: m.desk_openInvitations,
    next: m.desk_openInvitations_next,
    to: () => href(urls.people),
  },
};

type MattersProps = { matters: { matter: Matter; count: number }[]; stands: Stands };

/** What needs attention, each with what to do about it and a way there. */
export function Matters({ matters, stands }: MattersProps) {
  return (
    <CardGrid>
      {matters.map(({ matter, count }) => {
        const { title, next, to } = words[matter];
        return (
          <Card key={matter} title={title({ count })} href={to(stands)}>
            <p>{next()}</p>
          </Card>
        );
      })}
    </CardGrid>
  );
}
