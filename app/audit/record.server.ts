import { desc } from "drizzle-orm";
import type { Actor } from "~/auth/permissions";
import { lockChain } from "~db/chain.server";
import type { Db } from "~db/client.server";
import { events } from "~db/schema";
import { afterCommit } from "~db/transaction.server";
import { GENESIS, hashEntry } from "./chain";
import { type EventKind, type Happening, subjectOf } from "./events";

/** Who an entry is of: a person, or the portal itself (`personId: null`), at a moment. */
export type Author = Pick<Actor, "now"> & { personId: string | null };

const listeners = new Set<(kind: EventKind) => void>();

/** Tells `listener` of each entry once it is on disk. Answers how to stop. */
export function onRecorded(listener: (kind: EventKind) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Writes down what happened, in the transaction in which it happens, chained to the entry before. */
export async function record<Kind extends EventKind>(
  tx: Db,
  author: Author,
  { kind, subjectId, data }: Happening<Kind>,
) {
  await lockChain(tx);
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  const previousHash = last?.hash ?? GENESIS;
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: author.now,
    actorId: author.personId,
    kind,
    subjectType: subjectOf[kind],
    subjectId,
    data: data as Record<string, unknown>,
  };
  await tx.insert(events).values({ ...entry, previousHash, hash: hashEntry(previousHash, entry) });
  afterCommit(tx, () => {
    for (const tell of listeners) tell(kind);
  });
}
