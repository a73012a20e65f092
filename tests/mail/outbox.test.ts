import { beforeEach, describe, expect, test } from "vitest";
import { onLetter, post, sendDue } from "~/mail/outbox.server";
import type { Db } from "~db/client.server";
import { outbox } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase, NOW } from "../support/database";

let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
  return () => onLetter(() => undefined);
});

const posted = (recipient: string, now = NOW) =>
  inTransaction(db, (tx) => post(tx, { recipient, subject: "Asunto", body: "Texto" }, now));
const minutes = (many: number) => new Date(NOW.getTime() + many * 60_000);
const rows = () => db.select().from(outbox);

/** A carrier as slow as a real server, which remembers what it took. */
function slowCarrier(ms = 10) {
  const carried: string[] = [];
  const ids: string[] = [];
  const carry = async ({ id, recipient }: { id: string; recipient: string }) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    carried.push(recipient);
    ids.push(id);
  };
  return { carry, carried, ids };
}

describe("the outbox", () => {
  test("wakes the post when a letter is on disk, and never for one that was undone", async () => {
    let woken = 0;
    onLetter(() => {
      woken += 1;
    });
    const undone = inTransaction(db, async (tx) => {
      await post(tx, { recipient: "a@b.example", subject: "s", body: "b" }, NOW);
      expect(woken).toBe(0);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect([woken, await rows()]).toEqual([0, []]);
    await posted("a@b.example");
    expect(woken).toBe(1);
  });

  test("sends a letter once, however often the post is woken while it is under way", async () => {
    const { carry, carried } = slowCarrier();
    const underWay: Promise<number>[] = [];
    onLetter(() => void underWay.push(sendDue(db, carry, NOW)));
    await Promise.all(["a@b.example", "c@d.example", "e@f.example"].map((recipient) => posted(recipient)));
    await Promise.all([...underWay, sendDue(db, carry, NOW)]);
    expect(carried.sort()).toEqual(["a@b.example", "c@d.example", "e@f.example"]);
    expect((await rows()).map(({ attempts, body }) => [attempts, body])).toEqual(Array(3).fill([1, ""]));
  });

  test("goes on with the others when one letter cannot leave, oldest first", async () => {
    await posted("second@b.example", minutes(1));
    await posted("first@b.example", NOW);
    await posted("broken@b.example", minutes(2));
    const { carry, carried } = slowCarrier(0);
    const picky = async (letter: { id: string; recipient: string }) => {
      if (letter.recipient.startsWith("broken")) throw new Error("550 no such box");
      await carry(letter);
    };
    expect(await sendDue(db, picky, minutes(3))).toBe(2);
    expect(carried).toEqual(["first@b.example", "second@b.example"]);
    const [left] = (await rows()).filter(({ sentAt }) => sentAt === null);
    expect(left).toMatchObject({
      recipient: "broken@b.example",
      attempts: 1,
      lastError: "550 no such box",
      body: "Texto",
    });
    expect(left?.nextAttemptAt).toEqual(minutes(4));
  });

  test("tries again under the same id, and forgets the error once it left", async () => {
    await posted("a@b.example");
    const ids: string[] = [];
    let fails = true;
    const carry = async ({ id }: { id: string }) => {
      ids.push(id);
      if (fails) throw new Error("421 later");
    };
    expect(await sendDue(db, carry, NOW)).toBe(0);
    fails = false;
    expect(await sendDue(db, carry, minutes(1))).toBe(1);
    expect(new Set(ids).size).toBe(1);
    expect(await rows()).toMatchObject([{ attempts: 2, lastError: null, body: "", sentAt: minutes(1) }]);
  });

  test("survives a post that failed altogether: the next call sends", async () => {
    await posted("a@b.example");
    const closed = {
      select: () => {
        throw new Error("closed");
      },
    } as unknown as Db;
    const { carry, carried } = slowCarrier(0);
    await expect(sendDue(closed, carry, NOW)).rejects.toThrow("closed");
    expect(await sendDue(db, carry, NOW)).toBe(1);
    expect(carried).toEqual(["a@b.example"]);
  });
});
