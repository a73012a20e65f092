import { beforeAll, describe, expect, test } from "vitest";
import { beginTerm, endTerm } from "~/directory/commands.server";
import { findSeat } from "~/directory/one-seat-queries.server";
import {
  choosablePeople,
  findBody,
  findInstitution,
  listBodies,
  listInstitutions,
} from "~/directory/queries.server";
import { seatsOfInstitution, seatsOfPerson } from "~/directory/seat-queries.server";
import { findState, listStates } from "~/directory/state-queries.server";
import { inLanguage } from "~/i18n/locale.server";
import type { Db } from "~db/client.server";
import { cast } from "~db/seed/cast";
import { freshDatabase } from "../support/database";
import { daysFromToday, secretary, today } from "./happenings";

const COMMISSION = "comision-migrantes";
const titulars = cast.filter(({ seat }) => seat?.capacity === "titular").length;

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

describe("the Commission", () => {
  test("has 24 seats, vacant but for those of the cast, and none whose vote is confirmed", async () => {
    const commission = (await listBodies(db, today)).find(({ id }) => id === COMMISSION);
    expect(commission).toMatchObject({ seats: 24, vacant: 24 - titulars, unconfirmed: 24 });
  });

  test("had every seat vacant before anybody began", async () => {
    const commission = (await listBodies(db, "2001-01-01")).find(({ id }) => id === COMMISSION);
    expect(commission).toMatchObject({ seats: 24, vacant: 24 });
  });

  test("shows its seats in their order, with unit, people and vacancies", async () => {
    const seats = (await findBody(db, COMMISSION, today))?.seats ?? [];
    expect(seats.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(seats.find(({ id }) => id === "seat-inm")).toMatchObject({
      institution: { short: "INM" },
      through: null,
      titular: { personId: "inm", sample: true },
      alternates: [{ personId: "inm-suplente" }],
    });
    expect(seats.find(({ id }) => id === "seat-pfpnna")).toMatchObject({
      institution: { id: "sndif" },
      through: { id: "pfpnna" },
      titular: { personId: "sndif" },
    });
    expect(seats.find(({ id }) => id === "seat-indesol")).toMatchObject({
      institution: { id: "bienestar" },
      through: { id: "indesol" },
      titular: null,
      alternates: [],
    });
  });

  test("is no body of another name", async () => {
    expect(await findBody(db, "nobody", today)).toBeUndefined();
  });
});

describe("a seat", () => {
  test("tells its people of a day: until the last one included, then vacant, then the next", async () => {
    const begins = daysFromToday(10);
    const next = {
      name: "Quien sigue",
      office: "Titular",
      capacity: "titular" as const,
      appointment: "Oficio de prueba",
    };
    await beginTerm(db, secretary, "seat-sre", { ...next, fromDay: begins, endFormer: "on" });
    const former = (await findSeat(db, "seat-sre", today))?.titular;
    await endTerm(db, secretary, "seat-sre", former?.termId ?? "", {
      untilDay: daysFromToday(5),
      revision: 2,
    });
    const titularOn = async (days: number) =>
      (await findSeat(db, "seat-sre", daysFromToday(days)))?.titular?.name;
    expect(await titularOn(5)).toBe("Titular de muestra, SRE");
    expect(await titularOn(6)).toBeUndefined();
    expect(await titularOn(10)).toBe("Quien sigue");
    expect((await findSeat(db, "seat-sre", today))?.terms.map(({ name }) => name)).toEqual([
      "Quien sigue",
      "Titular de muestra, SRE",
    ]);
  });

  test("that is not there is not found", async () => {
    expect(await findSeat(db, "nobody", today)).toBeUndefined();
  });

  test("is found by who sits on it and in which capacity, while they do", async () => {
    expect(await seatsOfPerson(db, "inm-suplente", today)).toMatchObject([
      { id: "seat-inm", position: 2, capacity: "alternate", body: { id: COMMISSION } },
    ]);
    expect(await seatsOfPerson(db, "inm-suplente", "2001-01-01")).toEqual([]);
    expect(await seatsOfPerson(db, "observa", today)).toEqual([]);
  });

  test("is found by its institution and by the unit through which it is held", async () => {
    const ids = async (id: string) => (await seatsOfInstitution(db, id, today)).map((seat) => seat.id);
    expect(await ids("segob")).toEqual(["seat-segob-sdhpm", "seat-upmrip"]);
    expect(await ids("upmrip")).toEqual(["seat-upmrip"]);
    expect(await ids("renapo")).toEqual([]);
  });
});

describe("an institution", () => {
  test("has its parent, units, seats and people, and no address of theirs", async () => {
    const inm = await findInstitution(db, "inm", today);
    expect(inm).toMatchObject({
      short: "INM",
      parent: { id: "segob" },
      formerNames: [],
      absorbedBy: null,
      successor: null,
    });
    expect(inm?.people.map(({ id }) => id).sort()).toEqual(["inm", "inm-suplente"]);
    expect(JSON.stringify(inm)).not.toContain("@");
    const units = (await findInstitution(db, "segob", today))?.units.map(({ id }) => id);
    expect(units).toEqual(expect.arrayContaining(["inm", "comar", "upmrip"]));
  });

  test("is called as the reader's language calls it", async () => {
    const inm = await inLanguage("en", () => findInstitution(db, "inm", today));
    expect(inm?.name).toBe("National Migration Institute");
  });

  test("is listed by name, accents and all, with the one it is part of", async () => {
    const names = (await listInstitutions(db)).map(({ name }) => name);
    expect(names).toEqual(
      [...names].sort(new Intl.Collator("es", { sensitivity: "base", numeric: true }).compare),
    );
    expect((await listInstitutions(db)).find(({ id }) => id === "pfpnna")?.parent?.id).toBe("sndif");
  });
});

describe("the states", () => {
  test("are 32, all unknown until somebody reports", async () => {
    const states = await listStates(db);
    expect(states).toHaveLength(32);
    expect(new Set(states.flatMap(({ secretariat, phase }) => [secretariat, phase]))).toEqual(
      new Set(["unknown"]),
    );
  });

  test("have a commission of their own and no institution until one is needed", async () => {
    const chiapas = await findState(db, "chiapas");
    expect(chiapas).toMatchObject({ id: "07", institutions: [], secretariats: [], phases: [] });
    expect(chiapas?.bodies.map(({ kind }) => kind)).toEqual(["state-commission"]);
    expect(await findState(db, "atlantida")).toBeUndefined();
  });
});

test("people to choose from are named with their office alone", async () => {
  const people = await choosablePeople(db);
  expect(people.length).toBeGreaterThanOrEqual(cast.length);
  expect(Object.keys(people[0] ?? {}).sort()).toEqual(["id", "name", "office"]);
});
