import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inLanguage } from "~/i18n/locale.server";
import { Refusal } from "~/refusal";
import { findInstitution, listInstitutions } from "~/transparency/institution-queries.server";
import { readHome } from "~/transparency/queries.server";
import { readSearch } from "~/transparency/search";
import { commissionSeats, findVoteRule, seatsOfInstitution } from "~/transparency/seat-queries.server";
import { findState, listStates } from "~/transparency/state-queries.server";
import type { Db } from "~db/client.server";
import {
  formerNames,
  institutions,
  people,
  phaseReports,
  seatHoldings,
  seats,
  secretariatReports,
  settings,
} from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase } from "../support/database";

let house: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  house = await freshDatabase();
});
afterAll(() => house.close());

const write = (work: (tx: Db) => Promise<unknown>) => inTransaction(house.db, work);
const search = (address = "") => listInstitutions(house.db, readSearch(new URLSearchParams(address)));
const at = (text: string) => new Date(`${text}T12:00:00Z`);

describe("the Commission's seats", () => {
  it("are the 24 of the leaflet, in its order, each with who holds it", async () => {
    const all = await commissionSeats(house.db);
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(all[3]).toMatchObject({
      holder: { id: "segob", kind: "federal" },
      through: { id: "upmrip" },
      vote: null,
    });
  });

  it("are of the institution and of the unit through which it holds them", async () => {
    const ids = async (id: string) => (await seatsOfInstitution(house.db, id)).map((seat) => seat.id);
    expect(await ids("segob")).toEqual(["seat-segob-sdhpm", "seat-upmrip"]);
    expect(await ids("upmrip")).toEqual(["seat-upmrip"]);
    expect(await ids("sep")).toEqual([]);
  });

  it("are counted by kind of who holds them", async () => {
    const { seatCount, composition, settledVotes } = await readHome(house.db);
    const counted = composition.map(({ kind, seats }) => [kind, seats.length]);
    expect(seatCount).toBe(24);
    expect(settledVotes).toBe(0);
    expect(counted).toEqual([
      ["federal", 10],
      ["legislative", 7],
      ["international", 5],
      ["state", 1],
      ["autonomous", 1],
    ]);
  });

  it("vote by a decision of this portal, which says its source in the language asked", async () => {
    const spanish = await findVoteRule(house.db);
    expect(spanish).toMatchObject({ ours: true });
    expect(spanish?.source).toContain("folleto");
    const english = await inLanguage("en", () => findVoteRule(house.db));
    expect(english?.source).toContain("leaflet");
  });
});

describe("the institutions", () => {
  it("come in alphabetical order, Á among A", async () => {
    const { total, institutions: all } = await search();
    expect(total).toBe(all.length);
    const names = all.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator("es").compare));
  });

  it("are named in the language asked", async () => {
    const english = await inLanguage("en", () => search("q=COMAR"));
    expect(english.institutions[0]).toMatchObject({ name: "Mexican Commission for Refugee Assistance" });
  });

  it.each([
    ["q=comar", ["comar"], "by acronym"],
    ["q=refugee assistance", ["comar"], "by the name in the other language"],
    ["q=mexican refugee commission", ["comar"], "by how a source calls them"],
    ["q=migracion&tipo=autonoma", [], "only of the kind asked"],
  ])("are found with %s: %j, %s", async (address, ids) => {
    expect((await search(address)).institutions.map(({ id }) => id)).toEqual(ids);
  });

  it("are found by a former name", async () => {
    const former = {
      nameEs: "Nombre de antes",
      nameEn: "Name of before",
      until: "2020-01-01",
      source: "Prueba",
    };
    await write((tx) => tx.insert(formerNames).values({ institutionId: "conapred", ...former }));
    expect((await search("q=nombre de antes")).institutions.map(({ id }) => id)).toEqual(["conapred"]);
    expect((await findInstitution(house.db, "conapred")).formerNames).toMatchObject([
      { name: "Nombre de antes" },
    ]);
  });

  it("with a seat are those that hold one and those through which one is held", async () => {
    const { institutions: seated } = await search("asiento=si");
    expect(seated.every(({ seats }) => seats > 0)).toBe(true);
    expect(seated.find(({ id }) => id === "senado")?.seats).toBe(3);
    expect(seated.find(({ id }) => id === "senado-ninez")?.seats).toBe(1);
  });

  it("come by pages when they are many, and none is lost", async () => {
    const many = Array.from({ length: 250 }, (_, number) => ({
      id: `lote-${number}`,
      nameEs: `Lote ${number}`,
      nameEn: `Lot ${number}`,
      kind: "state" as const,
      level: "municipal" as const,
      aliases: [],
      sources: [],
    }));
    await write((tx) => tx.insert(institutions).values(many));
    const [first, second, third] = [
      await search("q=lote"),
      await search("q=lote&pagina=2"),
      await search("q=lote&pagina=9"),
    ];
    const pages = [first, second, third].map(({ total, institutions: page }) => [total, page.length]);
    expect(pages).toEqual([
      [250, 200],
      [250, 50],
      [250, 0],
    ]);
    const ids = new Set([...first.institutions, ...second.institutions].map(({ id }) => id));
    expect(ids.size).toBe(250);
  });

  it("that were absorbed say by whom, and those that are not there are refused", async () => {
    const absorbed = { absorbedById: "bienestar", absorbedOn: "2024-01-01" };
    await write((tx) => tx.update(institutions).set(absorbed).where(eq(institutions.id, "indesol")));
    expect(await findInstitution(house.db, "indesol")).toMatchObject({ absorbedBy: { id: "bienestar" } });
    await expect(findInstitution(house.db, "nadie")).rejects.toMatchObject(
      new Refusal("missing", "refusal_missing"),
    );
  });
});

