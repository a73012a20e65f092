import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doors } from "~/server/doors";
import { urls } from "~/urls";
import { type Answer, contentsOf, type Served, serveBuild } from "../support/served";
import { inWay, type Knock, knocksOf } from "./knocks";
import { matrixWorld, whoseSessionsEnd } from "./matrix-world";

let world: Awaited<ReturnType<typeof matrixWorld>>;
let portal: Served;
let knocks: Knock[];

beforeAll(async () => {
  world = await matrixWorld();
  portal = await serveBuild(world.url);
  knocks = knocksOf({ urls, doors, ...world });
}, 300_000);
afterAll(() => portal?.stop());

const FORM = "application/x-www-form-urlencoded";
const contents = () => contentsOf(world.url, whoseSessionsEnd);

function headersOf({ method, caller }: Pick<Knock, "method" | "caller">): Record<string, string> {
  const headers: Record<string, string> = caller.cookie ? { Cookie: caller.cookie } : {};
  return method === "POST" ? { ...headers, Origin: portal.origin, "Content-Type": FORM } : headers;
}

/** What is wrong with an answer, or nothing: its status, its headers (C27), or a form shown to who may not send it. */
function faults({ expected, rule }: Knock, { status, headers, body }: Answer): string[] {
  const isShut = [302, 401, 403, 405].includes(status);
  return [
    expected.includes(status) ? "" : `${status} instead of ${expected.join(" or ")}`,
    headers["x-content-type-options"] === "nosniff" ? "" : "may be sniffed",
    String(headers["content-security-policy"]).startsWith("default-src 'none'") ? "" : "has no policy",
    rule === "everyone" || headers["cache-control"] === "no-store" ? "" : "may be kept",
    isShut && body.includes('name="_key"') ? "shows the form" : "",
  ].filter(Boolean);
}

async function wrongAmong(asked: Knock[]): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...asked].reverse();
  const one = async () => {
    for (let knock = waiting.pop(); knock; knock = waiting.pop()) {
      const { method, path, caller } = knock;
      const sent = { method, headers: headersOf(knock), ...(method === "POST" ? { body: "" } : {}) };
      const found = faults(knock, await portal.ask(path, sent));
      if (found.length > 0) wrong.push(`${method} ${path} as ${caller.name}: ${found.join(", ")}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return wrong.slice(0, 40);
}

const ofMethod = (...methods: string[]) => knocks.filter(({ method }) => methods.includes(method));

describe("every address, asked by everyone in every way", () => {
  test("C29 reading answers as the tables say and changes nothing", { timeout: 240_000 }, async () => {
    const before = contents();
    const reading = ofMethod("GET", "HEAD");
    expect(reading.length).toBeGreaterThan(Object.keys(urls).length * world.callers.length * 6);
    expect(await wrongAmong(reading)).toEqual([]);
    expect(contents()).toEqual(before);
  });

  test("other methods are not allowed to anyone", { timeout: 120_000 }, async () => {
    expect(await wrongAmong(ofMethod("PUT", "DELETE", "OPTIONS", "TRACE"))).toEqual([]);
  });

  test("an empty form is refused by everyone's rule, and changes nothing", { timeout: 120_000 }, async () => {
    const before = contents();
    // Signing out needs no fields, and signing in again asks for what is missing.
    const alone = (knock: Knock) =>
      (knock.address === "signOut" && knock.caller.actor && knock.way !== "_data") ||
      (knock.address === "signInAgain" && knock.way !== "_data");
    expect(await wrongAmong(ofMethod("POST").filter((knock) => !alone(knock)))).toEqual([]);
    expect(contents()).toEqual(before);
  });
});

const foreign: [string, (origin: string) => Record<string, string>][] = [
  ["another site", () => ({ Origin: "https://evil.example" })],
  ["no origin that can be named", () => ({ Origin: "null" })],
  ["what is no origin", () => ({ Origin: "%" })],
  ["another port of this host", () => ({ Origin: "http://127.0.0.1:1" })],
  ["this host by another protocol", (origin) => ({ Origin: origin.replace("http:", "https:") })],
  [
    "a site that says it is forwarded",
    () => ({ Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" }),
  ],
  ["another site without saying its name", () => ({ "Sec-Fetch-Site": "cross-site" })],
  ["another site of the same domain", () => ({ "Sec-Fetch-Site": "same-site" })],
  ["a browser that says nothing", () => ({})],
];

describe("C28 a write", () => {
  test.each(foreign)(
    "from %s is refused in every way of asking, and has no effect",
    async (_, headersFrom) => {
      const before = contents();
      const mayWrite = ofMethod("POST").filter(({ rule, caller, path }) => {
        return rule !== undefined && (rule === "everyone" || caller.actor) && !path.startsWith("/en");
      });
      const wrong: string[] = [];
      const send = async ({ path, way, caller }: Knock) => {
        const headers = { ...headersFrom(portal.origin), "Content-Type": FORM, Cookie: caller.cookie ?? "" };
        const { status } = await portal.ask(path, { method: "POST", headers, body: `_key=${randomUUID()}` });
        if (status !== (way === "_data" ? 404 : 403)) wrong.push(`${path} as ${caller.name}: ${status}`);
      };
      while (mayWrite.length > 0) await Promise.all(mayWrite.splice(0, 12).map(send));
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(contents()).toEqual(before);
    },
  );

  test("from a page of ours has its effect, so that the refusals above prove something", async () => {
    const administrator = world.callers.find(({ name }) => name === "administrator");
    const Cookie = administrator?.cookie ?? "";
    const before = contents();
    const headers = { Origin: portal.origin, "Content-Type": FORM, Cookie };
    const path = inWay("/trabajo/personas/tabasco/sesiones/termino", "document", "");
    const body = `_key=${randomUUID()}`;
    expect((await portal.ask(path, { method: "POST", headers, body })).status).toBe(303);
    const after = contents();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(["events", "people", "submissions"]);
  });

  test("that signs out ends that session alone, and the cookie opens nothing any more", async () => {
    const observer = world.callers.find(({ name }) => name === "observer");
    const headers = { Origin: portal.origin, "Content-Type": FORM, Cookie: observer?.cookie ?? "" };
    const left = await portal.ask("/salir", { method: "POST", headers, body: "" });
    expect(left.status).toBe(303);
    expect(String(left.headers["set-cookie"])).toContain(
      "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    );
    expect((await portal.ask("/trabajo", { headers: { Cookie: observer?.cookie ?? "" } })).status).toBe(302);
  });
});

test("a page without a rule fails the matrix, and so does one that no case fills in", () => {
  const site = {
    urls: { ...urls, planted: "/trabajo/planted" },
    doors,
    callers: [{ name: "nobody", actor: null }],
  };
  const fillsOf = () => [{ params: { id: "x", slug: "x", token: "x", termId: "x" } }];
  expect(() => knocksOf({ ...site, fillsOf })).toThrow("planted is a page without a rule");
  expect(() => knocksOf({ ...site, doors: { ...doors, planted: {} }, fillsOf })).toThrow("planted");
  expect(() => knocksOf({ ...site, fillsOf: () => [] })).toThrow("no case fills in");
});
