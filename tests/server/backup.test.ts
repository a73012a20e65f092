import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { record } from "~/audit/record.server";
import { verifyRecord } from "~/audit/verify.server";
import { backup, restore } from "~/server/backup.server";
import { readConfig } from "~/server/config.server";
import { lockDatabase } from "~/server/lock.server";
import { verify } from "~/server/verify.server";
import { openFile, sqlitePath } from "~db/sqlite.server";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase, NOW } from "../support/database";

const folder = mkdtempSync(join(tmpdir(), "portal-backup-"));
let house: Awaited<ReturnType<typeof freshDatabase>>;
let said = "";

beforeAll(async () => {
  house = await freshDatabase();
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => {
  said = "";
});
afterAll(async () => {
  vi.restoreAllMocks();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const config = (url: string) => readConfig({ DATABASE_URL: url, DATA_DIR: folder });
const write = (nth: number) =>
  inTransaction(house.db, (tx) =>
    record(
      tx,
      { personId: null, now: NOW },
      { kind: "accounts.enabled", subjectId: `p${nth}`, data: { name: "p" } },
    ),
  );

async function copied(name: string): Promise<string> {
  const into = join(folder, name);
  await backup(config(house.url), [into]);
  return join(into, readdirSync(into)[0] ?? "");
}

describe("a backup", () => {
  it("is whole though others write meanwhile, and holds all that was kept before it began", async () => {
    await write(0);
    const { entries: before } = await verifyRecord(house.db);
    const [file] = await Promise.all([copied("busy"), ...Array.from({ length: 40 }, (_, nth) => write(nth))]);
    const entries = Number(/(\d+) entries/.exec(said)?.[1]);
    expect(entries).toBeGreaterThanOrEqual(before);
    expect(readdirSync(join(folder, "busy"))).toHaveLength(1);
    expect(existsSync(file)).toBe(true);
  });

  it("comes back to an empty place with every entry of its record", async () => {
    const file = await copied("back");
    const url = `file:${join(folder, "new/portal.sqlite")}`;
    await restore(config(url), [file]);
    said = "";
    await verify(config(url));
    const { entries, head } = await verifyRecord(house.db);
    expect(said).toBe(`${entries} entries hold; the head is ${head}\n`);
  });

  it("sets aside what it replaces", async () => {
    const file = await copied("aside");
    const url = `file:${join(folder, "old/portal.sqlite")}`;
    await restore(config(url), [file]);
    await restore(config(url), [file]);
    expect(readdirSync(join(folder, "old")).some((name) => name.includes("before-restore"))).toBe(true);
  });

  it("is not put back while a server runs", async () => {
    const file = await copied("running");
    const url = `file:${join(folder, "live/portal.sqlite")}`;
    const release = await lockDatabase(url);
    await expect(restore(config(url), [file])).rejects.toThrow("already running");
    release();
  });
});

describe("R13 a damaged copy", () => {
  const damage: [string, (bytes: Buffer) => Buffer][] = [
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 4096 * 3)],
    ["of nothing but noise", (bytes) => Buffer.alloc(bytes.length, 7)],
    [
      "with a page overwritten",
      (bytes) => Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(4096, 255), bytes.subarray(12288)]),
    ],
  ];
  it.each(damage)("is refused when it is %s", async (name, change) => {
    const file = await copied(`damaged ${name}`);
    writeFileSync(file, change(readFileSync(file)));
    const url = `file:${join(folder, `not ${name}/portal.sqlite`)}`;
    await expect(restore(config(url), [file])).rejects.toThrow();
    expect(existsSync(sqlitePath(url))).toBe(false);
  });

  it("is refused when its record does not hold, and verify names the first broken entry", async () => {
    const file = await copied("tampered");
    const raw = openFile(file);
    raw.exec("drop trigger events_never_change; update events set subject_id = 'x' where seq = 4");
    raw.close();
    await expect(restore(config(`file:${join(folder, "t/portal.sqlite")}`), [file])).rejects.toThrow(
      "entry 4",
    );
    const beside = join(folder, "beside.sqlite");
    copyFileSync(file, beside);
    await expect(verify(config(`file:${beside}`))).rejects.toThrow("entry 4 of the record does not hold");
  });
});
