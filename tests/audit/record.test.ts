import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GENESIS } from "~/audit/chain";
import { onRecorded, record } from "~/audit/record.server";
import { verifyRecord } from "~/audit/verify.server";
import { engine } from "~db/engine";
import { events } from "~db/schema";
import { openFile, sqlitePath } from "~db/sqlite.server";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase, NOW } from "../support/database";

let house: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  house = await freshDatabase();
});
afterAll(() => house.close());

const portal = { personId: null, now: NOW };
const happens = (id: string) =>
  inTransaction(house.db, (tx) =>
    record(tx, portal, { kind: "accounts.disabled", subjectId: id, data: { name: id } }),
  );

describe("the record", () => {
  it("chains fifty entries written at once without a gap or a fork", async () => {
    const { entries: before } = await verifyRecord(house.db);
    await Promise.all(Array.from({ length: 50 }, (_, nth) => happens(`p${nth}`)));
    const proof = await verifyRecord(house.db);
    expect(proof).toMatchObject({ entries: before + 50, broken: null });
    const rows = await house.db.select({ previous: events.previousHash }).from(events);
    expect(new Set(rows.map(({ previous }) => previous)).size).toBe(rows.length);
  });

  it("is undone with the act it tells of, and tells nobody", async () => {
    const told: string[] = [];
    const stop = onRecorded((kind) => told.push(kind));
    const { entries } = await verifyRecord(house.db);
    const undone = inTransaction(house.db, async (tx) => {
      await record(tx, portal, { kind: "accounts.disabled", subjectId: "x", data: { name: "x" } });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    stop();
    expect([(await verifyRecord(house.db)).entries, told]).toEqual([entries, []]);
  });

  it.each([
    ["update", sql`update events set kind = 'accounts.enabled' where seq = 1`],
    ["delete", sql`delete from events where seq = 1`],
  ])("C86 refuses to %s an entry, by the database itself", async (_, statement) => {
    const change = inTransaction(house.db, async (tx) => {
      await tx.select({ done: sql`1` }).from(events).limit(1);
      await (engine === "sqlite"
        ? tx.run(statement)
        : (tx as unknown as { execute(s: unknown): Promise<unknown> }).execute(statement));
    });
    await expect(change).rejects.toThrow();
    expect((await verifyRecord(house.db)).broken).toBeNull();
  });
});

describe.runIf(engine === "sqlite")("the proof", () => {
  let url = "";
  beforeEach(async () => {
    const fresh = await freshDatabase();
    url = fresh.url;
    await fresh.close();
  });

  const tampered = async (statement: string) => {
    const raw = openFile(sqlitePath(url));
    raw.exec("drop trigger events_never_change; drop trigger events_never_vanish");
    raw.exec(statement);
    raw.close();
    const { connect } = await import("~db/client.server");
    const again = await connect(url);
    const proof = await verifyRecord(again.db);
    await again.close();
    return proof.broken;
  };

  it.each([
    ["at", "update events set at = at + 1 where seq = 3", { seq: 3, why: "hash" }],
    ["actor_id", "update events set actor_id = 'x' where seq = 3", { seq: 3, why: "hash" }],
    ["kind", "update events set kind = 'accounts.enabled' where seq = 3", { seq: 3, why: "hash" }],
    ["subject_type", "update events set subject_type = 'seat' where seq = 2", { seq: 2, why: "hash" }],
    ["subject_id", "update events set subject_id = 'x' where seq = 3", { seq: 3, why: "hash" }],
    ["data", "update events set data = '{}' where seq = 3", { seq: 3, why: "hash" }],
    ["previous_hash", "update events set previous_hash = 'x' where seq = 3", { seq: 3, why: "link" }],
    ["hash", "update events set hash = 'x' where seq = 3", { seq: 3, why: "hash" }],
    ["a row, by deleting it", "delete from events where seq = 3", { seq: 4, why: "order" }],
    ["the first row", "delete from events where seq = 1", { seq: 2, why: "order" }],
  ])("R14 names the first entry that does not hold after a change of %s", async (_, statement, broken) => {
    expect(await tampered(statement)).toEqual(broken);
  });

  it("of an empty record is the beginning", async () => {
    const raw = openFile(sqlitePath(url));
    raw.exec("drop trigger events_never_vanish; delete from events");
    raw.close();
    const { connect } = await import("~db/client.server");
    const again = await connect(url);
    expect(await verifyRecord(again.db)).toEqual({ entries: 0, head: GENESIS, broken: null });
    await again.close();
  });
});
