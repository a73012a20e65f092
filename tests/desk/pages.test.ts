import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database";
import { visit, wordsOf } from "./visit";

beforeAll(async () => {
  await freshDatabase();
});

describe("the workspace", () => {
  test("is closed to who is not signed in", async () => {
    expect((await visit(null, "/trabajo")).status).toBe(401);
  });

  test("says who one is, and for whom one acts", async () => {
    const { status, html } = await visit("comar", "/trabajo");
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("usted representa a: Comisión Mexicana de Ayuda a Refugiados");
    expect(words).toContain("Asiento 3 de Comisión para la Protección Integral");
    expect(words).toContain("titular");
  });

  test("tells a tired person what to do next", async () => {
    const { html } = await visit("chiapas", "/trabajo");
    expect(wordsOf(html)).toContain("Falta informar sobre la secretaría ejecutiva");
    expect(html).toContain('href="/trabajo/directorio/estados/chiapas/secretaria"');
  });

  test("says so when nothing waits", async () => {
    expect(wordsOf((await visit("observa", "/trabajo")).html)).toContain("Nada espera por usted");
  });

  test("speaks English under /en, and its links stay there", async () => {
    const { html } = await visit("secretaria", "/trabajo", "en");
    expect(wordsOf(html)).toContain("What needs your attention");
    expect(wordsOf(html)).toContain("vacant seats");
    const inside = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, to]) => to ?? "");
    const spanish = inside.filter((to) => to.startsWith("/trabajo"));
    expect(spanish).toEqual(["/trabajo"]);
  });

  test.each([
    ["/trabajo?hecho=seatVote", true],
    ["/trabajo?hecho=unheard", false],
    ["/trabajo?hecho=constructor", false],
    ["/trabajo", false],
  ])("announces an act that was done: %s, %s", async (path, announced) => {
    const { status, html } = await visit("secretaria", path);
    expect(status).toBe(200);
    expect(html.includes('role="status"')).toBe(announced);
  });

  test("marks the room where one stands", async () => {
    const { html } = await visit("secretaria", "/trabajo/directorio/asientos/seat-inm");
    expect(html).toMatch(/<a href="\/trabajo\/directorio" aria-current="page">/);
  });

  test("ships no script", async () => {
    expect((await visit("secretaria", "/trabajo")).html).not.toContain("<script");
  });
});

describe("the record", () => {
  test.each([
    ["secretaria", 200],
    ["administracion", 200],
    ["inm", 403],
    ["observa", 403],
  ])("is shown to %s: %s", async (key, status) => {
    expect((await visit(key, "/trabajo/registro")).status).toBe(status);
  });

  test("shows the hash of its head, who did what to what, and that it is a sample", async () => {
    const words = wordsOf((await visit("administracion", "/trabajo/registro")).html);
    expect(words).toMatch(/[0-9a-f]{64}/);
    expect(words).toContain("Esto es una demostración");
    expect(words).toContain("Registró a Titular de muestra, INM como titular");
  });

  test("goes back entry by entry, and understands no other address", async () => {
    const { html } = await visit("secretaria", "/trabajo/registro?antes=3");
    expect([...html.matchAll(/id="registro-(\d+)"/g)].map(([, seq]) => seq)).toEqual(["2", "1"]);
    const strange = await visit("secretaria", "/trabajo/registro?antes=1%20or%201");
    expect(strange.status).toBe(200);
    expect(strange.html).not.toContain("Las más recientes");
  });

  test("leads administrators to people, and nobody else", async () => {
    const leads = async (key: string) =>
      (await visit(key, "/trabajo/registro")).html.includes("/trabajo/personas/inm");
    expect([await leads("administracion"), await leads("secretaria")]).toEqual([true, false]);
  });
});
