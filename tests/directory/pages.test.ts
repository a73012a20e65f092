import { beforeAll, describe, expect, test } from "vitest";
import { fieldValue, send, visit, wordsOf } from "../desk/visit";
import { freshDatabase } from "../support/database";

const directory = "/trabajo/directorio";
const seat = (id: string) => `${directory}/asientos/${id}`;

beforeAll(async () => {
  await freshDatabase();
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
