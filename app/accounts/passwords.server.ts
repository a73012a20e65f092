import { and, eq, isNull } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import { endSessions } from "~/auth/lucia.server";
import { hasher, passwordFits } from "~/auth/password.server";
import type { Actor } from "~/auth/permissions";
import { newToken, tokenHash } from "~/auth/secrets.server";
import { afterAccountFailure, afterAddressTry } from "~/auth/throttle";
import { countTry, refuseWhileWaiting, throttleKey } from "~/auth/throttle.server";
import { m } from "~/i18n";
import { post } from "~/mail/outbox.server";
import { Refusal } from "~/refusal";
import { href, urls } from "~/urls";
import type { Db } from "~db/client.server";
import { passwordResets, passwords, people } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import type { PasswordChange } from "./forms";
import { refuseWeakPassword } from "./password-rule.server";
import { findSigner } from "./queries.server";

/** A reset link is good for half an hour (security C51). */
const LASTS = 30 * 60_000;
const MOST_PER_ACCOUNT = 3;

/** Replaces a person's password, closes their other reset links and tells them by mail. Sessions are ended by who calls. */
async function replacePassword(tx: Db, personId: string, hash: string, now: Date) {
  await tx.update(passwords).set({ hash, changedAt: now }).where(eq(passwords.personId, personId));
  const open = and(eq(passwordResets.personId, personId), isNull(passwordResets.usedAt));
  await tx.update(passwordResets).set({ usedAt: now }).where(open);
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (person?.email) {
    const letter = { subject: m.accounts_passwordChangedSubject(), body: m.accounts_passwordChangedLetter() };
    await post(tx, { recipient: person.email, ...letter }, now);
  }
}

/**
 * Changes one's own password, knowing the present one; every other session of theirs ends. Wrong guesses count as
 * failed sign-ins do, since a browser left open must not be a place to guess.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  sessionId: string,
  change: PasswordChange,
): Promise<void> {
  authorize(actor, "account.keep-own", actor);
  const [mine] = await db
    .select({ hash: passwords.hash, email: people.email })
    .from(passwords)
    .innerJoin(people, eq(people.id, passwords.personId))
    .where(eq(passwords.personId, actor.personId));
  const guesses = throttleKey("account", mine?.email ?? actor.personId);
  await refuseWhileWaiting(db, [guesses], actor.now);
  if (!(await passwordFits(mine?.hash, change.current))) {
    await countTry(db, guesses, (tries) => afterAccountFailure(tries, actor.now));
    throw new Refusal("invalid", "accounts_currentPasswordWrong", { field: "current" });
  }
  await refuseWeakPassword(change.password, [actor.name, actor.office, mine?.email ?? ""], "password");
  const hash = await hasher.hash(change.password);
  await inTransaction(db, async (tx) => {
    await replacePassword(tx, actor.personId, hash, actor.now);
    await endSessions(tx, actor.personId, sessionId);
    await record(tx, actor, { kind: "accounts.password-changed", subjectId: actor.personId, data: {} });
  });
}

/**
 * Sends a link to choose a new password, if there is such a person. The answer is the same when there is none, and
 * when links were asked for too often for that address.
 */
export async function requestReset(
  db: Db,
  email: string,
  at: { now: Date; address: string; origin: string },
) {
  const { now } = at;
  const address = throttleKey("reset-address", at.address);
  const account = throttleKey("reset-account", email);
  await refuseWhileWaiting(db, [address], now);
  await countTry(db, address, (tries) => afterAddressTry(tries, now));
  const signer = await findSigner(db, email);
  const tooOften = await refuseWhileWaiting(db, [account], now).then(
    () => false,
    () => true,
  );
  await countTry(db, account, (tries) => afterAddressTry(tries, now, MOST_PER_ACCOUNT));
  if (!signer || signer.disabledAt || tooOften) return;
  const token = newToken();
  const link = `${at.origin}${href(urls.reset, { token })}`;
  await inTransaction(db, async (tx) => {
    const expiresAt = new Date(now.getTime() + LASTS);
    await tx
      .insert(passwordResets)
      .values({ tokenHash: tokenHash(token), personId: signer.id, createdAt: now, expiresAt });
    const letter = {
      subject: m.accounts_resetSubject(),
      body: m.accounts_resetLetter({ name: signer.name, link }),
    };
    await post(tx, { recipient: email, ...letter }, now);
  });
}

/** Whether a reset link still works, and for whom. */
export async function findReset(db: Db, token: string, now: Date) {
  const [found] = await db
    .select({
      id: passwordResets.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      ends: passwordResets.expiresAt,
    })
    .from(passwordResets)
    .innerJoin(people, and(eq(people.id, passwordResets.personId), isNull(people.disabledAt)))
    .where(and(eq(passwordResets.tokenHash, tokenHash(token)), isNull(passwordResets.usedAt)));
  return found && found.ends > now ? found : undefined;
}

/** Chooses a new password by a reset link: once, and every session of the person ends. Of many uses at once, one wins. */
export async function resetPassword(db: Db, token: string, password: string, now: Date): Promise<void> {
  const found = await findReset(db, token, now);
  if (!found) throw new Refusal("missing", "accounts_linkOver");
  await refuseWeakPassword(password, [found.name, found.email ?? ""], "password");
  const hash = await hasher.hash(password);
  await inTransaction(db, async (tx) => {
    const unused = and(eq(passwordResets.id, found.id), isNull(passwordResets.usedAt));
    const [won] = await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(unused)
      .returning({ id: passwordResets.id });
    if (!won) throw new Refusal("missing", "accounts_linkOver");
    await replacePassword(tx, found.personId, hash, now);
    await endSessions(tx, found.personId);
    const author = { personId: found.personId, now };
    await record(tx, author, { kind: "accounts.password-reset", subjectId: found.personId, data: {} });
  });
}
