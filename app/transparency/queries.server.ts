import { eq } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { publishedInstitutions } from "~db/published";
import { type InstitutionKind, institutionKinds } from "~db/vocabulary";
import { commissionSeats, findVoteRule, type PublicSeat } from "./seat-queries.server";
import { listStates } from "./state-queries.server";

/** The seats of one kind of institution; `kind` is null for seats that nobody holds at present. */
export interface SeatGroup {
  kind: InstitutionKind | null;
  seats: PublicSeat[];
}

function byKind(seats: PublicSeat[]): SeatGroup[] {
  return [...institutionKinds, null]
    .map((kind) => ({ kind, seats: seats.filter(({ holder }) => (holder?.kind ?? null) === kind) }))
    .filter((group) => group.seats.length > 0)
    .sort((a, b) => b.seats.length - a.seats.length);
}

/**
 * What the home page counts: the Commission's seats and who holds them, the institutions, the states; and whether
 * made-up rows are among what it counts.
 */
export async function readHome(db: Db) {
  const seats = await commissionSeats(db);
  const states = await listStates(db);
  const reported = states.filter(({ phase }) => phase.value !== "unknown");
  return {
    seatCount: seats.length,
    holderCount: new Set(seats.flatMap(({ holder }) => holder?.id ?? [])).size,
    settledVotes: seats.filter(({ vote }) => vote !== null).length,
    composition: byKind(seats),
    institutionCount: await db.$count(publishedInstitutions),
    stateCount: states.length,
    reportedStates: reported.length,
    samples: {
      institutions: (await db.$count(publishedInstitutions, eq(publishedInstitutions.sample, true))) > 0,
      states: reported.some(({ phase }) => phase.sample),
    },
    voteRule: await findVoteRule(db),
  };
}
