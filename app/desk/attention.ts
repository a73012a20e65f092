import type { CommissionPhase, SecretariatStatus } from "~db/vocabulary";

/** What the desk knows of the work before a person: only what they may do something about. */
export interface Facts {
  /** For who keeps the directory. */
  directory?: { vacant: number; unconfirmed: number; unreported: number; heldByGone: number };
  /** For who reports on one state. */
  state?: { secretariat: SecretariatStatus; phase: CommissionPhase };
  /** For who represents an institution. */
  institution?: { vacant: number; withoutAlternate: number };
  /** For who keeps the accounts. */
  accounts?: { openInvitations: number; overInvitations: number; failedLetters: number };
}

export const matters = [
  "vacantSeats",
  "heldByGone",
  "statesUnreported",
  "votesUnconfirmed",
  "secretariatUnreported",
  "phaseUnreported",
  "ownSeatVacant",
  "ownSeatWithoutAlternate",
  "failedLetters",
  "overInvitations",
  "openInvitations",
] as const;
export type Matter = (typeof matters)[number];

const counted = ({ directory, state, institution, accounts }: Facts): Record<Matter, number | undefined> => ({
  vacantSeats: directory?.vacant,
  heldByGone: directory?.heldByGone,
  statesUnreported: directory?.unreported,
  votesUnconfirmed: directory?.unconfirmed,
  secretariatUnreported: state?.secretariat === "unknown" ? 1 : 0,
  phaseUnreported: state?.phase === "unknown" ? 1 : 0,
  ownSeatVacant: institution?.vacant,
  ownSeatWithoutAlternate: institution?.withoutAlternate,
  failedLetters: accounts?.failedLetters,
  overInvitations: accounts?.overInvitations,
  openInvitations: accounts?.openInvitations,
});

/** What needs attention, the most pressing first; nothing is listed that has nothing in it. */
export function attention(facts: Facts): { matter: Matter; count: number }[] {
  const counts = counted(facts);
  return matters.map((matter) => ({ matter, count: counts[matter] ?? 0 })).filter(({ count }) => count > 0);
}
