import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "~db/client.server";
import { fieldValue, send, visit, wordsOf } from "../desk/visit";
import { freshDatabase } from "../support/database";
import { daysFromToday, lastHappenings, today } from "./happenings";

const directory = "/trabajo/directorio";
const seat = (id: string) => `${directory}/asientos/${id}`;

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

describe("the directory is read", () => {
  test.each([
    [directory, "Asientos vacantes"],
    [
      `${directory}/organos/comision-migrantes`,
      "todos los asientos votan mientras la secretaría no indique otra cosa",
    ],
    [`${directory}/organos/grupo-trabajo`, "Todavía no hay asientos registrados"],
    [`${directory}/organos/comision-chiapas`, "Comisión estatal"],
    [seat("seat-inm"), "Titular de muestra, INM"],
    [seat("seat-sspc"), "Vacante"],
    [`${directory}/instituciones/inm`, "Suplente de muestra, INM"],
    [`${directory}/instituciones/sep`, "No ocupa ningún asiento"],
    [`${directory}/estados/chiapas`, "Nadie ha informado todavía"],
    [`${directory}/estados/chihuahua`, "Todavía no se ha registrado ninguna"],
  ])("at %s by everyone who has an account: %s", async (path, words) => {
    for (const key of ["secretaria", "administracion", "inm", "chiapas", "observa"]) {
      const { status, html } = await visit(key, path);
      expect(status).toBe(200);
      expect(wordsOf(html)).toContain(words);
    }
    expect((await visit("observa", path, "en")).status).toBe(200);
    expect((await visit(null, path)).status).toBe(401);
  });

  test.each([
    `${directory}/organos/nada`,
    seat("nada"),
    `${directory}/instituciones/nada`,
    `${directory}/estados/nada`,
  ])("and %s is not found", async (path) => {
    expect((await visit("secretaria", path)).status).toBe(404);
  });

  test("with buttons only for who may press them", async () => {
    const buttons = async (key: string, path: string) =>
      [
        ...(await visit(key, path)).html.matchAll(
          /href="([^"]*)" class="button|class="button[^>]*href="([^"]*)"/g,
        ),
      ]
        .map(([, before, after]) => before ?? after)
        .filter((to) => to?.startsWith(path));
    expect(await buttons("inm", seat("seat-inm"))).toEqual([]);
    expect(await buttons("secretaria", seat("seat-inm"))).toHaveLength(3);
    expect(await buttons("secretaria", `${directory}/instituciones/inm`)).toHaveLength(2);
    expect(await buttons("inm", `${directory}/instituciones/inm`)).toEqual([]);
    expect(await buttons("chiapas", `${directory}/estados/chiapas`)).toHaveLength(2);
    expect(await buttons("chiapas", `${directory}/estados/tabasco`)).toEqual([]);
    expect(await buttons("secretaria", `${directory}/estados/tabasco`)).toHaveLength(3);
  });
});

