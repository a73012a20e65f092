import { and, eq, isNull } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import { hasher } from "~/auth/password.server";
import type { Actor } from "~/auth/permissions";
import { newToken, tokenHash } from "~/auth/secrets.server";
import { m } from "~/i18n";
import { post } from "~/mail/outbox.server";
import { Refusal } from "~/refusal";
import { href, urls } from "~/urls";
import type { Db } from "~db/client.server";
import { invitations, passwords, people, roleGrants } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import type { Acceptance, Invitation } from "./forms";
import { refuseWeakPassword } from "./password-rule.server";
import { findInvitation, refuseUnknownReach } from "./queries.server";
import { withOwnReach } from "./reach";
import { admit, type Doorstep, type SignedIn } from "./sign-in.server";

/** An invitation's link is good for one day (security C51). */
const LASTS = 24 * 3_600_000;

/** The address of a link that only its reader may use. */
export const invitationLink = (origin: string, token: string) =>
  `${origin}${href(urls.acceptInvitation, { token })}`;

/**
 * Invites a person to an account by e-mail. Answers the token, for the one showing of the link where no mail leaves.
 * Refuses an address that has an account, and an institution or state that is not there. An open invitation to the
 * same address is withdrawn: the newest link is the one that works.
 */
export function invitePerson(db: Db, actor: Actor, invitation: Invitation, origin: string) {
  return inTransaction(db, async (tx) => {
    authorize(actor, "accounts.manage");
    const { email, name, office } = invitation;
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (taken) throw new Refusal("conflict", "accounts_emailTaken", { field: "email" });
    const reach = withOwnReach(invitation);
    await refuseUnknownReach(tx, reach);
    const { now, personId } = actor;
    const token = newToken();
    const open = and(
      eq(invitations.email, email),
      isNull(invitations.acceptedAt),
      isNull(invitations.withdrawnAt),
    );
    await tx.update(invitations).set({ withdrawnAt: now }).where(open);
    const [invited] = await tx
      .insert(invitations)
      .values({
        tokenHash: tokenHash(token),
        email,
        name,
        office,
        ...reach,
        invitedById: personId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LASTS),
      })
      .returning({ id: invitations.id });
    const id = invited?.id ?? "";
    const link = invitationLink(origin, token);
    const body = m.accounts_invitationLetter({ name, link });
    await post(tx, { recipient: email, subject: m.accounts_invitationSubject(), body }, now);
    await record(tx, actor, { kind: "accounts.invited", subjectId: id, data: { name, ...reach } });
    return { id, token };
  });
}

/** Invites the first administrator of an empty portal: for the start, which has no person to act for. */
export function inviteFirstAdministrator(db: Db, now: Date): Promise<string> {
  return inTransaction(db, async (tx) => {
    const token = newToken();
    const [invited] = await tx
      .insert(invitations)
      .values({
        tokenHash: tokenHash(token),
        email: "administracion@localhost",
        name: "Administración",
        office: "Administración del portal",
        role: "administrator",
        createdAt: now,
        expiresAt: new Date(now.getTime() + LASTS),
      })
      .returning({ id: invitations.id });
    const first = { personId: null, now };
    await record(tx, first, {
      kind: "accounts.first-administrator-invited",
      subjectId: invited?.id ?? "",
      data: {},
    });
    return token;
  });
}

/** Takes back an invitation that nobody has used. */
export function withdrawInvitation(db: Db, actor: Actor, id: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id));
    if (!invitation) throw new Refusal("missing", "refusal_missing");
    authorize(actor, "accounts.manage");
    if (invitation.acceptedAt) throw new Refusal("conflict", "accounts_invitationUsed");
    if (invitation.withdrawnAt) return;
    await tx.update(invitations).set({ withdrawnAt: actor.now }).where(eq(invitations.id, id));
    const data = { name: invitation.name };
    await record(tx, actor, { kind: "accounts.invitation-withdrawn", subjectId: id, data });
  });
}

/**
 * Makes an account of an invitation and signs its person in. `email` is asked only of the first administrator, whose
 * invitation names none. Refuses a link that was used, withdrawn or is over, and a weak password; of many uses at
 * once, one wins.
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  acceptance: Acceptance & { email?: string },
  doorstep: Doorstep,
): Promise<SignedIn> {
  const { now } = doorstep;
  const found = await findInvitation(db, tokenHash(token), now);
  if (!found) throw new Refusal("missing", "accounts_linkOver");
  const email = acceptance.email ?? found.email;
  const { name, office, password } = acceptance;
  await refuseWeakPassword(password, [name, office, email], "password");
  const hash = await hasher.hash(password);
  return inTransaction(db, async (tx) => {
    const open = and(
      eq(invitations.id, found.id),
      isNull(invitations.acceptedAt),
      isNull(invitations.withdrawnAt),
    );
    const [won] = await tx
      .update(invitations)
      .set({ acceptedAt: now })
      .where(open)
      .returning({ id: invitations.id });
    if (!won) throw new Refusal("missing", "accounts_linkOver");
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (taken) throw new Refusal("conflict", "accounts_emailTaken", { field: "email" });
    const [person] = await tx
      .insert(people)
      .values({ name, office, email, createdAt: now })
      .returning({ id: people.id });
    const personId = person?.id ?? "";
    await tx.insert(passwords).values({ personId, hash, changedAt: now });
    const { role, institutionId, stateId, invitedById } = found;
    const grant = { role, institutionId, stateId };
    await tx.insert(roleGrants).values({ personId, ...grant, grantedById: invitedById, createdAt: now });
    const data = { name, ...grant };
    await record(tx, { personId, now }, { kind: "accounts.invitation-accepted", subjectId: personId, data });
    return admit(tx, personId, doorstep);
  });
}
