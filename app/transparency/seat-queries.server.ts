import { and, asc, eq, inArray, or, type SQL } from "drizzle-orm";
import { type Named, named } from "~/directory/names";
import type { Db } from "~db/client.server";
import { publishedBodies, publishedInstitutions, publishedSeats, publishedSettings } from "~db/published";
import type { InstitutionKind } from "~db/vocabulary";
import { spoken } from "./names";

const MOST_SEATS = 200;

/** A seat with the institution that holds it today, and the unit through which it does. Never with people. */
export interface PublicSeat {
  id: string;
  position: number;
  vote: boolean | null;
  body: Named;
  /** Null: no institution holds it at present. */
  holder: (Named & { kind: InstitutionKind }) | null;
  through: Named | null;
  fromDay: string | null;
  sources: string[];
}

async function seatsWhere(db: Db, condition: SQL | undefined): Promise<PublicSeat[]> {
  const rows = await db
    .select()
    .from(publishedSeats)
    .innerJoin(publishedBodies, eq(publishedBodies.id, publishedSeats.bodyId))
    .where(condition)
    .orderBy(asc(publishedBodies.id), asc(publishedSeats.position))
    .limit(MOST_SEATS);
  const ids = rows.flatMap(({ published_seats: { institutionId, throughId } }) => [institutionId, throughId]);
  const holders = await institutionsOf(
    db,
    ids.filter((id) => id !== null),
  );
  return rows.map(({ published_seats: seat, published_bodies: body }) => ({
    id: seat.id,
    position: seat.position,
    vote: seat.vote,
    body: named(body),
    holder: (seat.institutionId && holders.get(seat.institutionId)) || null,
    through: (seat.throughId && holders.get(seat.throughId)) || null,
    fromDay: seat.fromDay,
    sources: seat.sources,
  }));
}

async function institutionsOf(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, Named & { kind: InstitutionKind }>();
  const rows = await db
    .select()
    .from(publishedInstitutions)
    .where(inArray(publishedInstitutions.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, { ...named(row), kind: row.kind }]));
}

/** The seats of the national Commission, in their order. */
export const commissionSeats = (db: Db): Promise<PublicSeat[]> =>
  seatsWhere(db, eq(publishedBodies.kind, "commission"));

/** The seats that an institution holds today, and those of others that are held through it. */
export const seatsOfInstitution = (db: Db, id: string): Promise<PublicSeat[]> =>
  seatsWhere(db, or(eq(publishedSeats.institutionId, id), eq(publishedSeats.throughId, id)));

/** The seats of a state's own bodies. */
export const seatsOfState = (db: Db, stateId: string): Promise<PublicSeat[]> =>
  seatsWhere(db, and(eq(publishedBodies.stateId, stateId), eq(publishedBodies.kind, "state-commission")));

/** How many seats of the Commission each institution holds, or has held through it. */
export async function seatCounts(db: Db): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { holder, through } of await commissionSeats(db)) {
    for (const id of new Set([holder?.id, through?.id])) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Who says that seats vote of which nobody has spoken; null where the setting no longer says so. */
export interface VoteRule {
  source: string;
  /** True: a decision of this portal, for want of a source. */
  ours: boolean;
}

/** The setting by which every seat votes until the secretary says otherwise. */
export async function findVoteRule(db: Db): Promise<VoteRule | null> {
  const [setting] = await db
    .select()
    .from(publishedSettings)
    .where(eq(publishedSettings.key, "allSeatsVote"))
    .limit(1);
  if (setting?.value !== "true") return null;
  return { source: spoken(setting.sourceEs, setting.sourceEn) ?? "", ours: setting.ours };
}
