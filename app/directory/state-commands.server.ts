import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import type { Actor } from "~/auth/permissions";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { institutions, phaseReports, secretariatReports } from "~db/schema";
import { alone } from "./alone.server";
import type { PhaseReport, SecretariatReport, StateInstitution } from "./forms";
import { aheadIssues, refuseWhile } from "./issues";
import { findStateRow } from "./state-queries.server";
import { idIn, namesIn, templates } from "./templates";

async function stateOf(tx: Db, slug: string) {
  const state = await findStateRow(tx, slug);
  if (!state) throw new Refusal("missing", "refusal_missing");
  return state;
}

/** Somebody reports, with a source, how a state's executive secretariat stands. Added to what was reported before. */
export function reportSecretariat(
  db: Db,
  actor: Actor,
  slug: string,
  { status, sinceDay, source }: SecretariatReport,
) {
  return alone(db, async (tx) => {
    const { id: stateId } = await stateOf(tx, slug);
    authorize(actor, "directory.report-state", { stateId });
    refuseWhile(aheadIssues(sinceDay, commissionDay(actor.now), "sinceDay"));
    const by = { reportedById: actor.personId, createdAt: actor.now };
    await tx.insert(secretariatReports).values({ stateId, status, sinceDay, source, ...by });
    const data = { status, source };
    await record(tx, actor, { kind: "directory.secretariat-reported", subjectId: stateId, data });
  });
}

/** Somebody reports, with a source, the phase of a state's commission. Added to what was reported before. */
export function reportPhase(db: Db, actor: Actor, slug: string, { phase, sinceDay, source }: PhaseReport) {
  return alone(db, async (tx) => {
    const { id: stateId } = await stateOf(tx, slug);
    authorize(actor, "directory.report-state", { stateId });
    refuseWhile(aheadIssues(sinceDay, commissionDay(actor.now), "sinceDay"));
    const by = { reportedById: actor.personId, createdAt: actor.now };
    await tx.insert(phaseReports).values({ stateId, phase, sinceDay, source, ...by });
    const data = { phase, source };
    await record(tx, actor, { kind: "directory.phase-reported", subjectId: stateId, data });
  });
}

/**
 * A state needs one of the institutions that the law places in every state or municipality: it enters the directory,
 * with the source that says so. Refuses one that is there already. Answers its id.
 */
export function addStateInstitution(
  db: Db,
  actor: Actor,
  slug: string,
  form: StateInstitution,
): Promise<string> {
  const { template, municipality, source } = form;
  return alone(db, async (tx) => {
    const state = await stateOf(tx, slug);
    authorize(actor, "directory.keep");
    const id = idIn(template, { state, municipality });
    const names = namesIn(template, { state, municipality });
    const { acronym, kind, level, roleEs, roleEn, sources } = templates[template];
    const added = await tx
      .insert(institutions)
      .values({
        id,
        ...names,
        acronym,
        kind,
        level,
        roleEs,
        roleEn,
        stateId: state.id,
        aliases: [],
        sources: [source, ...sources],
      })
      .onConflictDoNothing()
      .returning({ id: institutions.id });
    if (added.length === 0)
      throw new Refusal("conflict", "directory_institutionExists", { field: "template" });
    const data = { stateId: state.id, name: names.nameEs, template };
    await record(tx, actor, { kind: "directory.state-institution-added", subjectId: id, data });
    return id;
  });
}
