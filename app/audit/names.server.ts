import { eq, inArray } from "drizzle-orm";
import { locale, m } from "~/i18n";
import { href, urls } from "~/urls";
import type { Db } from "~db/client.server";
import { bodies, institutions, invitations, people, seats, states } from "~db/schema";
import type { SubjectType } from "./events";
import type { Names } from "./sentences";

/** What an entry happened to, and the page where it is kept, if it has one. */
export interface Subject {
  type: SubjectType;
  name: string;
  to: string | null;
}

/** The part of an entry in which ids stand. */
export interface Mentioning {
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
}

const own = (row: { nameEs: string; nameEn: string }) => (locale() === "es" ? row.nameEs : row.nameEn);

/** The ids of one kind of thing that entries mention: as their subject, or under one of these members of their data. */
function mentioned(entries: Mentioning[], subjectType: SubjectType, members: string[] = []): string[] {
  const ids = new Set<string>();
  for (const { subjectType: type, subjectId, data } of entries) {
    if (type === subjectType) ids.add(subjectId);
    for (const member of members) {
      const id = data[member];
      if (typeof id === "string") ids.add(id);
    }
  }
  return [...ids];
}

async function institutionsIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "institution", ["institutionId", "throughId", "byId"]);
  const { id, nameEs, nameEn } = institutions;
  const rows = ids.length
    ? await db.select({ id, nameEs, nameEn }).from(institutions).where(inArray(id, ids))
    : [];
  return new Map(
    rows.map((row) => [row.id, { name: own(row), to: href(urls.directoryInstitution, { id: row.id }) }]),
  );
}

async function statesIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "state", ["stateId"]);
  const { id, name, slug } = states;
  const rows = ids.length ? await db.select({ id, name, slug }).from(states).where(inArray(id, ids)) : [];
  return new Map(
    rows.map((row) => [row.id, { name: row.name, to: href(urls.directoryState, { slug: row.slug }) }]),
  );
}

async function seatsIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "seat");
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: seats.id,
      position: seats.position,
      nameEs: bodies.nameEs,
      nameEn: bodies.nameEn,
      acronym: bodies.acronym,
    })
    .from(seats)
    .innerJoin(bodies, eq(bodies.id, seats.bodyId))
    .where(inArray(seats.id, ids));
  return new Map(
    rows.map((row) => {
      const name = m.audit_seat({ position: row.position, body: row.acronym ?? own(row) });
      return [row.id, { name, to: href(urls.seat, { id: row.id }) }];
    }),
  );
}

async function bodiesIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "body");
  const { id, nameEs, nameEn } = bodies;
  const rows = ids.length ? await db.select({ id, nameEs, nameEn }).from(bodies).where(inArray(id, ids)) : [];
  return new Map(rows.map((row) => [row.id, { name: own(row), to: href(urls.body, { id: row.id }) }]));
}

async function peopleIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "person");
  const { id, name } = people;
  const rows = ids.length ? await db.select({ id, name }).from(people).where(inArray(id, ids)) : [];
  return new Map(rows.map((row) => [row.id, { name: row.name, to: href(urls.person, { id: row.id }) }]));
}

async function invitationsIn(db: Db, entries: Mentioning[]) {
  const ids = mentioned(entries, "invitation");
  const { id, name } = invitations;
  const rows = ids.length ? await db.select({ id, name }).from(invitations).where(inArray(id, ids)) : [];
  return new Map(rows.map((row) => [row.id, { name: m.audit_invitation({ name: row.name }), to: null }]));
}

type Known = Map<string, { name: string; to: string | null }>;

/** Names of all that some entries mention, read once for the whole page of them. */
export async function namesIn(db: Db, entries: Mentioning[]) {
  const known: Record<SubjectType, Known> = {
    institution: await institutionsIn(db, entries),
    state: await statesIn(db, entries),
    seat: await seatsIn(db, entries),
    body: await bodiesIn(db, entries),
    person: await peopleIn(db, entries),
    invitation: await invitationsIn(db, entries),
  };
  const nameOf = (type: SubjectType, id: string) => known[type].get(id)?.name ?? id;
  const names: Names = {
    institution: (id) => nameOf("institution", id),
    state: (id) => nameOf("state", id),
  };
  const subjectOf = ({ subjectType, subjectId }: Mentioning): Subject => {
    const type = subjectType as SubjectType;
    return { type, name: nameOf(type, subjectId), to: known[type].get(subjectId)?.to ?? null };
  };
  return { names, subjectOf };
}
