import { beforeAll, describe, expect, test } from "vitest";
import { factsFor, ownSeats, recentFor, standsFor } from "~/desk/queries.server";
import { absorbInstitution } from "~/directory/institution-commands.server";
import { reportPhase } from "~/directory/state-commands.server";
import type { Db } from "~db/client.server";
import { invitations } from "~db/schema";
import { cast } from "~db/seed/cast";
import { inTransaction } from "~db/transaction.server";
import { daysFromToday, secretary } from "../directory/happenings";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";

const vacant = 24 - cast.filter(({ seat }) => seat?.capacity === "titular").length;

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function deskOf(key: string) {
  const actor = actorOf(key);
  const stands = await standsFor(db, actor);
  const seats = await ownSeats(db, actor);
  return {
    stands,
    seats,
    facts: await factsFor(db, actor, stands, seats),
    told: await recentFor(db, actor, stands, seats),
  };
}

describe("the desk", () => {
  test("of a delegate knows their institution, its seats and what they lack", async () => {
    const { stands, seats, facts } = await deskOf("acnur");
    expect(stands).toMatchObject({ institution: { id: "acnur" }, state: null });
    expect(seats.map(({ id }) => id)).toEqual(["seat-acnur"]);
    expect(facts).toEqual({ institution: { vacant: 0, withoutAlternate: 1 } });
  });

  test("of a state's editor knows their state and what it has not reported", async () => {
    const { stands, facts } = await deskOf("chiapas");
    expect(stands).toMatchObject({ institution: null, state: { slug: "chiapas" } });
    expect(facts).toEqual({ state: { secretariat: "unknown", phase: "unknown" } });
  });

  test("of the secretary counts what the directory lacks", async () => {
    const directory = { vacant, unconfirmed: 24, unreported: 32, heldByGone: 0 };
    expect((await deskOf("secretaria")).facts).toEqual({ directory });
  });

  test("of an observer knows nothing to do", async () => {
    expect((await deskOf("observa")).facts).toEqual({});
  });

  test("of an administrator counts invitations, open ones apart from those that are over", async () => {
    const one = {
      tokenHash: "a",
      email: "a@muestra.example",
      name: "A",
      office: "O",
      role: "observer" as const,
      createdAt: NOW,
    };
    const later = new Date(NOW.getTime() + 1000);
    const made = [
      { ...one, expiresAt: later },
      { ...one, tokenHash: "b", expiresAt: NOW },
      { ...one, tokenHash: "c", expiresAt: later, withdrawnAt: NOW },
      { ...one, tokenHash: "d", expiresAt: NOW, acceptedAt: NOW },
    ];
    await inTransaction(db, (tx) => tx.insert(invitations).values(made));
    const accounts = { openInvitations: 1, overInvitations: 1, failedLetters: 0 };
    expect((await deskOf("administracion")).facts).toEqual({ accounts });
  });

  test("of the secretary counts seats left with an institution that is gone", async () => {
    const absorption = {
      byId: "sep",
      onDay: daysFromToday(0),
      seats: "stay" as const,
      source: "Prueba",
      revision: 1,
    };
    await absorbInstitution(db, secretary, "conapred", absorption);
    expect((await deskOf("secretaria")).facts.directory?.heldByGone).toBe(1);
  });
});

describe("recent activity", () => {
  test("is of one's own state and of no other", async () => {
    const told = await reportPhase(db, actorOf("tabasco"), "tabasco", { phase: "created", source: "Prueba" });
    expect(told).toBeUndefined();
    expect((await deskOf("tabasco")).told.map(({ subject }) => subject.name)).toEqual(["Tabasco"]);
    expect((await deskOf("chiapas")).told).toEqual([]);
  });

  test("is of one's own institution and its seats", async () => {
    const subjects = (await deskOf("inm")).told.map(({ subject }) => subject);
    expect(new Set(subjects.map(({ type, name }) => `${type} ${name}`))).toEqual(
      new Set(["seat Asiento 2 · CPINNAMSCR"]),
    );
  });

  test.each([
    ["secretaria", false],
    ["observa", false],
    ["administracion", true],
  ])("shows accounts to %s: %s", async (key, shown) => {
    const types = (await deskOf(key)).told.map(({ subject }) => subject.type);
    expect(types.length).toBe(10);
    expect(types.includes("person")).toBe(shown);
  });
});
