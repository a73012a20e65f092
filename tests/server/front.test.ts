import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_FORM_BYTES } from "~/server/body.server";
import { sendRaw, stubHouse, TOKEN } from "./stub-house";

let portal: Awaited<ReturnType<typeof stubHouse>>;
beforeAll(async () => {
  portal = await stubHouse();
});
afterAll(() => portal.stop());

const FORM = "application/x-www-form-urlencoded";
const Cookie = `session=${TOKEN}`;
const post = (path: string, headers: Record<string, string> = {}, body = "a=b") =>
  portal.ask(path, {
    method: "POST",
    headers: { Origin: portal.origin, "Content-Type": FORM, ...headers },
    body,
  });

describe("an answer", () => {
  const answers: [number, string, string, Record<string, string>][] = [
    [200, "GET", "/", {}],
    [200, "GET", "/healthz", {}],
    [200, "GET", "/readyz", {}],
    [302, "GET", "/trabajo", {}],
    [308, "GET", "/estados/", {}],
    [400, "GET", "/%zz", {}],
    [401, "GET", "/trabajo.data", {}],
    [403, "POST", "/entrar", { Origin: "https://evil.example" }],
    [404, "POST", "/nowhere", {}],
    [405, "PUT", "/", {}],
    [415, "POST", "/entrar", { "Content-Type": "application/json" }],
    [421, "GET", "/", { Host: "evil.example" }],
  ];
  test.each(answers)(
    "C27 of status %i carries the headers of every answer (%s %s)",
    async (status, method, path, changes) => {
      const headers = method === "POST" ? { Origin: portal.origin, ...changes } : changes;
      const answer = await portal.ask(path, { method, headers });
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(String(answer.headers["content-security-policy"])).toContain("frame-ancestors 'none'");
      expect(answer.headers["x-powered-by"]).toBeUndefined();
    },
  );

  test("C27 over https says so for two years, and over http never", async () => {
    const secure = await stubHouse({}, { ORIGIN: "https://portal.example" });
    const { headers } = await secure.ask("/", { headers: { Host: "portal.example" } });
    expect(headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
    expect((await portal.ask("/")).headers["strict-transport-security"]).toBeUndefined();
    await secure.stop();
  });
});

describe("the doors", () => {
  test.each([
    ["/?_data=root", 404],
    ["/trabajo?_data=es%2Ftrabajo", 404],
    ["/__manifest?p=/a&p=/b&version=1", 404],
    [`/${"a".repeat(2_100)}`, 400],
    ["//evil.example/", 400],
    ["/estados/%c3%28", 400],
    ["/estados/%00", 400],
    ["/trabajo/../trabajo.data", 401],
  ])("D3 D4 answer %s with %i and reach no page", async (path, status) => {
    portal.reached.length = 0;
    expect((await portal.ask(path, { headers: path.includes("..") ? {} : { Cookie } })).status).toBe(status);
    expect(portal.reached).toEqual([]);
  });

  test("answer only to their own names, whatever a forwarded one says", async () => {
    for (const Host of [
      "evil.example",
      `localhost.evil.example:${portal.port}`,
      "127.0.0.1",
      `127.0.0.1:${portal.port}.`,
    ])
      expect(
        (await portal.ask("/", { headers: { Host, "X-Forwarded-Host": `127.0.0.1:${portal.port}` } })).status,
      ).toBe(421);
    expect((await portal.ask("/", { headers: { Host: `LOCALHOST:${portal.port}` } })).status).toBe(200);
  });

  test("say which methods an address has", async () => {
    expect((await portal.ask("/", { method: "PATCH" })).headers.allow).toBe("GET, HEAD, POST");
    expect((await post("/trabajo", { Cookie })).headers.allow).toBe("GET, HEAD");
    expect((await portal.ask("/salir", { headers: { Cookie } })).headers.allow).toBe("POST");
  });

  test("take a form from a page of ours and of no other kind", async () => {
    for (const type of ["multipart/form-data; boundary=x", "text/plain", "application/json", ""])
      expect((await post("/entrar", { "Content-Type": type })).status).toBe(415);
    expect((await post("/entrar", { "Content-Type": `${FORM}; charset=UTF-8` })).status).toBe(200);
  });

  test("believe a proxy's word on the caller only where one is trusted", async () => {
    const behind = await stubHouse({}, { TRUSTED_PROXIES: "1" });
    const headers = { "X-Forwarded-For": "203.0.113.9, 198.51.100.7" };
    await behind.ask("/entrar", { headers });
    await portal.ask("/entrar", { headers });
    expect(behind.reached.at(-1)).toContain("198.51.100.7");
    expect(portal.reached.at(-1)).toContain("127.0.0.1");
    await behind.stop();
  });

  test("say whether the portal lives and whether it can write, without a name", async () => {
    const sick = await stubHouse({ ready: async () => false });
    expect((await sick.ask("/healthz", { headers: { Host: "any" } })).status).toBe(200);
    expect((await sick.ask("/readyz", { headers: { Host: "any" } })).status).toBe(503);
    await sick.stop();
  });

  test("answer a failure with the request's number and nothing of what is inside", async () => {
    const broken = await stubHouse({ answer: () => Promise.reject(new Error("the secret inside")) });
    const { status, body, headers } = await broken.ask("/entrar");
    expect(status).toBe(500);
    expect(body).toBe(`500 · ${headers["x-request-id"]}\n`);
    await broken.stop();
  });
});

describe("D10 a body", () => {
  test("of the limit passes, and of a byte more is refused before it is read", async () => {
    expect((await post("/entrar", {}, "a".repeat(MOST_FORM_BYTES))).status).toBe(200);
    portal.reached.length = 0;
    expect((await post("/entrar", {}, "a".repeat(MOST_FORM_BYTES + 1))).status).toBe(413);
    expect(portal.reached).toEqual([]);
  });

  test("that never says its length is cut at the limit, long before its ten MiB", async () => {
    const head = `POST /entrar HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nOrigin: ${portal.origin}\r\n`;
    const piece = `10000\r\n${"a".repeat(65_536)}\r\n`;
    const socket = connect(portal.port, "127.0.0.1");
    socket.write(`${head}Content-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    let [said, sent] = ["", 0];
    const closed = new Promise<void>((close) =>
      socket.on("error", () => undefined).once("close", () => close()),
    );
    socket.on("data", (bytes) => {
      said += bytes;
    });
    while (!said && sent < 160 && !socket.destroyed) {
      socket.write(piece);
      sent += 1;
      await new Promise((next) => setTimeout(next, 5));
    }
    await closed;
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(80);
  });
});

describe("C35 a request that two servers could read differently", () => {
  const start = (...lines: string[]) =>
    [
      "POST /entrar HTTP/1.1",
      `Host: 127.0.0.1:${portal.port}`,
      `Origin: ${portal.origin}`,
      `Content-Type: ${FORM}`,
    ]
      .concat(lines, "", "")
      .join("\r\n");
  const smuggled = "0\r\n\r\nGET /accesibilidad HTTP/1.1\r\nHost: x\r\n\r\n";
  const requests: [string, () => string][] = [
    ["a length and chunks", () => start("Content-Length: 4", "Transfer-Encoding: chunked") + smuggled],
    ["two lengths", () => `${start("Content-Length: 4", "Content-Length: 5")}a=bcd`],
    ["a length that is none", () => `${start("Content-Length: +4")}a=bc`],
    ["a folded header", () => start("X-One: a", " b", "Content-Length: 0")],
    ["a space before the colon", () => start("Content-Length : 4")],
    ["a bare line feed", () => start("Content-Length: 0").replaceAll("\r\n", "\n")],
    ["chunks twice over", () => start("Transfer-Encoding: chunked, identity") + smuggled],
    ["a chunk's length that is none", () => `${start("Transfer-Encoding: chunked")}0x4\r\na=bc\r\n0\r\n\r\n`],
  ];
  test.each(requests)("by %s is refused as bad and its connection closed", async (_, bytes) => {
    portal.reached.length = 0;
    const said = await sendRaw(portal.port, bytes());
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(portal.reached).toEqual([]);
  });
});
