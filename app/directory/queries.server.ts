import { and, asc, eq, isNull, or } from "drizzle-orm";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { bodies, formerNames, institutions, people, roleGrants, seatHoldings, states } from "~db/schema";
import { byName, named } from "./names";
import { institutionNames, seatCounts, seatsOfBody, seatsOfInstitution } from "./seat-queries.server";
import { successorOf } from "./succession";

const LISTED = 500;

/** Bodies with how many seats they have, how many of them vacant on a day, and of how many the vote is unconfirmed. */
export async function listBodies(db: Db, day: string) {
  const rows = await db.select().from(bodies).orderBy(asc(bodies.id)).limit(LISTED);
  const counts = await seatCounts(db, day);
  return rows.map(({ kind, stateId, ...row }) => {
    const { seats = 0, filled = 0, voteSaid = 0 } = counts.get(row.id) ?? {};
    return {
      ...named({ ...row, stateId }),
      kind,
      stateId,
      seats,
      vacant: seats - filled,
      unconfirmed: seats - voteSaid,
    };
  });
}

/** A body with its seats on a day, or undefined. */
export async function findBody(db: Db, id: string, day: string) {
  const [row] = await db
    .select({ body: bodies, stateSlug: states.slug, stateName: states.name })
    .from(bodies)
    .leftJoin(states, eq(states.id, bodies.stateId))
    .where(eq(bodies.id, id));
  if (!row) return undefined;
  const { body } = row;
  const [parent] = body.parentId ? await db.select().from(bodies).where(eq(bodies.id, body.parentId)) : [];
  return {
    ...named(body),
    kind: body.kind,
    sources: body.sources,
    parent: parent ? named(parent) : null,
    state: row.stateSlug && row.stateName ? { slug: row.stateSlug, name: row.stateName } : null,
    seats: await seatsOfBody(db, id, day),
  };
}

/** Institutions and units that stand today, by name. At most 500. */
export async function listInstitutions(db: Db) {
  const rows = await db.select().from(institutions).where(isNull(institutions.absorbedById)).limit(LISTED);
  const names = new Map(rows.map((row) => [row.id, named(row)]));
  return rows
    .map((row) => ({
      ...named(row),
      kind: row.kind,
      level: row.level,
      stateId: row.stateId,
      parentId: row.parentId,
      parent: names.get(row.parentId ?? "") ?? null,
      sample: row.sample,
    }))
    .sort(byName);
}

/** People with an open account for an institution, without their addresses. */
const peopleOf = (db: Db, institutionId: string) =>
  db
    .select({
      id: people.id,
      name: people.name,
      office: people.office,
      role: roleGrants.role,
      sample: people.sample,
    })
    .from(roleGrants)
    .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.disabledAt)))
    .where(and(eq(roleGrants.institutionId, institutionId), isNull(roleGrants.endedAt)))
    .orderBy(asc(people.name))
    .limit(LISTED);

/** An institution with its place among others, its former names, its seats on a day and its people; or undefined. */
export async function findInstitution(db: Db, id: string, day: string) {
  const [row] = await db
    .select({ institution: institutions, stateSlug: states.slug, stateName: states.name })
    .from(institutions)
    .leftJoin(states, eq(states.id, institutions.stateId))
    .where(eq(institutions.id, id));
  if (!row) return undefined;
  const { institution } = row;
  const units = await db
    .select()
    .from(institutions)
    .where(or(eq(institutions.parentId, id), eq(institutions.absorbedById, id)))
    .limit(LISTED);
  const successorId = successorOf(id, await absorptions(db));
  const names = await institutionNames(db, [institution.parentId, institution.absorbedById, successorId]);
  return {
    ...institution,
    ...named(institution),
    parent: names.get(institution.parentId ?? "") ?? null,
    absorbedBy: names.get(institution.absorbedById ?? "") ?? null,
    successor: successorId === id ? null : (names.get(successorId) ?? null),
    state: row.stateSlug && row.stateName ? { slug: row.stateSlug, name: row.stateName } : null,
    units: units.map((unit) => ({ ...named(unit), absorbed: unit.absorbedById === id })).sort(byName),
    formerNames: await formerNamesOf(db, id),
    seats: await seatsOfInstitution(db, id, day),
    people: await peopleOf(db, id),
  };
}

/** The names an institution had, the last one first. */
export async function formerNamesOf(db: Db, institutionId: string) {
  const rows = await db
    .select()
    .from(formerNames)
    .where(eq(formerNames.institutionId, institutionId))
    .limit(LISTED);
  return rows.map((row) => ({ ...row, ...named(row) })).sort((a, b) => b.until.localeCompare(a.until));
}

/** Which institution absorbed which: only those that were absorbed. */
export async function absorptions(db: Db): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ id: institutions.id, byId: institutions.absorbedById })
    .from(institutions)
    .limit(10 * LISTED);
  return new Map(rows.map(({ id, byId }) => [id, byId]));
}

/** People whom a form may name: on record and not disabled, by name. At most 500. */
export const choosablePeople = (db: Db) =>
  db
    .select({ id: people.id, name: people.name, office: people.office })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name))
    .limit(LISTED);

/** What a form about an institution needs, with how many seats it holds; or a refusal: there is no such institution. */
export async function institutionForForm(db: Db, id = "") {
  const [row] = await db.select().from(institutions).where(eq(institutions.id, id));
  if (!row) throw new Refusal("missing", "refusal_missing");
  const held = await db.$count(
    seatHoldings,
    and(eq(seatHoldings.institutionId, id), isNull(seatHoldings.untilDay)),
  );
  const { nameEs, nameEn, acronym, revision, absorbedById } = row;
  return { ...named(row), nameEs, nameEn, acronym, revision, absorbedById, seatsHeld: Number(held) };
}
