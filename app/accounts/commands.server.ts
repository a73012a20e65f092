import { and, eq, isNull, sql } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import { endSession, endSessions } from "~/auth/lucia.server";
import type { Actor } from "~/auth/permissions";
import { Refusal } from "~/refusal";
import { lockChain } from "~db/chain.server";
import type { Db } from "~db/client.server";
import { people, roleGrants } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import type { RoleChange } from "./forms";
import { countAdministrators, findAccount, refuseUnknownReach } from "./queries.server";
import { withOwnReach } from "./reach";

async function findPerson(tx: Db, id: string) {
  const person = await findAccount(tx, id);
  if (!person) throw new Refusal("missing", "refusal_missing");
  return person;
}

/** Refuses to leave the portal without anyone who can administer it; two who leave at once wait for each other. */
async function refuseLastAdministrator(tx: Db, person: { role: string; disabledAt: Date | null }) {
  if (person.role !== "administrator" || person.disabledAt) return;
  await lockChain(tx);
  if ((await countAdministrators(tx)) <= 1) throw new Refusal("conflict", "accounts_lastAdministrator");
}

/** Ends every session under older epochs at the next request, and removes them now. */
async function expel(tx: Db, personId: string) {
  await tx
    .update(people)
    .set({ authEpoch: sql`${people.authEpoch} + 1` })
    .where(eq(people.id, personId));
  await endSessions(tx, personId);
}

/** Disables a person: they are signed out and cannot sign in; what they did stays under their name. */
export function disablePerson(db: Db, actor: Actor, id: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    const person = await findPerson(tx, id);
    authorize(actor, "accounts.manage");
    if (person.disabledAt) return;
    await refuseLastAdministrator(tx, person);
    await tx.update(people).set({ disabledAt: actor.now }).where(eq(people.id, id));
    await expel(tx, id);
    await record(tx, actor, { kind: "accounts.disabled", subjectId: id, data: { name: person.name } });
  });
}

/** Lets a disabled person sign in again. */
export function enablePerson(db: Db, actor: Actor, id: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    const person = await findPerson(tx, id);
    authorize(actor, "accounts.manage");
    if (!person.disabledAt) return;
    await tx.update(people).set({ disabledAt: null }).where(eq(people.id, id));
    await record(tx, actor, { kind: "accounts.enabled", subjectId: id, data: { name: person.name } });
  });
}

/** Signs a person out everywhere, as when a laptop is lost. */
export function endSessionsOf(db: Db, actor: Actor, id: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    const person = await findPerson(tx, id);
    authorize(actor, "accounts.manage");
    await expel(tx, id);
    await record(tx, actor, { kind: "accounts.sessions-ended", subjectId: id, data: { name: person.name } });
  });
}

/** Gives a person another role or reach: the former grant ends and stays on record, and so do their sessions end. */
export function changeRole(db: Db, actor: Actor, id: string, change: RoleChange): Promise<void> {
  return inTransaction(db, async (tx) => {
    const person = await findPerson(tx, id);
    authorize(actor, "accounts.manage");
    if (change.role !== "administrator") await refuseLastAdministrator(tx, person);
    const reach = withOwnReach(change);
    await refuseUnknownReach(tx, reach);
    const untouched = and(eq(people.id, id), eq(people.revision, change.revision));
    const next = { revision: change.revision + 1 };
    const [moved] = await tx.update(people).set(next).where(untouched).returning({ id: people.id });
    if (!moved) {
      const theirs = {
        role: person.role,
        institutionId: person.institutionId ?? "",
        stateId: person.stateId ?? "",
      };
      throw new Refusal("stale", "refusal_stale", { theirs, revision: person.revision });
    }
    const open = and(eq(roleGrants.personId, id), isNull(roleGrants.endedAt));
    await tx.update(roleGrants).set({ endedAt: actor.now }).where(open);
    const grantedById = actor.personId;
    await tx.insert(roleGrants).values({ personId: id, ...reach, grantedById, createdAt: actor.now });
    await expel(tx, id);
    await record(tx, actor, {
      kind: "accounts.role-changed",
      subjectId: id,
      data: { name: person.name, ...reach },
    });
  });
}

/** Ends the session in which one acts. */
export function signOut(db: Db, actor: Actor, sessionId: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    authorize(actor, "account.keep-own", actor);
    await endSession(tx, actor.personId, sessionId);
    await record(tx, actor, { kind: "accounts.signed-out", subjectId: actor.personId, data: {} });
  });
}

/** Ends one of one's own sessions. Anyone else's is not found. */
export function endOwnSession(db: Db, actor: Actor, sessionId: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    authorize(actor, "account.keep-own", actor);
    if (!(await endSession(tx, actor.personId, sessionId))) throw new Refusal("missing", "refusal_missing");
    await record(tx, actor, { kind: "accounts.session-ended", subjectId: actor.personId, data: {} });
  });
}
