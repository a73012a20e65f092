import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Connection, Db } from "./client.server";
import * as schema from "./schema";

/** Older ones can lose committed writes when a checkpoint meets a commit (sqlite.org, 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** The path in `file:data/portal.sqlite` or in a bare path. */
export const sqlitePath = (url: string): string => url.replace(/^file:(\/\/)?/, "");

/** Refuses, with one sentence, a SQLite library that could lose what it acknowledged. */
export function demandSoundSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  const differing = OLDEST_SQLITE.findIndex((oldest, place) => parts[place] !== oldest);
  if (differing >= 0 && (parts[differing] ?? 0) < (OLDEST_SQLITE[differing] ?? 0)) {
    throw new Error(
      `SQLite ${version} can lose committed writes: ${OLDEST_SQLITE.join(".")} or newer is needed`,
    );
  }
}

/** One raw connection with our pragmas, each read back, since SQLite ignores what it does not understand. */
export function openFile(path: string, options: { readonly?: boolean } = {}): Database.Database {
  const file = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.readonly ?? false,
  });
  demandSoundSqlite(String(file.prepare("select sqlite_version()").pluck().get()));
  const wanted: Record<string, string | number> = {
    ...(options.readonly ? {} : { journal_mode: "wal" }),
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 250,
    cell_size_check: 1,
    trusted_schema: 0,
  };
  for (const [pragma, value] of Object.entries(wanted)) {
    file.pragma(`${pragma} = ${value}`);
    const found = file.pragma(pragma, { simple: true });
    if (found !== value)
      throw new Error(`SQLite would not set ${pragma} to ${value}: it says ${String(found)}`);
  }
  if (!options.readonly) file.pragma("journal_size_limit = 67108864");
  return file;
}

const MOST_STATEMENTS = 500;

/** Lets a connection prepare each statement once: the same reads come again with every page. */
function rememberStatements(file: Database.Database): void {
  const known = new Map<string, Database.Statement>();
  const prepare = file.prepare.bind(file);
  file.prepare = ((source: string) => {
    const found = known.get(source) ?? prepare(source);
    if (known.size < MOST_STATEMENTS) known.set(source, found);
    return found;
  }) as typeof file.prepare;
}

/**
 * Opens the database file, making it when absent: one connection that writes, one transaction at a time behind a
 * queue, and one that can only read. Waiting happens in the queue and never inside SQLite, which would stop the process.
 */
export async function open(url: string): Promise<Connection> {
  const path = sqlitePath(url);
  if (!existsSync(path)) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const writer = openFile(path);
  const reader = openFile(path);
  reader.pragma("query_only = 1");
  rememberStatements(reader);
  const writing = drizzle(writer, { schema });
  let last: Promise<unknown> = Promise.resolve();

  async function alone<Result>(work: (tx: Db) => Promise<Result>): Promise<Result> {
    writer.exec("begin immediate");
    // Revoked at the end, so that a forgotten await fails loudly and never writes outside its transaction.
    const { proxy: tx, revoke } = Proxy.revocable(writing, {});
    try {
      const result = await work(tx);
      writer.exec("commit");
      return result;
    } catch (refusal) {
      if (writer.inTransaction) writer.exec("rollback");
      throw refusal;
    } finally {
      revoke();
    }
  }

  return {
    db: drizzle(reader, { schema }),
    transact<Result>(work: (tx: Db) => Promise<Result>) {
      const turn = last.then(() => alone(work));
      last = turn.catch(() => undefined);
      return turn;
    },
    async copyTo(file) {
      await reader.backup(file);
    },
    async close() {
      await last;
      reader.close();
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}

/** Opens a database file to read it, beside whoever writes. Refuses a file that is not there. */
export async function openReadOnly(url: string): Promise<Pick<Connection, "db" | "copyTo" | "close">> {
  const file = openFile(sqlitePath(url), { readonly: true });
  return {
    db: drizzle(file, { schema }),
    async copyTo(path) {
      await file.backup(path);
    },
    async close() {
      file.close();
    },
  };
}
