import { and, asc, count, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { bodies, institutions, people, seatHoldings, seats, seatTerms } from "~db/schema";
import type { Capacity } from "~db/vocabulary";
import { type Named, named } from "./names";

const LISTED = 200;

/** A person on a seat, as titular or alternate. */
export interface Holder {
  termId: string;
  seatId: string;
  personId: string;
  name: string;
  office: string;
  capacity: Capacity;
  fromDay: string;
  untilDay: string | null;
  appointment: string;
  sample: boolean;
  revision: number;
}

/** A seat on a day: who holds it, through which unit, and the people on it. No titular is a vacancy. */
export interface SeatLine {
  id: string;
  bodyId: string;
  position: number;
  voice: boolean;
  vote: boolean | null;
  revision: number;
  institution: Named | null;
  through: Named | null;
  titular: Holder | null;
  alternates: Holder[];
}

/** In force on a day: the first and the last day of a term are. */
export const inForceOn = (day: string): SQL | undefined =>
  and(lte(seatTerms.fromDay, day), or(isNull(seatTerms.untilDay), gte(seatTerms.untilDay, day)));

/** People on seats; a query adds which. */
export const holders = (db: Db) =>
  db
    .select({
      termId: seatTerms.id,
      seatId: seatTerms.seatId,
      personId: people.id,
      name: people.name,
      office: people.office,
      capacity: seatTerms.capacity,
      fromDay: seatTerms.fromDay,
      untilDay: seatTerms.untilDay,
      appointment: seatTerms.appointment,
      sample: seatTerms.sample,
      revision: seatTerms.revision,
    })
    .from(seatTerms)
    .innerJoin(people, eq(people.id, seatTerms.personId));

/** Names of some institutions by id, in the language of the request. */
export async function institutionNames(db: Db, ids: (string | null)[]): Promise<Map<string, Named>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({
      id: institutions.id,
      nameEs: institutions.nameEs,
      nameEn: institutions.nameEn,
      acronym: institutions.acronym,
      acronymEn: institutions.acronymEn,
      stateId: institutions.stateId,
    })
    .from(institutions)
    .where(inArray(institutions.id, wanted));
  return new Map(rows.map((row) => [row.id, named(row)]));
}

/** Seats with their open holding, in their order. At most 200. */
export const seatRows = (db: Db, where: SQL | undefined) =>
  db
    .select({
      id: seats.id,
      bodyId: seats.bodyId,
      position: seats.position,
      voice: seats.voice,
      vote: seats.vote,
      revision: seats.revision,
      institutionId: seatHoldings.institutionId,
      throughId: seatHoldings.throughId,
    })
    .from(seats)
    .leftJoin(seatHoldings, and(eq(seatHoldings.seatId, seats.id), isNull(seatHoldings.untilDay)))
    .where(where)
    .orderBy(asc(seats.bodyId), asc(seats.position))
    .limit(LISTED);

/** Adds to rows of seats the names of who holds them and the people on them on a day. */
export async function withPeople(
  db: Db,
  rows: Awaited<ReturnType<typeof seatRows>>,
  day: string,
): Promise<SeatLine[]> {
  if (rows.length === 0) return [];
  const names = await institutionNames(
    db,
    rows.flatMap(({ institutionId, throughId }) => [institutionId, throughId]),
  );
  const ids = rows.map(({ id }) => id);
  const present = await holders(db)
    .where(and(inArray(seatTerms.seatId, ids), inForceOn(day)))
    .orderBy(asc(people.name));
  return rows.map(({ institutionId, throughId, ...seat }) => {
    const own = present.filter(({ seatId }) => seatId === seat.id);
    return {
      ...seat,
      institution: names.get(institutionId ?? "") ?? null,
      through: names.get(throughId ?? "") ?? null,
      titular: own.find(({ capacity }) => capacity === "titular") ?? null,
      alternates: own.filter(({ capacity }) => capacity === "alternate"),
    };
  });
}

/** The seats of a body on a day, in their order. */
export const seatsOfBody = async (db: Db, bodyId: string, day: string): Promise<SeatLine[]> =>
  withPeople(db, await seatRows(db, eq(seats.bodyId, bodyId)), day);

/** The seats that an institution holds today, by itself or as the unit through which another one does. */
export const seatsOfInstitution = async (db: Db, id: string, day: string): Promise<SeatLine[]> =>
  withPeople(
    db,
    await seatRows(db, or(eq(seatHoldings.institutionId, id), eq(seatHoldings.throughId, id))),
    day,
  );

/** The seats on which a person sits on a day: where, and in which capacity. */
export async function seatsOfPerson(db: Db, personId: string, day: string) {
  const own = await holders(db)
    .where(and(eq(seatTerms.personId, personId), inForceOn(day)))
    .limit(LISTED);
  if (own.length === 0) return [];
  const rows = await seatRows(
    db,
    inArray(
      seats.id,
      own.map(({ seatId }) => seatId),
    ),
  );
  const tables = await db
    .select()
    .from(bodies)
    .where(
      inArray(
        bodies.id,
        rows.map(({ bodyId }) => bodyId),
      ),
    );
  return rows.flatMap(({ id, position, bodyId }) => {
    const term = own.find(({ seatId }) => seatId === id);
    const body = tables.find((table) => table.id === bodyId);
    return term && body ? [{ id, position, body: named(body), capacity: term.capacity }] : [];
  });
}

/** Per body: how many seats, how many with a titular on a day, and of how many the secretary has said whether they vote. */
export async function seatCounts(db: Db, day: string) {
  const titular = and(eq(seatTerms.seatId, seats.id), eq(seatTerms.capacity, "titular"), inForceOn(day));
  const rows = await db
    .select({
      bodyId: seats.bodyId,
      seats: count(),
      filled: count(seatTerms.id),
      voteSaid: count(seats.vote),
    })
    .from(seats)
    .leftJoin(seatTerms, titular)
    .groupBy(seats.bodyId);
  return new Map(rows.map((row) => [row.bodyId, row]));
}
