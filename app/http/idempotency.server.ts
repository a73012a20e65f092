import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { submissions } from "~db/schema";

/** The key that a freshly drawn form carries. */
export const newKey = (): string => randomUUID();

interface Sent {
  senderId: string;
  key: string | null;
  fingerprint: string;
  now: Date;
}

/**
 * Lets a form act once. The first time runs `act` and remembers the address it answers with; the same form again gets
 * that address. Refuses a form without a key, and a key that was used for another form.
 */
export async function answerOnce(
  tx: Db,
  { senderId, key, fingerprint, now }: Sent,
  act: () => Promise<string>,
) {
  if (!key || key.length > 64) throw new Refusal("invalid", "refusal_formWithoutKey");
  const claimed = await tx
    .insert(submissions)
    .values({ senderId, key, fingerprint, location: "", createdAt: now })
    .onConflictDoNothing()
    .returning({ key: submissions.key });
  const mine = and(eq(submissions.senderId, senderId), eq(submissions.key, key));
  if (claimed.length === 0) {
    const [before] = await tx.select().from(submissions).where(mine);
    if (before?.fingerprint !== fingerprint) throw new Refusal("conflict", "refusal_formKeyReused");
    return before.location;
  }
  const location = await act();
  await tx.update(submissions).set({ location }).where(mine);
  return location;
}
