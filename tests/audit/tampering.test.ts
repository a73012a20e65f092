import { beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "~/audit/verify.server";
import { connectReadOnly } from "~db/client.server";
import { openFile, sqlitePath } from "~db/sqlite.server";
import { freshDatabase } from "../support/database";

let url: string;
let last: number;
beforeEach(async () => {
  const house = await freshDatabase();
  url = house.url;
  last = (await verifyRecord(house.db)).entries;
  await house.close();
});

/** What the proof says after someone with the file in hands ran `statement` on it. */
async function proofAfter(statement: string) {
  const raw = openFile(sqlitePath(url));
  raw.exec("drop trigger events_never_change; drop trigger events_never_vanish");
  expect(raw.prepare(statement).run().changes).toBeGreaterThan(0);
  raw.close();
  const beside = await connectReadOnly(url);
  return verifyRecord(beside.db).finally(() => beside.close());
}

const copyOf = (seq: string) =>
  `insert into events select ${seq}, at, actor_id, kind, subject_type, subject_id, data, previous_hash, 'x' from events where seq = 2`;

describe("a record that someone changed in the file", () => {
  test.each([
    ["an entry slipped in before the first", copyOf("0"), 0],
    ["an entry hidden before the first", copyOf("-1"), -1],
    ["the first entry moved before itself", "update events set seq = 0 where seq = 1", 0],
    ["facts that are not JSON any more", "update events set data = '{' where seq = 3", 3],
    ["facts that are nothing", "update events set data = '' where seq = 3", 3],
    ["a moment that is none", "update events set at = 'yesterday' where seq = 3", 3],
    ["a moment beyond all calendars", "update events set at = 9e18 where seq = 3", 3],
    ["the portal's own act given to a nameless person", "update events set actor_id = '' where seq = 1", 1],
  ])("is found out, by its entry's number: %s", async (_, statement, seq) => {
    const { broken } = await proofAfter(statement);
    expect(broken?.seq).toBe(seq);
  });

  test("is found out at its end too: the last entry moved before the first", async () => {
    expect((await proofAfter(`update events set seq = -5 where seq = ${last}`)).broken?.seq).toBe(-5);
  });
});
