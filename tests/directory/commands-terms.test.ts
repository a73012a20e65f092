import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "~/audit/verify.server";
import { beginTerm, endTerm } from "~/directory/commands.server";
import type { Db } from "~db/client.server";
import { people, seatTerms } from "~db/schema";
import { actorOf } from "../support/cast";
import { freshDatabase } from "../support/database";
import { daysFromToday, lastHappenings, refusalOf, secretary, today } from "./happenings";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const openTerms = (id: string) =>
  db
    .select()
    .from(seatTerms)
    .where(and(eq(seatTerms.seatId, id), isNull(seatTerms.untilDay)));
const newcomer = {
  name: "Persona recién llegada",
  office: "Dirección general",
  capacity: "titular" as const,
  fromDay: today,
  appointment: "Oficio de prueba 1/2026",
};

describe("a term begins", () => {
  test("only by the secretary", async () => {
    expect(await refusalOf(beginTerm(db, actorOf("acnur"), "seat-oim", newcomer))).toBe(
      "forbidden refusal_forbidden",
    );
  });

  test("with a new person, who is on record without an address", async () => {
    await beginTerm(db, secretary, "seat-oim", newcomer);
    const [term] = await openTerms("seat-oim");
    expect(term).toMatchObject({ capacity: "titular", fromDay: today, sample: false });
    const [person] = await db
      .select()
      .from(people)
      .where(eq(people.id, term?.personId ?? ""));
    expect(person).toMatchObject({ name: newcomer.name, office: newcomer.office, email: null });
    expect(await lastHappenings(db)).toMatchObject([
      {
        kind: "directory.term-begun",
        subjectId: "seat-oim",
        data: { name: newcomer.name, capacity: "titular", fromDay: today },
      },
    ]);
  });

  test("never beside another titular, and then nobody is put on record", async () => {
    const before = await db.$count(people);
    expect(await refusalOf(beginTerm(db, secretary, "seat-inm", newcomer))).toBe(
      "invalid directory_titularAlready",
    );
    expect(await db.$count(people)).toBe(before);
  });

  test("and ends the former titular's the day before when the form says so", async () => {
    await beginTerm(db, secretary, "seat-comar", { ...newcomer, endFormer: "on" });
    const [open] = await openTerms("seat-comar");
    expect(open?.personId).not.toBe("comar");
    const [former] = await db.select().from(seatTerms).where(eq(seatTerms.personId, "comar"));
    expect(former).toMatchObject({ untilDay: daysFromToday(-1), revision: 2 });
    expect((await lastHappenings(db, 2)).map(({ kind }) => kind)).toEqual([
      "directory.term-begun",
      "directory.term-ended",
    ]);
  });

  test("for an alternate without touching the titular", async () => {
    const before = await openTerms("seat-unicef");
    await beginTerm(db, secretary, "seat-unicef", { ...newcomer, capacity: "alternate", endFormer: "on" });
    expect((await openTerms("seat-unicef")).length).toBe(before.length + 1);
  });

  test.each([
    [{ personId: "nobody" }, "invalid directory_noSuchPerson"],
    [{ personId: "inm-suplente", capacity: "alternate" as const }, "invalid directory_personAlready"],
    [{ personId: "inm-suplente", endFormer: "on" as const }, "invalid directory_personAlready"],
    [{ untilDay: daysFromToday(-5), capacity: "alternate" as const }, "invalid directory_untilBeforeFrom"],
  ])("not with %o: %s", async (change, refusal) => {
    expect(await refusalOf(beginTerm(db, secretary, "seat-inm", { ...newcomer, ...change }))).toBe(refusal);
  });

  test("six times at once leaves one titular", async () => {
    const tries = Array.from({ length: 6 }, () => refusalOf(beginTerm(db, secretary, "seat-pnud", newcomer)));
    const refused = "invalid directory_titularAlready";
    expect((await Promise.all(tries)).sort()).toEqual(["done", ...Array(5).fill(refused)]);
    expect(await openTerms("seat-pnud")).toHaveLength(1);
  });
});

describe("a term ends", () => {
  const termOf = async (personId: string) =>
    (await db.select().from(seatTerms).where(eq(seatTerms.personId, personId)))[0]?.id ?? "";
  const end = { untilDay: today, revision: 1 };

  test("only by the secretary", async () => {
    const work = endTerm(db, actorOf("sre"), "seat-sre", await termOf("sre"), end);
    expect(await refusalOf(work)).toBe("forbidden refusal_forbidden");
  });

  test.each([
    ["seat-inm", end, "missing refusal_missing", "on its own seat alone"],
    [
      "seat-sre",
      { ...end, untilDay: "1999-01-01" },
      "invalid directory_untilBeforeFrom",
      "not before it began",
    ],
    ["seat-sre", { ...end, revision: 9 }, "stale refusal_stale", "not by a stale form"],
  ])("at %s with %o: %s, %s", async (seat, form, refusal) => {
    expect(await refusalOf(endTerm(db, secretary, seat, await termOf("sre"), form))).toBe(refusal);
  });

  test("on a day that may lie ahead, and may then only come sooner", async () => {
    const id = await termOf("sre");
    await endTerm(db, secretary, "seat-sre", id, { untilDay: daysFromToday(30), revision: 1 });
    const data = { name: "Titular de muestra, SRE", capacity: "titular", untilDay: daysFromToday(30) };
    expect(await lastHappenings(db)).toMatchObject([
      { kind: "directory.term-ended", subjectId: "seat-sre", data },
    ]);
    const later = endTerm(db, secretary, "seat-sre", id, { untilDay: daysFromToday(60), revision: 2 });
    expect(await refusalOf(later)).toBe("invalid directory_endOnlySooner");
    await endTerm(db, secretary, "seat-sre", id, { untilDay: daysFromToday(-1), revision: 2 });
    const again = endTerm(db, secretary, "seat-sre", id, { untilDay: daysFromToday(-2), revision: 3 });
    expect(await refusalOf(again)).toBe("invalid directory_termOver");
  });
});

test("after all this the record holds", async () => {
  expect((await verifyRecord(db)).broken).toBeNull();
});
