import { and, asc, desc, eq, max } from "drizzle-orm";
import { authorize } from "~/auth/authorize.server";
import type { Actor } from "~/auth/permissions";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { bodies, institutions, people, phaseReports, secretariatReports, states } from "~db/schema";
import { byName, named } from "./names";
import { newestByState, phaseOf, secretariatOf } from "./reports";

const STATES = 32;
const HISTORY = 50;

async function newestSecretariats(db: Db) {
  const table = secretariatReports;
  const last = db
    .select({ stateId: table.stateId, at: max(table.createdAt).as("at") })
    .from(table)
    .groupBy(table.stateId)
    .as("last");
  const rows = await db
    .select({ id: table.id, stateId: table.stateId, status: table.status, createdAt: table.createdAt })
    .from(table)
    .innerJoin(last, and(eq(last.stateId, table.stateId), eq(table.createdAt, last.at)));
  return newestByState(rows);
}

async function newestPhases(db: Db) {
  const table = phaseReports;
  const last = db
    .select({ stateId: table.stateId, at: max(table.createdAt).as("at") })
    .from(table)
    .groupBy(table.stateId)
    .as("last");
  const rows = await db
    .select({ id: table.id, stateId: table.stateId, phase: table.phase, createdAt: table.createdAt })
    .from(table)
    .innerJoin(last, and(eq(last.stateId, table.stateId), eq(table.createdAt, last.at)));
  return newestByState(rows);
}

/** The 32 states with what was last reported of each; what nobody reported is unknown. */
export async function listStates(db: Db) {
  const rows = await db
    .select({ id: states.id, slug: states.slug, name: states.name })
    .from(states)
    .orderBy(asc(states.id))
    .limit(STATES);
  const secretariats = await newestSecretariats(db);
  const phases = await newestPhases(db);
  return rows.map((state) => ({
    ...state,
    secretariat: secretariatOf(secretariats.get(state.id)),
    phase: phaseOf(phases.get(state.id)),
  }));
}

const reporter = { by: people.name, office: people.office };

/** Reports on a state's secretariat, newest first, with who sent them. */
const secretariatHistory = (db: Db, stateId: string) =>
  db
    .select({ report: secretariatReports, ...reporter })
    .from(secretariatReports)
    .innerJoin(people, eq(people.id, secretariatReports.reportedById))
    .where(eq(secretariatReports.stateId, stateId))
    .orderBy(desc(secretariatReports.createdAt), desc(secretariatReports.id))
    .limit(HISTORY);

/** Reports on the phase of a state's commission, newest first, with who sent them. */
const phaseHistory = (db: Db, stateId: string) =>
  db
    .select({ report: phaseReports, ...reporter })
    .from(phaseReports)
    .innerJoin(people, eq(people.id, phaseReports.reportedById))
    .where(eq(phaseReports.stateId, stateId))
    .orderBy(desc(phaseReports.createdAt), desc(phaseReports.id))
    .limit(HISTORY);

const told = <R extends { createdAt: Date }>({
  report,
  ...rest
}: {
  report: R;
  by: string;
  office: string;
}) => ({
  ...report,
  ...rest,
  at: report.createdAt.toISOString(),
});

/** A state by its slug or undefined: what a form about it needs. */
export async function findStateRow(db: Db, slug: string) {
  const [state] = await db.select().from(states).where(eq(states.slug, slug));
  return state;
}

/** A state with its reports, bodies and institutions; or undefined. */
export async function findState(db: Db, slug: string) {
  const state = await findStateRow(db, slug);
  if (!state) return undefined;
  const secretariats = await secretariatHistory(db, state.id);
  const phases = await phaseHistory(db, state.id);
  const own = await db.select().from(institutions).where(eq(institutions.stateId, state.id)).limit(500);
  const tables = await db.select().from(bodies).where(eq(bodies.stateId, state.id)).limit(HISTORY);
  return {
    ...state,
    secretariat: secretariatOf(secretariats[0]?.report),
    phase: phaseOf(phases[0]?.report),
    secretariats: secretariats.map(told),
    phases: phases.map(told),
    institutions: own.map((row) => ({ ...named(row), level: row.level, sample: row.sample })).sort(byName),
    bodies: tables.map((row) => ({ ...named(row), kind: row.kind })),
  };
}

/** The state on which somebody wants to report. Refuses one that is not there, and a state that is not theirs. */
export async function stateForReport(db: Db, actor: Actor, slug = "") {
  const state = await findStateRow(db, slug);
  if (!state) throw new Refusal("missing", "refusal_missing");
  authorize(actor, "directory.report-state", { stateId: state.id });
  return { slug: state.slug, name: state.name };
}
