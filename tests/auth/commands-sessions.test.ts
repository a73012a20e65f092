import { eq, getTableName, is, sql, Table } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { changeRole, disablePerson, endSessionsOf } from "~/accounts/commands.server";
import { signIn } from "~/accounts/sign-in.server";
import { beginSession, endSession, readSession, sweepSessions } from "~/auth/lucia.server";
import { newToken, tokenHash } from "~/auth/secrets.server";
import type { Db } from "~db/client.server";
import * as schema from "~db/schema";
import { authSessions, people } from "~db/schema";
import { DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import { inTransaction } from "~db/transaction.server";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";

const MINUTE = 60_000;
const administrator = actorOf("administracion");
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const doorstep = { now: NOW, address: "192.0.2.1", device: "Firefox · Linux", deviceToken: null };

let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
});

const enter = (createdAt = NOW, personId = "sre") =>
  inTransaction(db, (tx) => beginSession(tx, personId, { createdAt, authEpoch: 1, device: "Firefox" }));
const holds = async (token: string, now = NOW) => (await readSession(db, token, now)) !== null;
const tables = Object.values(schema).flatMap((one) => (is(one, Table) ? [one] : []));

describe("C54 what the database keeps of a sign-in", () => {
  test("opens nothing: no table holds the tokens, and a session's id is no cookie", async () => {
    const who = { email: "sre@muestra.example", password: DEMONSTRATION_PASSWORD };
    const { token, deviceToken } = await signIn(db, who, doorstep);
    expect(tables.length).toBeGreaterThan(15);
    let dump = "";
    for (const table of tables) dump += JSON.stringify(await db.select().from(table));
    expect(dump).toContain(tokenHash(token));
    for (const secret of [token, deviceToken, DEMONSTRATION_PASSWORD]) expect(dump).not.toContain(secret);
    expect(await holds(token)).toBe(true);
    expect(await holds(tokenHash(token))).toBe(false);
    expect(tables.map(getTableName)).toContain("auth_sessions");
  });

  test("is refused by the table itself unless it is a hash", async () => {
    const row = { personId: "sre", createdAt: NOW, expiresAt: inMinutes(60), authEpoch: 1, device: "—" };
    const insert = inTransaction(db, (tx) => tx.insert(authSessions).values({ id: newToken(), ...row }));
    await expect(insert).rejects.toThrow();
  });
});

test("C55 every sign-in makes a token of its own, and one that was brought along is never adopted", async () => {
  const who = { email: "sre@muestra.example", password: DEMONSTRATION_PASSWORD };
  const brought = newToken();
  const first = await signIn(db, who, { ...doorstep, deviceToken: brought });
  const second = await signIn(db, who, { ...doorstep, deviceToken: first.deviceToken });
  expect(new Set([brought, first.token, second.token, first.deviceToken]).size).toBe(4);
  expect(second.deviceToken).toBe(first.deviceToken);
  expect(await holds(brought)).toBe(false);
});

describe("C56 a session ends", () => {
  test.each([
    [59, true, "it is used within the hour"],
    [60, false, "it was idle for an hour"],
  ])("after %i minutes it holds: %s, since %s", async (minutes, expected) => {
    expect(await holds(await enter(), inMinutes(minutes))).toBe(expected);
  });

  test("twelve hours after it began, however much it is used", async () => {
    const token = await enter();
    for (let minutes = 50; minutes < 720; minutes += 50)
      expect(await holds(token, inMinutes(minutes))).toBe(true);
    expect(await holds(token, inMinutes(719))).toBe(true);
    expect(await holds(token, inMinutes(720))).toBe(false);
    expect(await db.select().from(authSessions)).toEqual([]);
  });

  test("and is swept away when nobody uses it again", async () => {
    await enter();
    const fresh = await enter(inMinutes(30));
    await sweepSessions(db, inMinutes(61));
    const left = await db.select({ id: authSessions.id }).from(authSessions);
    expect(left).toEqual([{ id: tokenHash(fresh) }]);
  });

  test("reading pages writes its idle end at most once a minute", async () => {
    const token = await enter();
    const end = async () => (await db.select().from(authSessions))[0]?.expiresAt;
    await holds(token, new Date(NOW.getTime() + 59_000));
    expect(await end()).toEqual(inMinutes(60));
    await holds(token, inMinutes(1));
    expect(await end()).toEqual(inMinutes(61));
  });
});

describe("C57 at the next request a session is over", () => {
  const causes: [string, () => Promise<unknown>][] = [
    ["the person is disabled", () => disablePerson(db, administrator, "sre")],
    ["their role changes", () => changeRole(db, administrator, "sre", { role: "observer", revision: 1 })],
    ["their sessions are ended", () => endSessionsOf(db, administrator, "sre")],
    [
      "their epoch moves on, though the row stays",
      () =>
        inTransaction(db, (tx) =>
          tx
            .update(people)
            .set({ authEpoch: sql`${people.authEpoch} + 1` })
            .where(eq(people.id, "sre")),
        ),
    ],
    [
      "they are disabled, though epoch and row stay",
      () => inTransaction(db, (tx) => tx.update(people).set({ disabledAt: NOW }).where(eq(people.id, "sre"))),
    ],
  ];
  test.each(causes)("when %s; others' go on", async (_, happen) => {
    const [theirs, another] = [await enter(), await enter(NOW, "inm")];
    expect(await holds(theirs)).toBe(true);
    await happen();
    expect(await holds(theirs)).toBe(false);
    expect(await holds(another)).toBe(true);
  });
});

test("nobody ends another's session by its id", async () => {
  const theirs = await enter(NOW, "inm");
  expect(await inTransaction(db, (tx) => endSession(tx, "sre", tokenHash(theirs)))).toBe(false);
  expect(await holds(theirs)).toBe(true);
});
