import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "~/audit/verify.server";
import { beginTerm, endTerm, passSeat, setSeatVote } from "~/directory/commands.server";
import type { Db } from "~db/client.server";
import { people, seatHoldings, seats, seatTerms } from "~db/schema";
import { actorOf } from "../support/cast";
import { freshDatabase } from "../support/database";
import { daysFromToday, lastHappenings, refusalOf, secretary, today } from "./happenings";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const seatRow = async (id: string) => (await db.select().from(seats).where(eq(seats.id, id)))[0];
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

describe("the vote of a seat", () => {
  const said = { vote: "voice-only" as const, reason: "Acuerdo de prueba", revision: 1 };

  test("is nobody's to set but the secretary's", async () => {
    for (const key of ["administracion", "inm", "chiapas", "observa"]) {
      expect(await refusalOf(setSeatVote(db, actorOf(key), "seat-sre", said))).toBe(
        "forbidden refusal_forbidden",
      );
    }
  });

  test("is unsaid until the secretary speaks, and then recorded with its reason", async () => {
    expect((await seatRow("seat-sre"))?.vote).toBeNull();
    await setSeatVote(db, secretary, "seat-sre", said);
    expect(await seatRow("seat-sre")).toMatchObject({ vote: false, revision: 2 });
    expect(await lastHappenings(db)).toEqual([
      {
        kind: "directory.seat-vote-set",
        actorId: "secretaria",
        subjectId: "seat-sre",
        data: { vote: false, reason: "Acuerdo de prueba" },
      },
    ]);
  });

  test("is not set to what it is", async () => {
    const again = { ...said, revision: 2 };
    expect(await refusalOf(setSeatVote(db, secretary, "seat-sre", again))).toBe("invalid directory_voteSame");
  });

  test("refuses a stale form and says what stands now", async () => {
    const stale = setSeatVote(db, secretary, "seat-sre", { ...said, vote: "votes" });
    await expect(stale).rejects.toMatchObject({
      kind: "stale",
      details: { theirs: { vote: "Con voz, sin voto" }, revision: 2 },
    });
  });

  test("can be taken back", async () => {
    await setSeatVote(db, secretary, "seat-sre", { vote: "unconfirmed", reason: "Sin fuente", revision: 2 });
    expect((await seatRow("seat-sre"))?.vote).toBeNull();
  });

  test("is of a seat that exists", async () => {
    expect(await refusalOf(setSeatVote(db, secretary, "seat-nobody", said))).toBe("missing refusal_missing");
  });
});

describe("a seat passes", () => {
  const passing = {
    institutionId: "salud",
    fromDay: daysFromToday(-10),
    source: "DOF de prueba",
    revision: 1,
  };
  const holdings = () => db.select().from(seatHoldings).where(eq(seatHoldings.seatId, "seat-ceav"));

  test("only by the secretary", async () => {
    expect(await refusalOf(passSeat(db, actorOf("inm"), "seat-ceav", passing))).toBe(
      "forbidden refusal_forbidden",
    );
  });

  test.each([
    [{ institutionId: "nobody" }, "invalid directory_noSuchInstitution"],
    [{ throughId: "inm" }, "invalid directory_notItsUnit"],
    [{ institutionId: "ceav" }, "invalid directory_holdsAlready"],
    [{ fromDay: daysFromToday(1) }, "invalid directory_dayAhead"],
  ])("not with %o: %s", async (change, refusal) => {
    expect(await refusalOf(passSeat(db, secretary, "seat-ceav", { ...passing, ...change }))).toBe(refusal);
    expect(await holdings()).toHaveLength(1);
  });

  test("and the former holding ends the day before", async () => {
    await passSeat(db, secretary, "seat-ceav", passing);
    const [former, present] = (await holdings()).sort((a, b) =>
      (a.fromDay ?? "").localeCompare(b.fromDay ?? ""),
    );
    expect(former).toMatchObject({ institutionId: "ceav", untilDay: daysFromToday(-11) });
    expect(present).toMatchObject({
      institutionId: "salud",
      throughId: null,
      fromDay: daysFromToday(-10),
      untilDay: null,
    });
    const data = {
      institutionId: "salud",
      throughId: null,
      fromDay: daysFromToday(-10),
      source: "DOF de prueba",
    };
    expect(await lastHappenings(db)).toMatchObject([
      { kind: "directory.seat-passed", subjectId: "seat-ceav", data },
    ]);
  });

  test("never on or before the day on which it passed last", async () => {
    const back = { ...passing, institutionId: "ceav", revision: 2 };
    expect(await refusalOf(passSeat(db, secretary, "seat-ceav", back))).toBe(
      "invalid directory_beforeHolding",
    );
  });

  test("not by a stale form, which is told who holds it now", async () => {
    await expect(
      passSeat(db, secretary, "seat-ceav", { ...passing, institutionId: "sep" }),
    ).rejects.toMatchObject({
      kind: "stale",
      details: { theirs: { institutionId: "Secretaría de Salud" }, revision: 2 },
    });
  });
});

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
