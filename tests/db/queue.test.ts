import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { connectReadOnly, type Db } from "~db/client.server";
import { settings } from "~db/schema";
import { sqlitePath } from "~db/sqlite.server";
import { afterCommit, inTransaction } from "~db/transaction.server";
import { emptyUrl, freshDatabase } from "../support/database";

let db: Db;
let url: string;
beforeEach(async () => {
  const house = await freshDatabase();
  ({ db, url } = house);
  return () => house.close();
});

const note = async (tx: Db, key: string) => {
  await tx.insert(settings).values({ key, value: key, sourceEs: "", sourceEn: "", ours: true });
};
const noted = async (key: string) => (await db.select().from(settings).where(eq(settings.key, key))).length;

describe("the queue of SQLite's one writer", () => {
  test("runs each transaction alone, in the order asked for, and goes on after one that failed", async () => {
    const told: string[] = [];
    const turn = (name: string, ms: number) =>
      inTransaction(db, async () => {
        told.push(`${name} begins`);
        await pause(ms);
        told.push(`${name} ends`);
        if (name === "two") throw new Error("refused");
      });
    await Promise.allSettled([turn("one", 15), turn("two", 1), turn("three", 0)]);
    expect(told).toEqual(["one", "two", "three"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test("D14 lets a forgotten await fail loudly, also in the time of the next transaction", async () => {
    let stray: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (tx) => {
      stray = pause(5).then(() => note(tx, "stray"));
      stray.catch(() => undefined);
    });
    await inTransaction(db, () => pause(20));
    await expect(stray).rejects.toThrow(/revoked/);
    expect(await noted("stray")).toBe(0);
  });

  test("is free again before what follows a commit is told, in order, also from a joined command", async () => {
    const told: string[] = [];
    let next: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (tx) => {
      afterCommit(tx, () => void told.push("first"));
      await inTransaction(tx, async (same) => afterCommit(same, () => void told.push("second")));
      afterCommit(tx, () => {
        next = inTransaction(db, (other) => note(other, "afterwards"));
      });
    });
    await next;
    expect([told, await noted("afterwards")]).toEqual([["first", "second"], 1]);
  });
});

describe("D14 who opens the database beside a running server", () => {
  test("reads what was just kept, and cannot write", async () => {
    const beside = await connectReadOnly(url);
    await inTransaction(db, (tx) => note(tx, "fresh"));
    const found = await beside.db.select().from(settings).where(eq(settings.key, "fresh"));
    expect(found).toHaveLength(1);
    await expect(note(beside.db, "stray")).rejects.toThrow(/readonly/);
    await beside.close();
  });

  test("makes no database where there is none", async () => {
    const nowhere = await emptyUrl();
    await expect(connectReadOnly(nowhere)).rejects.toThrow();
    expect(existsSync(sqlitePath(nowhere))).toBe(false);
  });
});
