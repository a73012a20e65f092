import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, test } from "vitest";
import { permissions } from "~/auth/permissions";
import routes from "~/routes";
import { addressAt, bare, doors } from "~/server/doors";
import { DENIED, inPath, urls } from "~/urls";

const pagesOf = (entries: RouteConfigEntry[]): RouteConfigEntry[] =>
  entries
    .flatMap((entry) => [entry, ...pagesOf(entry.children ?? [])])
    .filter(({ path }) => path !== undefined);
const pages = pagesOf(routes as RouteConfigEntry[]);
const named = Object.entries(urls) as [keyof typeof urls, string][];

describe("every address", () => {
  test.each(named)("%s has a door with a rule, and a page in each language", (name, path) => {
    const rules = [doors[name].GET, doors[name].POST].filter((rule) => rule !== undefined);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(["everyone", ...permissions]).toContain(rule);
    for (const language of ["es", "en"] as const) {
      const mine = pages.filter(({ id }) => id === `${language}${path}`);
      expect(mine.map(({ path: at }) => `/${at}`)).toEqual([inPath(path, language)]);
    }
  });

  test("that is under the workspace asks for a permission, and what is kept is everyone's", () => {
    for (const [name, path] of named) {
      const { GET, POST, kept } = doors[name];
      if (path.startsWith("/trabajo")) expect([GET, POST]).not.toContain("everyone");
      if (kept) expect({ GET, POST }).toEqual({ GET: "everyone", POST: undefined });
    }
  });

  test("and every page of the site is one of them, but for what is not found or not allowed", () => {
    const others = pages.filter(({ id }) => !named.some(([, path]) => id?.slice(2) === path));
    expect(others.map(({ id }) => id)).toEqual(["es/*", `es${DENIED}`, "en/*", `en${DENIED}`]);
    expect(addressAt(DENIED)).toBeUndefined();
  });
});

test.each([
  ["/", "home"],
  ["/en", "home"],
  ["/en.data", "home"],
  ["/_root.data", "home"],
  ["/trabajo/personas", "people"],
  ["/en/trabajo/personas.data", "people"],
  ["/trabajo/personas/invitar", "invite"],
  ["/trabajo/personas/inm", "person"],
  ["/trabajo/personas/inm/rol", "changeRole"],
  ["/entrar/de-nuevo", "signInAgain"],
  ["/entrar/otra", undefined],
  ["/Trabajo", undefined],
  ["/TRABAJO/personas/inm", undefined],
  ["/trabajo/personas/inm/r%6fl", undefined],
  ["/trabajo%2Fpersonas", undefined],
  ["/enero", undefined],
  ["/en/en/trabajo", undefined],
  ["/-/denied", undefined],
])("%s is %s", (path, address) => {
  expect(addressAt(path)).toBe(address);
});

test("a path is read without its language and without the mark of data, once each", () => {
  expect(bare("/en/estados.data")).toBe("/estados");
  expect(bare("/en/en")).toBe("/en");
  expect(bare("/estados.data.data")).toBe("/estados.data");
});
