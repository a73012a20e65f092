import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { sqlitePath } from "~db/sqlite.server";

const POSTGRES_LOCK = 7_294_003;
const taken = () => new Error("another server of this portal is already running on this database");

function lockFile(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const lock = new Database(`${path}.lock`, { timeout: 0 });
  try {
    lock.pragma("locking_mode = exclusive");
    lock.exec("begin exclusive; create table if not exists held (by_process integer); commit;");
  } catch (failure) {
    lock.close();
    if ((failure as { code?: string }).code?.startsWith("SQLITE_BUSY")) throw taken();
    throw failure;
  }
  return () => lock.close();
}

async function lockPostgres(url: string): Promise<() => void> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
    POSTGRES_LOCK,
  ]);
  if (!rows[0]?.held) {
    await client.end();
    throw taken();
  }
  return () => void client.end();
}

/**
 * Makes this the only server on a database, until it is released or the process dies: an exclusive lock on a small
 * SQLite file beside the database, or PostgreSQL's own. Refuses while another server holds it.
 */
export async function lockDatabase(url: string): Promise<() => void> {
  return url.startsWith("postgres") ? lockPostgres(url) : lockFile(sqlitePath(url));
}
