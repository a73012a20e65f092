import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translated } from "~/urls";
import type { Db } from "~db/client.server";
import * as schema from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase } from "../support/database";
import { visit } from "./visit";

let house: Awaited<ReturnType<typeof freshDatabase>>;
const day = (text: string) => new Date(`${text}T12:00:00Z`);

beforeAll(async () => {
  house = await freshDatabase();
});
afterAll(() => house.close());

const write = (work: (tx: Db) => Promise<unknown>) => inTransaction(house.db, work);
/** The text of a page without its marks: what a person reads. */
const read = (html: string) =>
  html
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const addresses = [
  "/",
  "/instituciones",
  "/instituciones?q=salud&tipo=federal&asiento=si",
  "/instituciones/inm",
  "/instituciones/segob",
  "/estados",
  "/estados/chiapas",
  "/estados/ciudad-de-mexico",
  "/accesibilidad",
];
const everyPage = addresses.flatMap((path) =>
  (["es", "en"] as const).map((language) => [path, language] as const),
);

describe("every public page", () => {
  it.each(everyPage)(
    "%s in %s answers with one h1, a title and a description, and no script",
    async (path, language) => {
      const { status, html, headers } = await visit(path, language);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${language === "es" ? "es-MX" : "en"}"`);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
      expect(html).not.toMatch(/<script| style="| on[a-z]+="/);
      expect(headers.get("set-cookie")).toBeNull();
    },
  );

  it.each(everyPage)("%s in %s steps down one heading at a time", async (path, language) => {
    const { html } = await visit(path, language);
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    const levels = [...main.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.reduce((before, level) => {
      expect(level - before, `h${before} then h${level}`).toBeLessThanOrEqual(1);
      return level;
    });
  });

  it.each(everyPage)(
    "%s in %s links only to its own language, save for the switch",
    async (path, language) => {
      const { html } = await visit(path, language);
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)].filter(
        ([link]) => !link.includes("hrefLang"),
      );
      expect(links.length).toBeGreaterThan(3);
      const foreign = links.filter(([, to]) => /^\/en(\/|$|\?)/.test(to ?? "") !== (language === "en"));
      expect(foreign).toEqual([]);
    },
  );

  it("is the same for everyone: a cookie changes nothing", async () => {
    const cookie = { cookie: `portal_session=${"a".repeat(40)}`, "accept-language": "en" };
    const [one, other] = [await visit("/estados/chiapas"), await visit("/estados/chiapas", "es", cookie)];
    expect(other.html).toBe(one.html);
  });

  it.each(everyPage)("%s in %s leads to the same page in the other language", async (path, language) => {
    const { html } = await visit(path, language);
    const other = language === "es" ? "en" : "es";
    const [, to] = /<a href="([^"]*)" lang="../.exec(html) ?? [];
    const { pathname } = new URL(path, "http://portal.test");
    expect(to).toBe(translated(pathname, other));
  });
});

describe("what is not there", () => {
  it.each([
    ["/nada", "es", "No encontramos esta página"],
    ["/nada/de/nada", "en", "We could not find this page"],
    ["/instituciones/nadie", "es", "No encontramos esta página"],
    ["/estados/atlantida", "en", "We could not find this page"],
  ] as const)("%s in %s is a helpful 404", async (path, language, words) => {
    const { status, html } = await visit(path, language);
    expect(status).toBe(404);
    expect(read(html)).toContain(words);
    expect(html).toContain(`href="${language === "en" ? "/en" : ""}/instituciones"`);
  });
});

describe("the home page", () => {
  it("counts the seats by kind of institution from the database", async () => {
    const text = read((await visit("/")).html);
    expect(text).toContain("24 asientos votan mientras la secretaría no indique otra cosa");
    for (const group of ["10 asientos", "7 asientos", "5 asientos", "1 asiento"])
      expect(text).toContain(group);
  });

  it("gives every paragraph of the Commission a source", async () => {
    const { html } = await visit("/");
    const paragraphs = html.match(/<div class="prose"><p>/g) ?? [];
    expect(html.match(/class="source"/g)?.length ?? 0).toBeGreaterThan(paragraphs.length);
  });
});

describe("the institutions", () => {
  it("are found without accents, and the form comes back as it was sent", async () => {
    const { html } = await visit("/instituciones?q=educacion&tipo=federal");
    expect(read(html)).toContain("Secretaría de Educación Pública");
    expect(html).toMatch(/name="q"[^>]*value="educacion"|value="educacion"[^>]*name="q"/);
    expect(html).toMatch(/<option value="federal" selected=""/);
  });

  it("say so when a search finds none", async () => {
    expect(read((await visit("/instituciones?q=zzzz")).html)).toContain("Ninguna institución coincide");
  });

  it("are never a way to write into the page", async () => {
    const { html } = await visit("/instituciones?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    expect(html).not.toContain("<script");
  });

  it("list the seats held by them and through them, with the unit", async () => {
    const [ministry, unit] = [await visit("/instituciones/segob"), await visit("/instituciones/upmrip")];
    expect(read(ministry.html)).toMatch(/Asiento 4 .* por conducto de Unidad de Política Migratoria/);
    expect(read(unit.html)).toMatch(/Asiento 4 .*Secretaría de Gobernación/);
  });

  it("mark their sources as Spanish on an English page only", async () => {
    expect((await visit("/instituciones/inm", "en")).html).toContain('<ul lang="es">');
    expect((await visit("/instituciones/inm")).html).not.toContain('lang="es"');
  });
});

describe("a state", () => {
  it("is unknown until somebody reports it, and a clue changes nothing", async () => {
    const text = read((await visit("/estados/quintana-roo")).html);
    expect(text).toContain("Todavía no hay un informe con fuente");
    expect(text).toMatch(/Indicio .*No es un informe y no cambia la fase/);
  });

  it("shows its newest report with its source and date, and the earlier ones after it", async () => {
    await write(async (tx) => {
      const [someone] = await tx.select({ id: schema.people.id }).from(schema.people).limit(1);
      const report = { stateId: "31", reportedById: someone?.id ?? "" };
      const created = {
        ...report,
        phase: "created" as const,
        source: "Decreto de prueba",
        createdAt: day("2026-01-10"),
      };
      const operating = {
        ...report,
        phase: "operating" as const,
        source: "Acta de prueba",
        createdAt: day("2026-03-10"),
      };
      await tx.insert(schema.phaseReports).values([{ ...operating, sample: true }, created]);
    });
    const [page, list] = [await visit("/estados/yucatan"), await visit("/estados")];
    const text = read(page.html);
    expect(text).toMatch(
      /En operación .*Dato de muestra.*Acta de prueba.*10 de marzo de 2026.*Informes anteriores.*Decreto/,
    );
    expect(read(list.html)).toMatch(/Yucatán 31 Sin información En operación Dato de muestra/);
    expect(list.html).toContain("<title>Yucatán: En operación</title>");
  });
});
