import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type Database from "better-sqlite3";
import {
  type Migration,
  madeByAfter,
  pendingSteps,
  readMigrations,
  tablesThatLostRows,
} from "./migrations.server";
import { openFile, sqlitePath } from "./sqlite.server";

const names = (file: Database.Database, type: string) =>
  file
    .prepare("select name from sqlite_master where type = ? and name not like 'sqlite_%'")
    .pluck()
    .all(type) as string[];

const countRows = (file: Database.Database) =>
  new Map(
    names(file, "table").map((name) => [
      name,
      Number(file.prepare(`select count(*) from "${name}"`).pluck().get()),
    ]),
  );

function makeAnew(file: Database.Database, after: Migration) {
  for (const statement of after.statements) file.exec(statement);
  const present = new Set([...names(file, "view"), ...names(file, "trigger")]);
  const missing = madeByAfter(after).filter((name) => !present.has(name));
  if (missing.length > 0) throw new Error(`after.sql did not make ${missing.join(", ")}`);
}

/*
 * Foreign keys are off while tables are rebuilt, since dropping a table would otherwise delete the rows that point to
 * it (drizzle-orm#5782). They can only be switched outside a transaction; what they guard is checked before the commit.
 */
function apply(file: Database.Database, steps: Migration[], after: Migration) {
  file.pragma("foreign_keys = 0");
  try {
    file.transaction(() => {
      const before = countRows(file);
      for (const name of names(file, "trigger")) file.exec(`drop trigger "${name}"`);
      for (const name of names(file, "view")) file.exec(`drop view "${name}"`);
      for (const step of steps) for (const statement of step.statements) file.exec(statement);
      makeAnew(file, after);
      const lost = tablesThatLostRows(before, countRows(file));
      if (lost.length > 0) throw new Error(`a migration would have lost rows of ${lost.join(", ")}`);
      const dangling = file.pragma("foreign_key_check") as { table: string }[];
      if (dangling.length > 0)
        throw new Error(`a migration would have left rows of ${dangling[0]?.table} pointing nowhere`);
      const remember = file.prepare("insert or replace into migrations (tag, hash) values (?, ?)");
      for (const { tag, hash } of [...steps, after]) remember.run(tag, hash);
    })();
  } finally {
    file.pragma("foreign_keys = 1");
  }
}

/**
 * Brings a SQLite file to this program's schema, all or nothing, after copying a file that already holds data to
 * `backups/` beside it. Answers the tags applied. Refuses a newer database, lost rows and dangling references.
 */
export function migrateSqlite(url: string, folder = "drizzle/sqlite"): string[] {
  const path = sqlitePath(url);
  const isNew = !existsSync(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openFile(path);
  try {
    const { steps, after } = readMigrations(folder);
    file.exec("create table if not exists migrations (tag text primary key not null, hash text not null)");
    const applied = new Map(
      file.prepare("select tag, hash from migrations").raw().all() as [string, string][],
    );
    const pending = pendingSteps(steps, applied);
    if (pending.length === 0 && applied.get("after") === after.hash) return [];
    if (!isNew && applied.size > 0) {
      const backups = join(dirname(path), "backups");
      mkdirSync(backups, { recursive: true, mode: 0o700 });
      const copy = join(backups, `before-${pending[0]?.tag ?? after.hash.slice(0, 12)}.sqlite`);
      // A copy that an earlier, failed try left behind may lack what was written since: it is replaced once ours is whole.
      rmSync(`${copy}.part`, { force: true });
      file.prepare("vacuum into ?").run(`${copy}.part`);
      renameSync(`${copy}.part`, copy);
    }
    apply(file, pending, after);
    return pending.map(({ tag }) => tag);
  } finally {
    file.close();
  }
}
