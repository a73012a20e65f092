import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engine } from "~db/engine";
import { migrateSqlite } from "~db/migrate-sqlite.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-copies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function climb(...steps: string[]) {
  mkdirSync(join(folder, "steps/meta"), { recursive: true });
  const entries = steps.map((_, nth) => ({ tag: `000${nth}_step` }));
  writeFileSync(join(folder, "steps/meta/_journal.json"), JSON.stringify({ entries }));
  steps.forEach((sql, nth) => {
    writeFileSync(join(folder, "steps", `000${nth}_step.sql`), sql);
  });
  writeFileSync(join(folder, "steps/after.sql"), "create view shown as select 1 as one");
  return migrateSqlite(`file:${folder}/house/portal.sqlite`, join(folder, "steps"));
}
function ask(file: string, statement: string) {
  const database = new Database(join(folder, "house", file));
  const prepared = database.prepare(statement);
  const found = prepared.reader ? prepared.pluck().all() : prepared.run().changes;
  database.close();
  return found;
}
const table = "create table papers (name text not null)";
const broken = "insert into nowhere values (1)";
const good = "alter table papers add column note text";

describe.runIf(engine === "sqlite")("the copy made before a step", () => {
  test("holds what the step found, is one whole file, and is none where there was no data", () => {
    climb(table);
    expect(readdirSync(join(folder, "house"))).not.toContain("backups");
    ask("portal.sqlite", "insert into papers values ('one')");
    climb(table, good);
    expect(readdirSync(join(folder, "house/backups"))).toEqual(["before-0001_step.sqlite"]);
    expect(ask("backups/before-0001_step.sqlite", "select name from papers")).toEqual(["one"]);
    expect(ask("portal.sqlite", "select count(*) from papers where note is null")).toEqual([1]);
  });

  test("holds what the last try found, and not what one that failed earlier did", () => {
    climb(table);
    ask("portal.sqlite", "insert into papers values ('one')");
    expect(() => climb(table, broken)).toThrow(/nowhere/);
    expect(ask("portal.sqlite", "select name from papers")).toEqual(["one"]);
    ask("portal.sqlite", "insert into papers values ('two')");
    climb(table, good);
    const copy = ask("backups/before-0001_step.sqlite", "select name from papers order by name");
    expect(copy).toEqual(["one", "two"]);
    expect(readdirSync(join(folder, "house/backups"))).toEqual(["before-0001_step.sqlite"]);
  });
});
