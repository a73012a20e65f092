import { Client } from "pg";
import {
  type Migration,
  madeByAfter,
  pendingSteps,
  readMigrations,
  tablesThatLostRows,
} from "./migrations.server";

/** Any number, as long as every version of the portal takes the same: two starts do not migrate at once. */
const LOCK = 7_294_001;

async function names(client: Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

const tables = "select tablename as name from pg_tables where schemaname = current_schema()";
const views = "select viewname as name from pg_views where schemaname = current_schema()";
const triggers = `select t.tgname || '" on "' || c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname = current_schema()`;

async function countRows(client: Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of await names(client, tables)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from "${name}"`);
    counts.set(name, Number(rows[0]?.count));
  }
  return counts;
}

async function makeAnew(client: Client, after: Migration) {
  for (const statement of after.statements) await client.query(statement);
  const present = new Set([
    ...(await names(client, views)),
    ...(await names(client, triggers)).map((name) => name.split('"')[0]),
  ]);
  const missing = madeByAfter(after).filter((name) => !present.has(name));
  if (missing.length > 0) throw new Error(`after.sql did not make ${missing.join(", ")}`);
}

async function apply(client: Client, steps: Migration[], after: Migration) {
  const before = await countRows(client);
  for (const name of await names(client, triggers)) await client.query(`drop trigger "${name}"`);
  for (const name of await names(client, views)) await client.query(`drop view "${name}" cascade`);
  for (const step of steps) for (const statement of step.statements) await client.query(statement);
  await makeAnew(client, after);
  const lost = tablesThatLostRows(before, await countRows(client));
  if (lost.length > 0) throw new Error(`a migration would have lost rows of ${lost.join(", ")}`);
  for (const { tag, hash } of [...steps, after]) {
    await client.query("insert into migrations values ($1, $2) on conflict (tag) do update set hash = $2", [
      tag,
      hash,
    ]);
  }
}

/** Brings a PostgreSQL database to this program's schema, all or nothing. Answers the tags applied. */
export async function migratePostgres(url: string, folder = "drizzle/postgres"): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create table if not exists migrations (tag text primary key, hash text not null)");
    const { rows } = await client.query<{ tag: string; hash: string }>("select tag, hash from migrations");
    const applied = new Map(rows.map(({ tag, hash }) => [tag, hash]));
    const { steps, after } = readMigrations(folder);
    const pending = pendingSteps(steps, applied);
    if (pending.length === 0 && applied.get("after") === after.hash) return [];
    await client.query("begin");
    await apply(client, pending, after);
    await client.query("commit");
    return pending.map(({ tag }) => tag);
  } finally {
    await client.end();
  }
}
