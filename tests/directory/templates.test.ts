import { describe, expect, test } from "vitest";
import { idIn, namesIn, type TemplateId, templateIds, templates } from "~/directory/templates";
import seeds from "~db/seed/commission/institutions.json";

const mexico = { slug: "estado-de-mexico", name: "Estado de México" };
const chiapas = { slug: "chiapas", name: "Chiapas" };

describe("a template", () => {
  test.each<[TemplateId, { slug: string; name: string }, string | undefined, string, string]>([
    [
      "sedif",
      chiapas,
      undefined,
      "sedif-chiapas",
      "Sistema para el Desarrollo Integral de la Familia — Chiapas",
    ],
    [
      "fiscalia-estatal",
      mexico,
      undefined,
      "fiscalia-estatal-estado-de-mexico",
      "Fiscalía (Ministerio Público) — Estado de México",
    ],
    [
      "smdif",
      chiapas,
      "Tuxtla Gutiérrez",
      "smdif-chiapas-tuxtla-gutierrez",
      "Sistema Municipal DIF — Tuxtla Gutiérrez, Chiapas",
    ],
  ])("%s in its place is %s", (template, state, municipality, id, nameEs) => {
    expect(idIn(template, { state, municipality })).toBe(id);
    expect(namesIn(template, { state, municipality }).nameEs).toBe(nameEs);
  });

  test.each(templateIds)("%s says what the source says of it", (id) => {
    const seed = seeds.find((one) => one.id === id);
    const { roleEs, roleEn, sources, level, nameEn } = templates[id];
    expect(seed?.template).toBe(true);
    expect({ roleEs, roleEn, sources, level, nameEn }).toEqual({
      roleEs: seed?.roleEs,
      roleEn: seed?.roleEn,
      sources: seed?.source,
      level: seed?.level,
      nameEn: seed?.nameEn,
    });
    expect(seed?.nameEs.startsWith(templates[id].nameEs)).toBe(true);
  });

  test("exists for each of the sources but for social assistance centres, which sit nowhere", () => {
    const known = seeds.filter(({ template }) => template).map(({ id }) => id);
    expect(known.filter((id) => !(templateIds as readonly string[]).includes(id))).toEqual(["cas"]);
  });
});
