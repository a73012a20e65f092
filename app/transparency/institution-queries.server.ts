import { desc, eq } from "drizzle-orm";
import { byName, type Named, named } from "~/directory/names";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { publishedFormerNames, publishedInstitutions, publishedStates } from "~db/published";
import type { InstitutionKind } from "~db/vocabulary";
import { spoken } from "./names";
import { matches, type Search } from "./search";
import { seatCounts, seatsOfInstitution } from "./seat-queries.server";

/** Above what the country's bodies add up to: 32 states with nine each, and the national ones. */
const MOST_INSTITUTIONS = 1000;
const MOST_NAMES = 2000;
const MOST_UNITS = 200;

export const INSTITUTIONS_A_PAGE = 200;

export interface ListedInstitution extends Named {
  kind: InstitutionKind;
  seats: number;
  /** Since when it is part of another, if it was absorbed. */
  absorbedOn: string | null;
  sample: boolean;
}

async function formerNames(db: Db): Promise<Map<string, (string | null)[]>> {
  const names = new Map<string, (string | null)[]>();
  for (const row of await db.select().from(publishedFormerNames).limit(MOST_NAMES)) {
    const known = names.get(row.institutionId) ?? [];
    names.set(row.institutionId, [...known, row.nameEs, row.nameEn, row.acronym]);
  }
  return names;
}

/**
 * One page of the institutions that a search finds, in alphabetical order, and how many it finds in all. A name is
 * found in either language, in its former ones, and in how sources call it.
 */
export async function listInstitutions(db: Db, { query, kind, withSeat, page }: Search) {
  const rows = await db.select().from(publishedInstitutions).limit(MOST_INSTITUTIONS);
  const [seats, former] = [await seatCounts(db), await formerNames(db)];
  const found = rows
    .filter((row) => (kind === null || row.kind === kind) && (!withSeat || seats.has(row.id)))
    .filter((row) => matches(query, textsOf(row, former.get(row.id))))
    .map((row): ListedInstitution => {
      const { absorbedOn, sample } = row;
      return { ...named(row), kind: row.kind, seats: seats.get(row.id) ?? 0, absorbedOn, sample };
    })
    .sort(byName);
  const from = (page - 1) * INSTITUTIONS_A_PAGE;
  return { total: found.length, from, institutions: found.slice(from, from + INSTITUTIONS_A_PAGE) };
}

type Row = typeof publishedInstitutions.$inferSelect;

const textsOf = (row: Row, former: (string | null)[] = []): (string | null)[] => [
  row.nameEs,
  row.nameEn,
  row.acronym,
  row.acronymEn,
  ...row.aliases,
  ...former,
];

async function findNamed(db: Db, id: string | null): Promise<Named | null> {
  if (!id) return null;
  const [row] = await db
    .select()
    .from(publishedInstitutions)
    .where(eq(publishedInstitutions.id, id))
    .limit(1);
  return row ? named(row) : null;
}

async function findStateOf(db: Db, id: string | null) {
  if (!id) return null;
  const { slug, name } = publishedStates;
  const [row] = await db
    .select({ slug, name })
    .from(publishedStates)
    .where(eq(publishedStates.id, id))
    .limit(1);
  return row ?? null;
}

async function unitsOf(db: Db, id: string): Promise<Named[]> {
  const rows = await db
    .select()
    .from(publishedInstitutions)
    .where(eq(publishedInstitutions.parentId, id))
    .limit(MOST_UNITS);
  return rows.map(named).sort(byName);
}

async function formerNamesOf(db: Db, id: string) {
  const rows = await db
    .select()
    .from(publishedFormerNames)
    .where(eq(publishedFormerNames.institutionId, id))
    .orderBy(desc(publishedFormerNames.until))
    .limit(MOST_UNITS);
  return rows.map((row) => ({ ...named({ ...row, id }), until: row.until, source: row.source }));
}

/** All that is public of one institution. Refuses one that there is not. */
export async function findInstitution(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(publishedInstitutions)
    .where(eq(publishedInstitutions.id, id))
    .limit(1);
  if (!row) throw new Refusal("missing", "refusal_missing");
  const { kind, level, aliases, sources, absorbedOn, sample } = row;
  return {
    ...named(row),
    kind,
    level,
    aliases,
    sources,
    absorbedOn,
    sample,
    role: spoken(row.roleEs, row.roleEn),
    parent: await findNamed(db, row.parentId),
    absorbedBy: await findNamed(db, row.absorbedById),
    state: await findStateOf(db, row.stateId),
    units: await unitsOf(db, id),
    formerNames: await formerNamesOf(db, id),
    seats: await seatsOfInstitution(db, id),
  };
}
