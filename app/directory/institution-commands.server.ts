import { and, eq, isNull } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import type { Actor } from "~/auth/permissions";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { formerNames, institutions, seatHoldings } from "~db/schema";
import { alone } from "./alone.server";
import { handOver } from "./commands.server";
import type { Absorption, Renaming } from "./forms";
import { aheadIssues, refuseWhile } from "./issues";
import { absorptions, formerNamesOf } from "./queries.server";
import { absorptionIssues, renamingIssues } from "./succession";

async function institutionOf(tx: Db, id: string) {
  const [institution] = await tx.select().from(institutions).where(eq(institutions.id, id));
  if (!institution) throw new Refusal("missing", "refusal_missing");
  return institution;
}

type Institution = Awaited<ReturnType<typeof institutionOf>>;

const nothing = "";

function staleName({ nameEs, nameEn, acronym, revision }: Institution) {
  return new Refusal("stale", "refusal_stale", {
    theirs: { nameEs, nameEn, acronym: acronym ?? nothing },
    revision,
  });
}

/** An institution takes a new name; the one it had is kept with its last day and the source that says so. */
export function renameInstitution(db: Db, actor: Actor, id: string, form: Renaming) {
  const { nameEs, nameEn, acronym = null, until, source, revision } = form;
  return alone(db, async (tx) => {
    const present = await institutionOf(tx, id);
    authorize(actor, "directory.keep");
    if (present.revision !== revision) throw staleName(present);
    const [before] = await formerNamesOf(tx, id);
    const next = { nameEs, nameEn, acronym };
    const today = commissionDay(actor.now);
    refuseWhile(renamingIssues({ present, next, until, before: before?.until ?? null, today }));
    const former = { nameEs: present.nameEs, nameEn: present.nameEn, acronym: present.acronym };
    await tx.insert(formerNames).values({ institutionId: id, ...former, until, source });
    await tx
      .update(institutions)
      // The English acronym belonged to the former name.
      .set({ ...next, acronymEn: null, sources: [...present.sources, source], revision: revision + 1 })
      .where(eq(institutions.id, id));
    const data = { from: present.nameEs, to: nameEs, source };
    await record(tx, actor, { kind: "directory.institution-renamed", subjectId: id, data });
  });
}

/**
 * An institution is absorbed by another from a day that has come. Its seats go on: they pass to the absorber through
 * what was absorbed, or directly, or stay until somebody says. Refuses a circle, and an absorber that is itself gone.
 */
export function absorbInstitution(db: Db, actor: Actor, id: string, form: Absorption) {
  const { byId, onDay, seats: fate, source, revision } = form;
  return alone(db, async (tx) => {
    const absorbed = await institutionOf(tx, id);
    authorize(actor, "directory.keep");
    if (absorbed.revision !== revision) throw staleName(absorbed);
    const chain = await absorptions(tx);
    if (!chain.has(byId)) throw new Refusal("invalid", "directory_noSuchInstitution", { field: "byId" });
    refuseWhile([
      ...absorptionIssues(id, byId, chain),
      ...aheadIssues(onDay, commissionDay(actor.now), "onDay"),
    ]);
    const by = await institutionOf(tx, byId);
    await tx
      .update(institutions)
      .set({
        absorbedById: byId,
        absorbedOn: onDay,
        sources: [...absorbed.sources, source],
        revision: revision + 1,
      })
      .where(eq(institutions.id, id));
    const data = { byId, by: by.nameEs, onDay };
    await record(tx, actor, { kind: "directory.institution-absorbed", subjectId: id, data });
    if (fate !== "stay") await handSeatsOver(tx, actor, id, form);
  });
}

async function handSeatsOver(
  tx: Db,
  actor: Actor,
  id: string,
  { byId, onDay, seats: fate, source }: Absorption,
) {
  const held = await tx
    .select()
    .from(seatHoldings)
    .where(and(eq(seatHoldings.institutionId, id), isNull(seatHoldings.untilDay)));
  for (const open of held) {
    if (open.fromDay !== null && onDay <= open.fromDay) {
      throw new Refusal("invalid", "directory_beforeHolding", { field: "onDay" });
    }
    const throughId = fate === "through" ? id : null;
    await handOver(tx, actor, open.seatId, { open, institutionId: byId, throughId, fromDay: onDay, source });
  }
}
