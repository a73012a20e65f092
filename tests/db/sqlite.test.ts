import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { lockDatabase } from "~/server/lock.server";
import { settings } from "~db/schema";
import { demandSoundSqlite, openFile } from "~db/sqlite.server";
import { freshDatabase } from "../support/database";

const folder = mkdtempSync(join(tmpdir(), "portal-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a SQLite connection", () => {
  it("D6 syncs every commit to disk and keeps foreign keys", () => {
    const file = openFile(join(folder, "one.sqlite"));
    const said = ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema"].map(
      (pragma) => file.pragma(pragma, { simple: true }),
    );
    file.close();
    expect(said).toEqual(["wal", 2, 1, 250, 0]);
  });

  it.each([
    ["3.40.1", false, "Debian's own"],
    ["3.51.2", false, "the last that can lose commits"],
    ["3.51.3", true, "the first that cannot"],
    ["3.53.2", true, "ours"],
    ["4.0.0", true, "a later one"],
  ])("D8 judges SQLite %s: %s (%s)", (version, sound) => {
    const judged = () => demandSoundSqlite(version);
    if (sound) expect(judged).not.toThrow();
    else expect(judged).toThrow("can lose committed writes");
  });

  it("cannot write outside a transaction", async () => {
    const { db, close } = await freshDatabase();
    const row = { key: "outside", value: "1", sourceEs: "", sourceEn: "", ours: true };
    await expect(async () => db.insert(settings).values(row)).rejects.toThrow(/readonly|read-only/i);
    await close();
  });

  it("D14 shows why transactions are ours: the library's own refuses to wait", () => {
    const raw = new Database(":memory:");
    expect(() => raw.transaction(async () => undefined)()).toThrow("promise");
    raw.close();
  });
});

describe("the lock of a server", () => {
  it("refuses a second server on the same file, and lets the next in after the first has gone", async () => {
    const url = `file:${join(folder, "locked.sqlite")}`;
    const release = await lockDatabase(url);
    await expect(lockDatabase(url)).rejects.toThrow("already running");
    release();
    (await lockDatabase(url))();
  });
});
