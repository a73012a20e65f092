import { sql } from "drizzle-orm";
import type { Db } from "./client.server";
import { engine } from "./engine";

const CHAIN = 7_294_002;

/**
 * Makes this transaction the only one that appends to the record until it ends. SQLite has one writer as it is;
 * PostgreSQL needs a lock, or two entries would follow the same one.
 */
export async function lockChain(tx: Db): Promise<void> {
  if (engine === "postgres")
    await tx.select({ lock: sql`pg_advisory_xact_lock(${CHAIN})` }).from(sql`(select 1) as one`);
}
