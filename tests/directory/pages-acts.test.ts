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
