import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { outbox } from "~db/schema";
import { afterCommit, inTransaction } from "~db/transaction.server";

/** One letter to one person. */
export interface Letter {
  recipient: string;
  subject: string;
  body: string;
}

const MINUTE = 60_000;
/** After these waits a letter is given up and shown as failed. */
const WAITS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);

let wake: () => void = () => undefined;
/** Who is told that a letter waits, once the transaction that wrote it is on disk. */
export const onLetter = (listener: () => void): void => {
  wake = listener;
};

/** Puts a letter in the outbox, in the transaction that causes it. Refuses line breaks where headers are made. */
export async function post(tx: Db, letter: Letter, now: Date): Promise<void> {
  if (/[\r\n\0]/.test(letter.recipient + letter.subject))
    throw new Error("a letter's headers hold a line break");
  await tx.insert(outbox).values({ ...letter, createdAt: now, nextAttemptAt: now });
  afterCommit(tx, wake);
}

/** Sends one letter and throws when it could not. Given the row's id, from which the Message-ID is made. */
export type Carrier = (letter: Letter & { id: string }) => Promise<void>;

let sending: Promise<unknown> = Promise.resolve();

/**
 * Sends what is due, oldest first, and answers how many left. A letter sent is emptied of its text; one that failed
 * waits longer each time. Called while it is at work, it waits its turn, or each letter under way would leave again.
 * It may leave twice only if the process dies at the wrong moment, always under the same Message-ID.
 */
export function sendDue(db: Db, carry: Carrier, now: Date): Promise<number> {
  const turn = sending.then(() => sendAll(db, carry, now));
  sending = turn.catch(() => undefined);
  return turn;
}

async function sendAll(db: Db, carry: Carrier, now: Date): Promise<number> {
  const due = await db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.nextAttemptAt, now)))
    .orderBy(asc(outbox.nextAttemptAt))
    .limit(50);
  let sent = 0;
  for (const letter of due) {
    const failure = await carry(letter).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : "unknown").slice(0, 300),
    );
    const wait = WAITS[letter.attempts];
    const outcome =
      failure === null
        ? { sentAt: now, body: "", lastError: null }
        : wait === undefined
          ? { failedAt: now, body: "", lastError: failure }
          : { nextAttemptAt: new Date(now.getTime() + wait), lastError: failure };
    await inTransaction(db, async (tx) => {
      await tx
        .update(outbox)
        .set({ ...outcome, attempts: letter.attempts + 1 })
        .where(eq(outbox.id, letter.id));
    });
    if (failure === null) sent += 1;
  }
  return sent;
}
