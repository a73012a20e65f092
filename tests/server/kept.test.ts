import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { nextMidnight } from "~/jobs/clock";
import { keepPages } from "~/server/kept.server";
import { NOW } from "../support/database";
import { stubHouse, TOKEN } from "./stub-house";

let portal: Awaited<ReturnType<typeof stubHouse>>;
afterEach(() => portal.stop());

const open = async (changes = {}) => {
  portal = await stubHouse(changes);
  return portal;
};
const drawn = () => portal.reached.length;

test("a public page is drawn once and then kept, and says so to caches that ask each time", async () => {
  const { ask } = await open();
  const [first, second] = [await ask("/estados"), await ask("/estados")];
  expect(drawn()).toBe(1);
  expect(second.body).toBe(first.body);
  expect(second.headers).toMatchObject({
    etag: first.headers.etag,
    "cache-control": "public, no-cache",
    vary: "Accept-Encoding",
    "content-type": "text/html; charset=utf-8",
  });
  await ask("/en/estados");
  expect(drawn()).toBe(2);
});

test("who has the page is told 304 and sent nothing", async () => {
  const { ask } = await open();
  const { headers } = await ask("/estados");
  const again = await ask("/estados", { headers: { "If-None-Match": String(headers.etag) } });
  expect(again).toMatchObject({ status: 304, body: "" });
  expect(again.headers.etag).toBe(headers.etag);
  expect((await ask("/estados", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
});

test("a head has the page's headers and no body", async () => {
  const { ask } = await open();
  const whole = await ask("/estados");
  const head = await ask("/estados", { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, body: "" });
  expect(head.headers["content-length"]).toBe(String(whole.body.length));
});

test("what is kept is the same for everyone: a cookie changes nothing of it", async () => {
  const { ask, reached } = await open();
  await ask("/estados", { headers: { Cookie: `session=${TOKEN}` } });
  await ask("/estados");
  expect(reached).toEqual(["GET /estados nobody 127.0.0.1"]);
});

test("nothing is kept but whole public pages that came out well", async () => {
  const { ask } = await open();
  const headers = { Cookie: `session=${TOKEN}` };
  for (const path of ["/estados?q=x", "/estados.data", "/entrar", "/nowhere", "/trabajo"])
    for (const _ of [1, 2]) expect((await ask(path, { headers })).headers["cache-control"]).toBe("no-store");
  expect(drawn()).toBe(10);
});

test("a page that failed is drawn anew", async () => {
  let status = 503;
  const { ask } = await open({ answer: async () => new Response("page", { status }) });
  expect((await ask("/estados")).status).toBe(503);
  status = 200;
  expect((await ask("/estados")).status).toBe(200);
});

test("everything is forgotten when something public changes, also what was being drawn then", async () => {
  const { ask, house } = await open();
  await ask("/estados");
  house.pages.forget();
  await ask("/estados");
  expect(drawn()).toBe(2);
  const slow = keepPages();
  let isFirst = true;
  const other = await stubHouse({
    pages: slow,
    answer: async () => {
      if (isFirst) slow.forget();
      isFirst = false;
      return new Response("page");
    },
  });
  expect((await other.ask("/estados")).headers["cache-control"]).toBe("no-store");
  expect((await other.ask("/estados")).headers["cache-control"]).toBe("public, no-cache");
  await other.stop();
});

test("a page is kept until the Commission's midnight", async () => {
  let now = NOW;
  const { ask } = await open({ clock: () => now });
  await ask("/estados");
  now = new Date(nextMidnight(NOW).getTime() - 1);
  await ask("/estados");
  expect(drawn()).toBe(1);
  now = nextMidnight(NOW);
  await ask("/estados");
  expect(drawn()).toBe(2);
});

test("each reader gets the best compression that they know", async () => {
  await open();
  const pages = keepPages();
  const page = pages.keep("/", Buffer.from("page ".repeat(500)), NOW);
  expect(gunzipSync(page.gzip).toString()).toBe("page ".repeat(500));
  await expect
    .poll(() => page.brotli && brotliDecompressSync(page.brotli).toString())
    .toBe("page ".repeat(500));
});

test("the memory does not fill: the two thousand and first page begins anew", async () => {
  await open();
  const pages = keepPages();
  for (let page = 0; page <= 2_000; page += 1) pages.keep(`/${page}`, Buffer.from("p"), NOW);
  expect(pages.find("/0", NOW)).toBeUndefined();
  expect(pages.find("/2000", NOW)).toBeDefined();
});
