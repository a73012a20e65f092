import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { verifyRecord } from "~/audit/verify.server";
import { systemClock } from "~/jobs/clock";
import { connectReadOnly } from "~db/client.server";
import { openFile, sqlitePath } from "~db/sqlite.server";
import type { Config } from "./config.server";
import { lockDatabase } from "./lock.server";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Refuses a copy that SQLite or the record's chain does not hold to be whole. Answers the entries of its record. */
async function provenEntries(file: string): Promise<number> {
  const raw = openFile(file, { readonly: true });
  try {
    const found = raw.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Error(`the copy is damaged: ${String(found)}`);
  } finally {
    raw.close();
  }
  const copy = await connectReadOnly(`file:${file}`);
  const { entries, broken } = await verifyRecord(copy.db).finally(() => copy.close());
  if (broken) throw new Error(`the copy's record does not hold at entry ${broken.seq}`);
  return entries;
}

/**
 * `npm run backup [folder]`: a consistent copy beside a running server, under another name until it is proven whole.
 * SQLite is copied to a file; PostgreSQL by its own pg_dump.
 */
export async function backup(config: Config, [folder]: string[]): Promise<void> {
  const into = resolve(folder ?? join(config.dataDir, "backups"));
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const onPostgres = config.databaseUrl.startsWith("postgres");
  const stamp = systemClock().toISOString().replace(/[:.]/g, "-");
  const file = join(into, `portal-${stamp}.${onPostgres ? "dump" : "sqlite"}`);
  const connection = await connectReadOnly(config.databaseUrl);
  await connection.copyTo(`${file}.part`).finally(() => connection.close());
  chmodSync(`${file}.part`, 0o600);
  const entries = onPostgres ? null : await provenEntries(`${file}.part`);
  for (const rest of ["-wal", "-shm"]) rmSync(`${file}.part${rest}`, { force: true });
  renameSync(`${file}.part`, file);
  print(entries === null ? file : `${file}\n${entries} entries of the record hold in it`);
}

/**
 * `npm run restore <file>`: puts a proven copy in the place of the database, and what was there beside it. Refuses
 * while a server runs, and a copy that is damaged. PostgreSQL is restored with its own pg_restore, as the README says.
 */
export async function restore(config: Config, [file]: string[]): Promise<void> {
  if (!file || !existsSync(file)) throw new Error("say which copy: npm run restore -- <file>");
  if (config.databaseUrl.startsWith("postgres"))
    throw new Error("restore PostgreSQL with pg_restore: see the README");
  const path = sqlitePath(config.databaseUrl);
  const release = await lockDatabase(config.databaseUrl);
  try {
    const fresh = `${path}.restoring`;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    copyFileSync(file, fresh);
    chmodSync(fresh, 0o600);
    const entries = await provenEntries(fresh);
    for (const rest of ["-wal", "-shm"]) rmSync(`${fresh}${rest}`, { force: true });
    const aside = `${path}.before-restore-${systemClock().toISOString().replace(/[:.]/g, "-")}`;
    for (const rest of ["", "-wal", "-shm"])
      if (existsSync(path + rest)) renameSync(path + rest, aside + rest);
    renameSync(fresh, path);
    print(`${path}\n${entries} entries of the record hold in it`);
  } finally {
    release();
  }
}
