import { asc, getTableColumns, gt, sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { events } from "~db/schema";
import { type Entry, GENESIS, hashEntry } from "./chain";

const PAGE = 1000;

/** What recomputing the record found: how many entries hold, the head's hash, and the first entry that does not. */
export interface Proof {
  entries: number;
  head: string;
  broken: { seq: number; why: "hash" | "order" | "link" } | null;
}

/** An entry as it lies in the database: its facts unread, since whoever changed them need not have left JSON. */
const asStored = { ...getTableColumns(events), data: sql<string>`${events.data}` };
type Stored = Omit<Entry, "data"> & { data: string; hash: string };

/** Whether an entry is what its hash says. One that cannot be read any more is not. */
function holds(previousHash: string, { data, ...entry }: Stored): boolean {
  if (entry.actorId === "") return false; // would be hashed like the portal itself, which is null
  try {
    return entry.hash === hashEntry(previousHash, { ...entry, data: JSON.parse(data) });
  } catch {
    return false;
  }
}

/** Recomputes the whole chain from its first entry, page by page, and stops at the first that does not fit. */
export async function verifyRecord(db: Db): Promise<Proof> {
  const proof: Proof = { entries: 0, head: GENESIS, broken: null };
  for (;;) {
    const page = await db
      .select(asStored)
      .from(events)
      // The first page has no lower bound, or an entry numbered below one would never be looked at.
      .where(proof.entries > 0 ? gt(events.seq, proof.entries) : undefined)
      .orderBy(asc(events.seq))
      .limit(PAGE);
    for (const entry of page) {
      const why =
        entry.seq !== proof.entries + 1
          ? "order"
          : entry.previousHash !== proof.head
            ? "link"
            : !holds(proof.head, entry)
              ? "hash"
              : null;
      if (why) return { ...proof, broken: { seq: entry.seq, why } };
      proof.entries += 1;
      proof.head = entry.hash;
    }
    if (page.length < PAGE) return proof;
  }
}
