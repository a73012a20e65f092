import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { institutions, invitations, passwords, people, roleGrants, states } from "~db/schema";

const LISTED = 500;

const account = {
  id: people.id,
  name: people.name,
  office: people.office,
  email: people.email,
  disabledAt: people.disabledAt,
  sample: people.sample,
  revision: people.revision,
  role: roleGrants.role,
  institutionId: roleGrants.institutionId,
  stateId: roleGrants.stateId,
  institutionEs: institutions.nameEs,
  institutionEn: institutions.nameEn,
  stateName: states.name,
};

const accounts = (db: Db) =>
  db
    .select(account)
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
    .leftJoin(institutions, eq(institutions.id, roleGrants.institutionId))
    .leftJoin(states, eq(states.id, roleGrants.stateId));

/** People with an account, by name, with what they represent. At most 500. */
export const listAccounts = (db: Db) => accounts(db).orderBy(asc(people.name)).limit(LISTED);

/** One person with an account, or undefined. */
export async function findAccount(db: Db, id: string) {
  const [found] = await accounts(db).where(eq(people.id, id));
  return found;
}

/** Who signs in with this address of e-mail: their hash and what a session needs; disabled people are found too. */
export async function findSigner(db: Db, email: string) {
  const [found] = await db
    .select({
      id: people.id,
      disabledAt: people.disabledAt,
      authEpoch: people.authEpoch,
      name: people.name,
      email: people.email,
      hash: passwords.hash,
    })
    .from(people)
    .innerJoin(passwords, eq(passwords.personId, people.id))
    .where(eq(people.email, email));
  return found;
}

/** Invitations neither accepted nor withdrawn, newest first. Expired ones too: they may be sent again. */
export const openInvitations = (db: Db) =>
  db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.createdAt))
    .limit(LISTED);

/** The open invitation behind a link's hashed token, or undefined when used, withdrawn, expired or never made. */
export async function findInvitation(db: Db, tokenHash: string, now: Date) {
  const [found] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  const open = found && !found.acceptedAt && !found.withdrawnAt && found.expiresAt > now;
  return open ? found : undefined;
}

/** How many people can administer accounts: the last one is not disabled. */
export async function countAdministrators(db: Db): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(roleGrants)
    .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.disabledAt)))
    .where(and(eq(roleGrants.role, "administrator"), isNull(roleGrants.endedAt)));
  return Number(row?.count ?? 0);
}

/** Names and offices of administrators, so that a page can say whom to ask. */
export const administrators = (db: Db) =>
  db
    .select({ name: people.name, office: people.office })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
    .where(and(eq(roleGrants.role, "administrator"), isNull(people.disabledAt)))
    .orderBy(asc(people.name))
    .limit(5);

/** What a role can be held for: institutions and states, for the choices of a form. */
export async function reachChoices(db: Db) {
  return {
    institutions: await db
      .select({
        id: institutions.id,
        es: institutions.nameEs,
        en: institutions.nameEn,
        acronym: institutions.acronym,
      })
      .from(institutions)
      .where(isNull(institutions.absorbedById))
      .orderBy(asc(institutions.nameEs))
      .limit(LISTED),
    states: await db
      .select({ id: states.id, name: states.name })
      .from(states)
      .orderBy(asc(states.id))
      .limit(32),
  };
}

/** Refuses an institution or a state that is not there: a role is never held for nothing. */
export async function refuseUnknownReach(
  tx: Db,
  { institutionId, stateId }: Record<"institutionId" | "stateId", string | null>,
) {
  if (institutionId) {
    const [found] = await tx
      .select({ id: institutions.id })
      .from(institutions)
      .where(eq(institutions.id, institutionId));
    if (!found) throw new Refusal("invalid", "field_invalid", { field: "institutionId" });
  }
  if (stateId) {
    const [found] = await tx.select({ id: states.id }).from(states).where(eq(states.id, stateId));
    if (!found) throw new Refusal("invalid", "field_invalid", { field: "stateId" });
  }
}
