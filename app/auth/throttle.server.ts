import { createHash } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { throttles } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { secondsToWait, type Tries } from "./throttle";

/** What is throttled, by kind; the address of e-mail or network itself is kept only as a hash. */
export const throttleKey = (
  kind: "account" | "address" | "reset-account" | "reset-address",
  of: string,
): string => `${kind}:${createHash("sha256").update(of).digest("hex")}`;

async function triesOf(db: Db, key: string): Promise<Tries | undefined> {
  const [found] = await db.select().from(throttles).where(eq(throttles.key, key));
  return found;
}

/** Refuses while any of these keys must wait, saying for how long. */
export async function refuseWhileWaiting(db: Db, keys: string[], now: Date): Promise<void> {
  for (const key of keys) {
    const seconds = secondsToWait(await triesOf(db, key), now);
    if (seconds > 0)
      throw new Refusal("too-many", "refusal_tooMany", { params: { seconds }, retryAfterSeconds: seconds });
  }
}

/** Counts one more try under `key` by the given rule. Kept on disk: a restart forgives nothing. */
export const countTry = (db: Db, key: string, rule: (tries: Tries | undefined) => Tries): Promise<void> =>
  inTransaction(db, async (tx) => {
    const tries = rule(await triesOf(tx, key));
    await tx
      .insert(throttles)
      .values({ key, ...tries })
      .onConflictDoUpdate({ target: throttles.key, set: tries });
  });

/** Forgets the tries of a key, as after a success. */
export const forgetTries = (db: Db, key: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.delete(throttles).where(eq(throttles.key, key));
  });

/** Removes what began before `before` and says nothing any more. */
export const sweepThrottles = (db: Db, before: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.delete(throttles).where(lt(throttles.since, before));
  });
