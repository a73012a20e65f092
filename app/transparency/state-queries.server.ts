import { and, asc, desc, eq, max } from "drizzle-orm";
import { byName, named } from "~/directory/names";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import {
  publishedInstitutions,
  publishedPhases,
  publishedSecretariats,
  publishedStates,
} from "~db/published";
import type { CommissionPhase, SecretariatStatus } from "~db/vocabulary";
import { currentReports, newestFirst } from "./current-report";
import { spoken } from "./names";
import { seatsOfState } from "./seat-queries.server";

const ALL_STATES = 32;
const MOST_REPORTS = 50;
const MOST_INSTITUTIONS = 200;

/** What somebody reported of a state, as a page shows it. */
export interface ShownReport<Value> {
  value: Value;
  sinceDay: string | null;
  source: string;
  reportedAt: string;
  sample: boolean;
}

interface ReportRow {
  sinceDay: string | null;
  source: string;
  createdAt: Date;
  sample: boolean;
}

const shown = <Value>(
  value: Value,
  { sinceDay, source, createdAt, sample }: ReportRow,
): ShownReport<Value> => ({
  value,
  sinceDay,
  source,
  reportedAt: createdAt.toISOString(),
  sample,
});

// Only each state's newest rows are read: reports are appended to for ever. Two of the same moment both come.
async function newestPhases(db: Db) {
  const newest = db
    .select({ stateId: publishedPhases.stateId, at: max(publishedPhases.createdAt).as("at") })
    .from(publishedPhases)
    .groupBy(publishedPhases.stateId)
    .as("newest");
  const { stateId, phase, sample, createdAt, source } = publishedPhases;
  const rows = await db
    .select({ stateId, phase, sample, createdAt })
    .from(publishedPhases)
    .innerJoin(newest, and(eq(newest.stateId, stateId), eq(newest.at, createdAt)))
    .orderBy(asc(source))
    .limit(MOST_REPORTS);
  return currentReports(rows);
}

async function newestSecretariats(db: Db) {
  const newest = db
    .select({ stateId: publishedSecretariats.stateId, at: max(publishedSecretariats.createdAt).as("at") })
    .from(publishedSecretariats)
    .groupBy(publishedSecretariats.stateId)
    .as("newest");
  const { stateId, status, sample, createdAt, source } = publishedSecretariats;
  const rows = await db
    .select({ stateId, status, sample, createdAt })
    .from(publishedSecretariats)
    .innerJoin(newest, and(eq(newest.stateId, stateId), eq(newest.at, createdAt)))
    .orderBy(asc(source))
    .limit(MOST_REPORTS);
  return currentReports(rows);
}

export interface ListedState {
  id: string;
  slug: string;
  name: string;
  secretariat: { value: SecretariatStatus; sample: boolean };
  phase: { value: CommissionPhase; sample: boolean };
}

/** The 32 states by INEGI code, each with the newest report of its secretariat and of its commission's phase. */
export async function listStates(db: Db): Promise<ListedState[]> {
  const { id, slug, name } = publishedStates;
  const rows = await db.select({ id, slug, name }).from(publishedStates).orderBy(asc(id)).limit(ALL_STATES);
  const [phases, secretariats] = [await newestPhases(db), await newestSecretariats(db)];
  return rows.map((state) => {
    const [phase, secretariat] = [phases.get(state.id), secretariats.get(state.id)];
    return {
      ...state,
      secretariat: { value: secretariat?.status ?? "unknown", sample: secretariat?.sample ?? false },
      phase: { value: phase?.phase ?? "unknown", sample: phase?.sample ?? false },
    };
  });
}

async function secretariatsOf(db: Db, stateId: string): Promise<ShownReport<SecretariatStatus>[]> {
  const rows = await db
    .select()
    .from(publishedSecretariats)
    .where(eq(publishedSecretariats.stateId, stateId))
    .orderBy(desc(publishedSecretariats.createdAt), desc(publishedSecretariats.source))
    .limit(MOST_REPORTS);
  return newestFirst(rows.reverse()).map((row) => shown(row.status, row));
}

async function phasesOf(db: Db, stateId: string): Promise<ShownReport<CommissionPhase>[]> {
  const rows = await db
    .select()
    .from(publishedPhases)
    .where(eq(publishedPhases.stateId, stateId))
    .orderBy(desc(publishedPhases.createdAt), desc(publishedPhases.source))
    .limit(MOST_REPORTS);
  return newestFirst(rows.reverse()).map((row) => shown(row.phase, row));
}

async function institutionsOf(db: Db, stateId: string) {
  const rows = await db
    .select()
    .from(publishedInstitutions)
    .where(eq(publishedInstitutions.stateId, stateId))
    .limit(MOST_INSTITUTIONS);
  return rows.map((row) => ({ ...named(row), sample: row.sample })).sort(byName);
}

/** All that is public of one state, its reports from the newest to the oldest. Refuses one that there is not. */
export async function findState(db: Db, slug: string) {
  const [row] = await db.select().from(publishedStates).where(eq(publishedStates.slug, slug)).limit(1);
  if (!row) throw new Refusal("missing", "refusal_missing");
  const { clueEs, clueEn, clueSource, ...facts } = row;
  const clue = spoken(clueEs, clueEn);
  return {
    ...facts,
    clue: clue ? { text: clue, source: clueSource } : null,
    secretariats: await secretariatsOf(db, row.id),
    phases: await phasesOf(db, row.id),
    seats: await seatsOfState(db, row.id),
    institutions: await institutionsOf(db, row.id),
  };
}
