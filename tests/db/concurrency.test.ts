import { setTimeout as pause } from "node:timers/promises";
import { asc, eq, like, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { lockChain } from "~db/chain.server";
import type { Db } from "~db/client.server";
import { settings } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase } from "../support/database";

let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
});

const sources = { sourceEs: "", sourceEn: "", ours: true };

const numbers = () =>
  db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(like(settings.key, "number-%"))
    .orderBy(asc(settings.key));
const keyOf = (number: number) => `number-${String(number).padStart(4, "0")}`;

/** Reads the highest number, pauses as a careless command would, and writes the next. */
const takeNumber = (owner: number) =>
  inTransaction(db, async (tx) => {
    await lockChain(tx);
    const [highest] = await tx
      .select({ taken: sql<number>`count(*)` })
      .from(settings)
      .where(like(settings.key, "number-%"));
    await pause(owner % 3);
    const number = Number(highest?.taken) + 1;
    await tx.insert(settings).values({ key: keyOf(number), value: String(owner), ...sources });
    if (owner % 10 === 0) throw new Error("refused");
    return number;
  });

describe("at the same time", () => {
  test("a hundred take a number, every tenth is refused: ninety numbers without a gap, each given once", async () => {
    const owners = Array.from({ length: 100 }, (_, owner) => owner);
    const outcomes = await Promise.allSettled(owners.map(takeNumber));
    const given = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const expected = Array.from({ length: 90 }, (_, at) => at + 1);
    expect(given.sort((a, b) => a - b)).toEqual(expected);
    const kept = await numbers();
    expect(kept.map(({ key }) => key)).toEqual(expected.map(keyOf));
    expect(kept.filter(({ value }) => Number(value) % 10 === 0)).toEqual([]);
    expect(new Set(kept.map(({ value }) => value)).size).toBe(90);
  });

  test("two that write the same new row: one does, the other is refused whole", async () => {
    const claim = (value: string) =>
      inTransaction(db, async (tx) => {
        await tx.insert(settings).values({ key: `side-${value}`, value, ...sources });
        await pause(5);
        await tx.insert(settings).values({ key: "claimed", value, ...sources });
        return value;
      });
    const outcomes = await Promise.allSettled(["a", "b"].map(claim));
    const winners = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(winners).toHaveLength(1);
    const sides = await db.select().from(settings).where(like(settings.key, "side-%"));
    expect(sides.map(({ value }) => value)).toEqual(winners);
  });

  test("who reads sees either all of a transaction or nothing of it", async () => {
    let state = "writing";
    const write = async () => {
      for (let round = 0; round < 20; round += 1)
        await inTransaction(db, async (tx) => {
          await tx.insert(settings).values({ key: `half-${round}-a`, value: "1", ...sources });
          await pause(1);
          await tx.insert(settings).values({ key: `half-${round}-b`, value: "1", ...sources });
        });
    };
    const writing = write().finally(() => {
      state = "written";
    });
    const halves: number[] = [];
    while (state === "writing") {
      const rows = await db.select({ key: settings.key }).from(settings).where(like(settings.key, "half-%"));
      if (rows.length % 2 === 1) halves.push(rows.length);
      await pause(0);
    }
    await writing;
    expect(halves).toEqual([]);
  });

  test("a conditional update succeeds for one of twenty", async () => {
    await inTransaction(db, async (tx) => {
      await tx.insert(settings).values({ key: "turn", value: "open", ...sources });
    });
    const take = (who: number) =>
      inTransaction(db, async (tx) => {
        const taken = await tx
          .update(settings)
          .set({ value: `taken by ${who}` })
          .where(sql`${eq(settings.key, "turn")} and ${eq(settings.value, "open")}`)
          .returning();
        return taken.length;
      });
    const counts = await Promise.all(Array.from({ length: 20 }, (_, who) => take(who)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});