describe("the states", () => {
  it("are 32, and of none is anything known before a report", async () => {
    const all = await listStates(house.db);
    expect(all).toHaveLength(32);
    expect(new Set(all.flatMap(({ phase, secretariat }) => [phase.value, secretariat.value]))).toEqual(
      new Set(["unknown"]),
    );
    expect((await readHome(house.db)).reportedStates).toBe(0);
  });

  it("are what their newest report says, in the list and on their page", async () => {
    await write(async (tx) => {
      const [{ id } = { id: "" }] = await tx.select({ id: people.id }).from(people).limit(1);
      const report = { stateId: "20", reportedById: id, source: "Prueba" };
      await tx.insert(phaseReports).values([
        { ...report, phase: "installed", createdAt: at("2026-02-02") },
        { ...report, phase: "created", createdAt: at("2026-01-01") },
      ]);
      await tx
        .insert(secretariatReports)
        .values({ ...report, status: "shared", createdAt: at("2026-01-01"), sample: true });
    });
    const listed = (await listStates(house.db)).find(({ slug }) => slug === "oaxaca");
    expect(listed).toMatchObject({
      phase: { value: "installed" },
      secretariat: { value: "shared", sample: true },
    });
    const { phases, secretariats } = await findState(house.db, "oaxaca");
    expect(phases.map(({ value }) => value)).toEqual(["installed", "created"]);
    expect(secretariats).toMatchObject([
      { value: "shared", source: "Prueba", reportedAt: "2026-01-01T12:00:00.000Z" },
    ]);
    expect(await readHome(house.db)).toMatchObject({ reportedStates: 1, samples: { states: false } });
  });

  it("carry their clue apart from what is known", async () => {
    const { clue, phases } = await findState(house.db, "chiapas");
    expect(clue?.text).toContain("2021");
    expect(clue?.source).toBeTruthy();
    expect(phases).toEqual([]);
  });

  it("that are not there are refused", async () => {
    await expect(findState(house.db, "atlantida")).rejects.toMatchObject(
      new Refusal("missing", "refusal_missing"),
    );
  });
});

describe("what the secretary says", () => {
  it("settles the vote of a seat", async () => {
    await write((tx) => tx.update(seats).set({ vote: false }).where(eq(seats.id, "seat-oim")));
    expect((await readHome(house.db)).settledVotes).toBe(1);
    expect((await seatsOfInstitution(house.db, "oim"))[0]?.vote).toBe(false);
  });

  it("leaves a seat whose holding ended without an institution", async () => {
    await write((tx) =>
      tx.update(seatHoldings).set({ untilDay: "2026-01-01" }).where(eq(seatHoldings.seatId, "seat-oim")),
    );
    const { composition } = await readHome(house.db);
    expect(composition.find(({ kind }) => kind === null)?.seats).toMatchObject([
      { id: "seat-oim", holder: null },
    ]);
  });

  it("changes the rule of the vote where the setting changes", async () => {
    await write((tx) => tx.update(settings).set({ value: "false" }).where(eq(settings.key, "allSeatsVote")));
    expect(await findVoteRule(house.db)).toBeNull();
  });
});
