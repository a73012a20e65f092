import { asc, gt } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { events } from "~db/schema";
import { GENESIS, hashEntry } from "./chain";

const PAGE = 1000;

/** What recomputing the record found: how many entries hold, the head's hash, and the first entry that does not. */
export interface Proof {
  entries: number;
  head: string;
  broken: { seq: number; why: "hash" | "order" | "link" } | null;
}

/** Recomputes the whole chain from its first entry, page by page, and stops at the first that does not fit. */
export async function verifyRecord(db: Db): Promise<Proof> {
  const proof: Proof = { entries: 0, head: GENESIS, broken: null };
  for (;;) {
    const page = await db
      .select()
      .from(events)
      .where(gt(events.seq, proof.entries))
      .orderBy(asc(events.seq))
      .limit(PAGE);
    for (const entry of page) {
      const why =
        entry.seq !== proof.entries + 1
          ? "order"
          : entry.previousHash !== proof.head
            ? "link"
            : entry.hash !== hashEntry(proof.head, entry)
              ? "hash"
              : null;
      if (why) return { ...proof, broken: { seq: entry.seq, why } };
      proof.entries += 1;
      proof.head = entry.hash;
    }
    if (page.length < PAGE) return proof;
  }
}
