import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "~/audit/verify.server";
import { passSeat, setSeatVote } from "~/directory/commands.server";
import type { Db } from "~db/client.server";
import { seatHoldings, seats } from "~db/schema";
import { actorOf } from "../support/cast";
import { freshDatabase } from "../support/database";
import { daysFromToday, lastHappenings, refusalOf, secretary } from "./happenings";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const seatRow = async (id: string) => (await db.select().from(seats).where(eq(seats.id, id)))[0];

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

test("after all this the record holds", async () => {
  expect((await verifyRecord(db)).broken).toBeNull();
});
