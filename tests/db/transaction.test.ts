import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "~db/client.server";
import { settings } from "~db/schema";
import { afterCommit, inTransaction } from "~db/transaction.server";
import { freshDatabase } from "../support/database";

let house: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;

beforeAll(async () => {
  house = await freshDatabase();
  db = house.db;
});
afterAll(() => house.close());

const mark = (key: string, value: string) => ({ key, value, sourceEs: "", sourceEn: "", ours: true });
const stored = async (key: string) => {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  return row?.value;
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe("a transaction", () => {
  it("keeps everything or nothing", async () => {
    await inTransaction(db, async (tx) => void (await tx.insert(settings).values(mark("kept", "1"))));
    const refused = inTransaction(db, async (tx) => {
      await tx.insert(settings).values(mark("undone", "1"));
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect([await stored("kept"), await stored("undone")]).toEqual(["1", undefined]);
  });

  it("is joined by a command that is handed it, and undone with it", async () => {
    const inner = (tx: Db) =>
      inTransaction(tx, async (same) => void (await same.insert(settings).values(mark("joined", "1"))));
    const outer = inTransaction(db, async (tx) => {
      await inner(tx);
      throw new Error("after all, no");
    });
    await expect(outer).rejects.toThrow("after all, no");
    expect(await stored("joined")).toBeUndefined();
  });

  it("refuses to begin inside another that was not handed on, since it would wait for itself", async () => {
    const nested = inTransaction(db, () => inTransaction(db, async () => undefined));
    await expect(nested).rejects.toThrow("hand its tx on");
  });

  it("cannot be used after its end", async () => {
    let kept: Db | undefined;
    await inTransaction(db, async (tx) => {
      kept = tx;
    });
    await expect(inTransaction(kept as Db, async () => undefined)).rejects.toThrow();
  });

  it("tells of itself only once it is on disk, and never when it was undone", async () => {
    const told: string[] = [];
    await inTransaction(db, async (tx) => {
      afterCommit(tx, () => told.push("kept"));
      expect(told).toEqual([]);
    });
    const undone = inTransaction(db, async (tx) => {
      afterCommit(tx, () => told.push("undone"));
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(told).toEqual(["kept"]);
  });
});

describe("many at once", () => {
  it("gives consecutive numbers to a hundred that read, pause and write while every tenth is refused", async () => {
    await inTransaction(db, async (tx) => void (await tx.insert(settings).values(mark("folio", "0"))));
    const folio = (nth: number) =>
      inTransaction(db, async (tx) => {
        // PostgreSQL lets two read the same number unless the row is held; SQLite has one writer as it is.
        await tx.update(settings).set({ ours: true }).where(eq(settings.key, "folio"));
        const [row] = await tx.select().from(settings).where(eq(settings.key, "folio"));
        await pause();
        if (nth % 10 === 9) throw new Error("refused");
        const next = Number(row?.value) + 1;
        await tx
          .update(settings)
          .set({ value: String(next) })
          .where(eq(settings.key, "folio"));
        return next;
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, nth) => folio(nth)));
    const given = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, place) => place + 1));
  });
});

describe("reading", () => {
  it("goes on while a transaction is open, and sees only what is on disk", async () => {
    await inTransaction(db, async (tx) => {
      await tx.insert(settings).values(mark("unseen", "1"));
      expect(await stored("unseen")).toBeUndefined();
    });
    expect(await stored("unseen")).toBe("1");
    expect(await db.select({ one: sql<number>`1` }).from(settings).limit(1)).toHaveLength(1);
  });
});
