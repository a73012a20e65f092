import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { type Connection, connect } from "~db/client.server";
import { engine } from "~db/engine";
import { migrate } from "~db/migrate.server";
import { foundCommission } from "~db/seed/commission.server";
import { demonstrate, demonstrationBegins } from "~db/seed/demonstration.server";

/** The moment at which the tests' world stands still: now, to the second, since Lucia reads the machine's clock. */
export const NOW = new Date(Math.floor(Date.now() / 1000) * 1000);

const folder = mkdtempSync(join(tmpdir(), "portal-test-"));
const server = process.env.TEST_POSTGRES_URL ?? "";
const made: string[] = [];
let template: Promise<string> | undefined;

const nameOf = (url: string) => new URL(url).pathname.slice(1);

async function onServer(statement: string) {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function newDatabase(from?: string): Promise<string> {
  if (engine === "sqlite") {
    const file = join(folder, `${randomBytes(6).toString("hex")}.sqlite`);
    if (from) copyFileSync(from.replace("file:", ""), file);
    return `file:${file}`;
  }
  const name = `portal_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name}${from ? ` template ${nameOf(from)}` : ""}`);
  made.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function makeTemplate(): Promise<string> {
  const url = await newDatabase();
  await migrate(url);
  const { db, close } = await connect(url);
  await foundCommission(db, demonstrationBegins(NOW));
  await demonstrate(db, NOW);
  await close();
  return url;
}

/** An empty place for a database of the engine under test, not migrated. */
export const emptyUrl = (): Promise<string> => newDatabase();

/** A database of its own with the Commission and the cast in it; it is the one that pages use until the next. */
export async function freshDatabase(): Promise<Connection & { url: string }> {
  template ??= makeTemplate();
  const url = await newDatabase(await template);
  return { ...(await connect(url)), url };
}

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`);
});