describe("a form of the directory", () => {
  const forms = [
    `${seat("seat-oim")}/voto`,
    `${seat("seat-oim")}/titularidad`,
    `${seat("seat-oim")}/nombramientos/nuevo`,
    `${directory}/instituciones/shcp/nombre`,
    `${directory}/instituciones/shcp/absorcion`,
    `${directory}/estados/sonora/secretaria`,
    `${directory}/estados/sonora/fase`,
    `${directory}/estados/sonora/instituciones/nueva`,
  ];

  test.each(forms)("%s opens for the secretary in both languages, with a key of its own", async (path) => {
    const [first, second] = [await visit("secretaria", path), await visit("secretaria", path, "en")];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(fieldValue(first.html, "_key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(fieldValue(first.html, "_key")).not.toBe(fieldValue(second.html, "_key"));
  });

  test.each(forms)("%s is closed to who may not", async (path) => {
    for (const key of ["inm", "observa", "administracion", "chiapas"]) {
      const { status, html } = await visit(key, path);
      expect(status).toBe(403);
      expect(html).not.toContain('<form method="post" id');
      expect((await send(key, path, {})).status).toBe(403);
    }
  });

  test.each(forms)(
    "%s comes back when everything is missing, and its summary takes the focus",
    async (path) => {
      const { status, html } = await send("secretaria", path, {});
      expect(status).toBe(422);
      expect(html).toMatch(/role="alert" tabindex="-1" autofocus/i);
    },
  );

  test("keeps what was typed and says at each field what is wrong", async () => {
    const path = `${directory}/estados/sonora/fase`;
    const { status, html } = await send("secretaria", path, {
      phase: "created",
      sinceDay: "2026-02-30",
      source: "",
    });
    expect(status).toBe(422);
    expect(html).toContain('value="2026-02-30"');
    expect(wordsOf(html)).toContain("No es una fecha del calendario.");
    expect(html).toMatch(/value="created"[^>]*checked|checked[^>]*value="created"/);
    expect(html).toMatch(/aria-invalid="true"/);
  });
});

describe("an act of the directory", () => {
  test.each([
    [
      `${seat("seat-oim")}/voto`,
      { vote: "votes", reason: "Acuerdo de prueba", revision: "1" },
      `${seat("seat-oim")}?hecho=seatVote`,
      "directory.seat-vote-set",
    ],
    [
      `${seat("seat-cndh")}/titularidad`,
      { institutionId: "ceav", throughId: "", fromDay: today, source: "DOF de prueba", revision: "1" },
      `${seat("seat-cndh")}?hecho=seatPassed`,
      "directory.seat-passed",
    ],
    [
      `${seat("seat-oim")}/nombramientos/nuevo`,
      {
        personId: "",
        name: "Ana de muestra",
        office: "Titular",
        capacity: "titular",
        fromDay: today,
        untilDay: "",
        appointment: "Oficio",
      },
      `${seat("seat-oim")}?hecho=termBegun`,
      "directory.term-begun",
    ],
    [
      `${directory}/instituciones/shcp/nombre`,
      {
        nameEs: "Hacienda",
        nameEn: "Treasury",
        acronym: "",
        until: daysFromToday(-1),
        source: "DOF",
        revision: "1",
      },
      `${directory}/instituciones/shcp?hecho=institutionRenamed`,
      "directory.institution-renamed",
    ],
    [
      `${directory}/instituciones/stps/absorcion`,
      { byId: "shcp", onDay: today, seats: "through", source: "DOF", revision: "1" },
      `${directory}/instituciones/stps?hecho=institutionAbsorbed`,
      "directory.institution-absorbed",
    ],
    [
      `${directory}/estados/sonora/secretaria`,
      { status: "shared", sinceDay: "", source: "Boletín de prueba" },
      `${directory}/estados/sonora?hecho=secretariatReported`,
      "directory.secretariat-reported",
    ],
    [
      `${directory}/estados/sonora/fase`,
      { phase: "operating", sinceDay: today, source: "Boletín de prueba" },
      `${directory}/estados/sonora?hecho=phaseReported`,
      "directory.phase-reported",
    ],
    [
      `${directory}/estados/sonora/instituciones/nueva`,
      { template: "sedif", municipality: "", source: "Ley de prueba" },
      `${directory}/instituciones/sedif-sonora?hecho=institutionAdded`,
      "directory.state-institution-added",
    ],
  ])("at %s with %o leads to %s", async (path, fields, location, kind) => {
    const { status, location: to } = await send("secretaria", path, fields);
    expect([status, to]).toEqual([303, location]);
    expect(await lastHappenings(db)).toMatchObject([{ kind, actorId: "secretaria" }]);
    const shown = await visit("secretaria", location);
    expect(shown.html).toContain('role="status"');
  });

  test("ends a term from its own page", async () => {
    const { html } = await visit("secretaria", seat("seat-acnur"));
    const to = /href="([^"]*\/nombramientos\/[^"]*\/termino)"/.exec(html)?.[1] ?? "";
    expect((await visit("inm", to)).status).toBe(403);
    const page = await visit("secretaria", to);
    const revision = fieldValue(page.html, "revision") ?? "";
    const sent = await send("secretaria", to, { untilDay: daysFromToday(-1), revision });
    expect(sent.location).toBe(`${seat("seat-acnur")}?hecho=termEnded`);
    expect(wordsOf((await visit("inm", seat("seat-acnur"))).html)).toContain(
      "Ninguna persona está nombrada como titular",
    );
  });

  test("sent twice happens once", async () => {
    const fields = { _key: "the-same", status: "vacant", sinceDay: "", source: "Boletín" };
    const path = `${directory}/estados/durango/secretaria`;
    const both = [await send("secretaria", path, fields), await send("secretaria", path, fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const { html } = await visit("secretaria", `${directory}/estados/durango`);
    expect(html.match(/id="registro-/g)).toHaveLength(1);
  });

  test("refused by a rule keeps the form and says why", async () => {
    const fields = {
      name: "Ana",
      office: "Titular",
      capacity: "titular",
      fromDay: today,
      appointment: "Oficio",
    };
    const { status, html } = await send("secretaria", `${seat("seat-inm")}/nombramientos/nuevo`, fields);
    expect(status).toBe(422);
    expect(wordsOf(html)).toContain("En esas fechas el asiento ya tiene titular");
    expect(html).toContain('value="Ana"');
  });

  test("that came too late shows both texts, and the next sending counts", async () => {
    const path = `${seat("seat-unicef")}/voto`;
    await send("secretaria", path, { vote: "voice-only", reason: "Primera", revision: "1" });
    const late = await send("segunda-secretaria", path, { vote: "votes", reason: "Segunda", revision: "1" });
    expect(late.status).toBe(409);
    const words = wordsOf(late.html);
    expect(words).toContain("Ahora dice: Con voz, sin voto");
    expect(words).toContain("Usted escribió: Con voz y voto");
    expect(late.html).toContain("Segunda");
    const revision = fieldValue(late.html, "revision") ?? "";
    expect(
      (await send("segunda-secretaria", path, { vote: "votes", reason: "Segunda", revision })).status,
    ).toBe(303);
  });

  test("by a state's editor is for their own state alone", async () => {
    const fields = { status: "filled", sinceDay: "", source: "Boletín" };
    expect((await send("chiapas", `${directory}/estados/chiapas/secretaria`, fields)).status).toBe(303);
    expect((await visit("chiapas", `${directory}/estados/tabasco/secretaria`)).status).toBe(403);
    expect((await send("chiapas", `${directory}/estados/tabasco/secretaria`, fields)).status).toBe(403);
  });

  test("answers in the language in which it was asked", async () => {
    const fields = { status: "filled", sinceDay: "", source: "Boletín" };
    const { location } = await send("secretaria", `${directory}/estados/colima/secretaria`, fields, "en");
    expect(location).toBe("/en/trabajo/directorio/estados/colima?hecho=secretariatReported");
    const { html } = await visit("secretaria", `${directory}/estados/colima`, "en");
    expect(wordsOf(html)).toContain("Reported that the executive secretariat is filled.");
  });
});
