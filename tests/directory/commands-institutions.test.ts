import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { absorbInstitution, renameInstitution } from "~/directory/institution-commands.server";
import { absorptions, findInstitution } from "~/directory/queries.server";
import { successorOf } from "~/directory/succession";
import type { Db } from "~db/client.server";
import { institutions, seatHoldings } from "~db/schema";
import { actorOf } from "../support/cast";
import { freshDatabase } from "../support/database";
import { daysFromToday, lastHappenings, refusalOf, secretary, today } from "./happenings";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const row = async (id: string) => (await db.select().from(institutions).where(eq(institutions.id, id)))[0];

describe("an institution takes a new name", () => {
  const naming = {
    nameEs: "Instituto de prueba",
    nameEn: "Test Institute",
    acronym: "IP",
    until: daysFromToday(-1),
    source: "DOF de prueba",
    revision: 1,
  };

  test("only by the secretary", async () => {
    expect(await refusalOf(renameInstitution(db, actorOf("inm"), "inm", naming))).toBe(
      "forbidden refusal_forbidden",
    );
  });

  test("and the former is kept with its last day and source", async () => {
    await renameInstitution(db, secretary, "inm", naming);
    const institution = await findInstitution(db, "inm", today);
    expect(institution).toMatchObject({ name: "Instituto de prueba", acronym: "IP", revision: 2 });
    expect(institution?.formerNames).toMatchObject([
      {
        nameEs: "Instituto Nacional de Migración",
        acronym: "INM",
        until: daysFromToday(-1),
        source: "DOF de prueba",
      },
    ]);
    expect(institution?.sources).toContain("DOF de prueba");
    expect(institution?.seats.map(({ id }) => id)).toEqual(["seat-inm"]);
    expect(await lastHappenings(db)).toMatchObject([
      {
        kind: "directory.institution-renamed",
        subjectId: "inm",
        data: { from: "Instituto Nacional de Migración", to: "Instituto de prueba" },
      },
    ]);
  });

  test.each([
    ["nobody", {}, "missing refusal_missing"],
    ["inm", {}, "stale refusal_stale"],
    ["inm", { revision: 2, nameEs: "Instituto de prueba" }, "invalid directory_sameName"],
    ["inm", { revision: 2, nameEs: "Otro" }, "invalid directory_beforeFormerName"],
    ["comar", { until: daysFromToday(1) }, "invalid directory_dayAhead"],
  ])("not %s with %o: %s", async (id, change, refusal) => {
    expect(await refusalOf(renameInstitution(db, secretary, id, { ...naming, ...change }))).toBe(refusal);
  });

  test("a stale form is told the name of now", async () => {
    await expect(renameInstitution(db, secretary, "inm", naming)).rejects.toMatchObject({
      details: {
        theirs: { nameEs: "Instituto de prueba", nameEn: "Test Institute", acronym: "IP" },
        revision: 2,
      },
    });
  });
});

describe("an institution is absorbed", () => {
  const absorption = {
    byId: "sep",
    onDay: today,
    seats: "through" as const,
    source: "DOF de prueba",
    revision: 1,
  };
  const holdingsOf = (seat: string) => db.select().from(seatHoldings).where(eq(seatHoldings.seatId, seat));
  const openOf = async (seat: string) => (await holdingsOf(seat)).find(({ untilDay }) => untilDay === null);

  test.each([
    ["conapred", { byId: "conapred" }, "invalid directory_absorbsItself"],
    ["conapred", { byId: "nobody" }, "invalid directory_noSuchInstitution"],
    ["conapred", { onDay: daysFromToday(1) }, "invalid directory_dayAhead"],
    ["conapred", { revision: 7 }, "stale refusal_stale"],
    ["nobody", {}, "missing refusal_missing"],
  ])("not %s with %o: %s", async (id, change, refusal) => {
    expect(await refusalOf(absorbInstitution(db, secretary, id, { ...absorption, ...change }))).toBe(refusal);
    expect((await row("conapred"))?.absorbedById).toBeNull();
  });

  test("only by the secretary", async () => {
    const work = absorbInstitution(db, actorOf("administracion"), "conapred", absorption);
    expect(await refusalOf(work)).toBe("forbidden refusal_forbidden");
  });

  test("and its seats go on with the absorber, through it", async () => {
    await absorbInstitution(db, secretary, "conapred", absorption);
    expect(await row("conapred")).toMatchObject({ absorbedById: "sep", absorbedOn: today, revision: 2 });
    expect(await openOf("seat-conapred")).toMatchObject({
      institutionId: "sep",
      throughId: "conapred",
      fromDay: today,
    });
    expect(await holdingsOf("seat-conapred")).toHaveLength(2);
    expect((await lastHappenings(db, 2)).map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ["directory.seat-passed", "seat-conapred"],
      ["directory.institution-absorbed", "conapred"],
    ]);
    const seats = (await findInstitution(db, "sep", today))?.seats;
    expect(seats).toMatchObject([
      { id: "seat-conapred", institution: { id: "sep" }, through: { id: "conapred" } },
    ]);
  });

  test("or directly", async () => {
    await absorbInstitution(db, secretary, "cndh", { ...absorption, seats: "direct" });
    expect(await openOf("seat-cndh")).toMatchObject({ institutionId: "sep", throughId: null });
  });

  test("or they stay until somebody says", async () => {
    await absorbInstitution(db, secretary, "conago", { ...absorption, seats: "stay" });
    expect(await openOf("seat-conago")).toMatchObject({ institutionId: "conago", throughId: null });
  });

  test.each([
    ["conapred", "salud", 2, "invalid directory_alreadyAbsorbed", "once"],
    ["sep", "conapred", 1, "invalid directory_absorptionCircle", "in no circle"],
    ["salud", "conapred", 1, "invalid directory_absorberGone", "by one that stands"],
  ])("%s by %s at revision %s: %s, %s", async (id, byId, revision, refusal) => {
    expect(await refusalOf(absorbInstitution(db, secretary, id, { ...absorption, byId, revision }))).toBe(
      refusal,
    );
  });

  test("in a chain, whose end answers for all", async () => {
    await absorbInstitution(db, secretary, "sep", { ...absorption, byId: "salud", seats: "stay" });
    expect((await findInstitution(db, "conapred", today))?.successor?.id).toBe("salud");
    const renaming = { nameEs: "a", nameEn: "b", until: today, source: "c", revision: 2 };
    expect(await refusalOf(renameInstitution(db, secretary, "sep", renaming))).toBe(
      "invalid directory_alreadyAbsorbed",
    );
  });

  test("in no circle of three, when each absorbs the next at once", async () => {
    const absorb = (id: string, byId: string) =>
      refusalOf(absorbInstitution(db, secretary, id, { ...absorption, byId }));
    const ring = [absorb("shcp", "stps"), absorb("stps", "fgr"), absorb("fgr", "shcp")];
    const outcomes = await Promise.all(ring);
    expect(outcomes.filter((outcome) => outcome === "done").length).toBeLessThan(3);
    const chain = await absorptions(db);
    const ends = ["shcp", "stps", "fgr"].map((id) => chain.get(successorOf(id, chain)));
    expect(ends).toEqual([null, null, null]);
  });
});
