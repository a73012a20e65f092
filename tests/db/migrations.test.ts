import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { engine } from "~db/engine";
import { migrate } from "~db/migrate.server";
import { migratePostgres } from "~db/migrate-postgres.server";
import { migrateSqlite } from "~db/migrate-sqlite.server";
import { pendingSteps, tablesThatLostRows } from "~db/migrations.server";
import { openFile, sqlitePath } from "~db/sqlite.server";
import { emptyUrl } from "../support/database";

const root = mkdtempSync(join(tmpdir(), "portal-migrations-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder of migrations, as the generator leaves it. */
function written(
  name: string,
  steps: Record<string, string[]>,
  after: string[] = ["create view seen as select 1 as one"],
) {
  const folder = join(root, name);
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = Object.keys(steps).map((tag) => ({ tag }));
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ entries }));
  const both = { ...steps, after };
  for (const [tag, sql] of Object.entries(both)) {
    writeFileSync(join(folder, `${tag}.sql`), sql.join("\n--> statement-breakpoint\n"));
  }
  return folder;
}

const run = async (url: string, folder: string) =>
  engine === "sqlite" ? migrateSqlite(url, folder) : migratePostgres(url, folder);

const first = {
  "0000_a": [
    "create table parent (id integer primary key, name text)",
    "create table child (id integer primary key, parent_id integer references parent (id) on delete cascade)",
    "insert into parent values (1, 'one')",
    "insert into child values (1, 1), (2, 1), (3, 1)",
  ],
};

describe("migrating", () => {
  it("makes the whole schema once, and then has nothing to do", async () => {
    const url = await emptyUrl();
    expect(await migrate(url)).toEqual(["0000_the_house"]);
    expect(await migrate(url)).toEqual([]);
  });

  it("refuses a database that is newer than the program", async () => {
    const url = await emptyUrl();
    await run(url, written("newer", { ...first, "0001_b": ["create table later (id integer)"] }));
    await expect(run(url, written("older", first))).rejects.toThrow(
      "newer than this program: it has the migration 0001_b",
    );
  });

  it("refuses a migration that is not the one that made the database", async () => {
    const url = await emptyUrl();
    await run(url, written("original", first));
    const changed = written("changed", { "0000_a": [...first["0000_a"], "select 1"] });
    await expect(run(url, changed)).rejects.toThrow("0000_a is not the one");
  });

  it("refuses to lose rows, and leaves the database as it was", async () => {
    const url = await emptyUrl();
    await run(url, written("before", first));
    const losing = written("losing", { ...first, "0001_b": ["delete from child where id = 2"] });
    await expect(run(url, losing)).rejects.toThrow("lost rows of child");
    const next = written("next", { ...first, "0001_c": ["create table other (id integer)"] });
    expect(await run(url, next)).toEqual(["0001_c"]);
  });

  it("is not finished while something of after.sql is missing", async () => {
    const url = await emptyUrl();
    const vanishing = ["create view fleeting as select 1 as one", "drop view fleeting"];
    await expect(run(url, written("vanishing", first, vanishing))).rejects.toThrow("did not make fleeting");
  });

  it("makes views anew when only after.sql changed", async () => {
    const url = await emptyUrl();
    await run(url, written("views", first));
    expect(await run(url, written("views2", first, ["create view seen as select 2 as one"]))).toEqual([]);
  });
});

describe.runIf(engine === "sqlite")("migrating SQLite", () => {
  const rebuild = [
    "create table parent_new (id integer primary key, name text not null)",
    "insert into parent_new select * from parent",
    "drop table parent",
    "alter table parent_new rename to parent",
  ];

  it("D7 rebuilds a table without deleting the rows that point to it, after a copy", async () => {
    const url = `file:${join(root, "house/portal.sqlite")}`;
    migrateSqlite(url, written("d7", first));
    migrateSqlite(url, written("d7b", { ...first, "0001_rebuild": rebuild }));
    const file = openFile(sqlitePath(url));
    expect(file.prepare("select count(*) from child").pluck().get()).toBe(3);
    expect(file.pragma("foreign_keys", { simple: true })).toBe(1);
    file.close();
    expect(readdirSync(join(root, "house/backups"))).toEqual(["before-0001_rebuild.sqlite"]);
  });

  it("refuses to leave rows that point nowhere", async () => {
    const url = await emptyUrl();
    migrateSqlite(url, written("dangling", first));
    const step = [
      "create table orphan (id integer references parent (id))",
      "insert into orphan values (99)",
    ];
    expect(() => migrateSqlite(url, written("dangling2", { ...first, "0001_b": step }))).toThrow(
      "pointing nowhere",
    );
  });
});

describe("the rules of a history", () => {
  const step = (tag: string, hash = tag) => ({ tag, hash, statements: [] });
  it.each([
    [[], ["a", "b"], "everything, in an empty database"],
    [["a"], ["b"], "what is left"],
    [["a", "b"], [], "nothing, when all is done"],
  ])("after %j come %j: %s", (done, left) => {
    const pending = pendingSteps([step("a"), step("b")], new Map(done.map((tag) => [tag, tag])));
    expect(pending.map(({ tag }) => tag)).toEqual(left);
  });

  it("counts a dropped table as no loss and a shrunken one as loss", () => {
    const before = new Map([
      ["gone", 5],
      ["same", 2],
      ["less", 2],
    ]);
    expect(
      tablesThatLostRows(
        before,
        new Map([
          ["same", 2],
          ["less", 1],
        ]),
      ),
    ).toEqual(["less"]);
  });
});
