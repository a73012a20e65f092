import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import type { Connection, Db } from "./client.server";
import * as schema from "./schema";

/** Two transactions crossed and one was sent back by PostgreSQL: it is tried again from its beginning. */
const CROSSED = new Set(["40001", "40P01"]);
const TRIES = 3;

const codeOf = (failure: unknown): string | undefined => {
  const { code, cause } = (failure ?? {}) as { code?: string; cause?: unknown };
  return code ?? (cause ? codeOf(cause) : undefined);
};

/** Opens a pool of connections with time limits, since PostgreSQL's own defaults wait for ever. */
export async function open(url: string): Promise<Connection> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on("error", () => undefined); // an idle connection broke: the pool makes a new one at the next query
  const { rows } = await pool.query<{ version: number; commits: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as commits",
  );
  const [server] = rows;
  if (!server || server.version < 150_000) throw new Error("PostgreSQL 15 or newer is needed");
  if (server.commits === "off") throw new Error("PostgreSQL must not run with synchronous_commit = off");
  const db = drizzle(pool, { schema });

  async function transact<Result>(work: (tx: Db) => Promise<Result>, tries = TRIES): Promise<Result> {
    try {
      return await db.transaction((tx) => work(tx as unknown as Db));
    } catch (failure) {
      if (tries > 1 && CROSSED.has(codeOf(failure) ?? "")) return transact(work, tries - 1);
      throw failure;
    }
  }

  return {
    db: db as unknown as Db,
    transact: (work) => transact(work),
    async copyTo(file) {
      await promisify(execFile)("pg_dump", ["--format=custom", `--file=${file}`, url]);
    },
    close: () => pool.end(),
  };
}
