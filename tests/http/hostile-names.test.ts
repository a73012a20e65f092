import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { calendarDay, line } from "~/http/fields";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import type { Db } from "~db/client.server";
import { freshDatabase, NOW } from "../support/database";

let db: Db;
beforeAll(async () => {
  const house = await freshDatabase();
  ({ db } = house);
  return () => house.close();
});

const form = z.strictObject({ name: line(20), day: calendarDay().optional() });

async function statusOf(fields: [string, string][]) {
  let acted = 0;
  const body = new URLSearchParams([["_key", newKey()], ...fields]);
  const came = await submit(new Request("http://portal.test/x", { method: "POST", body }), db, {
    form,
    senderId: "inm",
    now: NOW,
    act: async () => {
      acted += 1;
    },
    goTo: () => "/done",
  });
  const status = "init" in came ? came.init?.status : (came as Response).status;
  return { status, acted };
}

const named = (name: string): [string, [string, string][]] => [
  name,
  [
    ["name", "a"],
    [name, "x"],
  ],
];

describe("C14 a form whose fields are named to do harm", () => {
  test.each([
    named("__proto__"),
    named("name[__proto__][x]"),
    named("a[__proto__][x]"),
    named("a.constructor.prototype.x"),
    named("constructor"),
    named("prototype"),
    named("a["),
    named("a[-1]"),
    named("a[1000000000]"),
    named("a..b"),
    named("name.b"),
    named("name[]"),
    named("]"),
    named("toString"),
  ])("is answered as a wrong form and acts not: %s", async (_, fields) => {
    const { status, acted } = await statusOf(fields);
    expect([400, 422]).toContain(status);
    expect(acted).toBe(0);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  test("is answered as a wrong form when a day is no day", async () => {
    expect(
      await statusOf([
        ["name", "a"],
        ["day", "mañana"],
      ]),
    ).toEqual({ status: 422, acted: 0 });
    expect(
      await statusOf([
        ["name", "a"],
        ["day", "2026-13-45"],
      ]),
    ).toEqual({ status: 422, acted: 0 });
  });
});
