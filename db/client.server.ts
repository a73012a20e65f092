import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type * as schema from "./schema";

/**
 * What queries and commands are given: a database, or a transaction of one. Typed as SQLite's; PostgreSQL's answers
 * to the same calls. Every query is awaited; SQLite's own `.get()`, `.all()` and `.run()` are not used.
 */
export type Db = BetterSQLite3Database<typeof schema>;

/** An open database with what only its keepers need. */
export interface Connection {
  db: Db;
  /** Runs `work` in one durable transaction, alone. Use `inTransaction`, which knows about nesting. */
  transact<Result>(work: (tx: Db) => Promise<Result>): Promise<Result>;
  /** Writes a consistent copy of the database to `file` while others go on reading and writing. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

let current: Connection | undefined;

/** Opens the database that `DATABASE_URL` names and makes it the one that pages use. */
export async function connect(url: string): Promise<Connection> {
  const { keep } = await import("./transaction.server");
  const { open } = url.startsWith("postgres")
    ? await import("./postgres.server")
    : await import("./sqlite.server");
  current = keep(await open(url));
  return current;
}

/** Opens a database to read it beside a running server: for `verify` and `backup`. */
export async function connectReadOnly(url: string): Promise<Pick<Connection, "db" | "copyTo" | "close">> {
  if (url.startsWith("postgres")) return (await import("./postgres.server")).open(url);
  return (await import("./sqlite.server")).openReadOnly(url);
}

/** The database of this process, for pages, jobs and the server. Everything else is given a `Db`. */
export function connection(): Db {
  if (!current) throw new Error("the database is not open yet");
  return current.db;
}
