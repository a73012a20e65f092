import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isLoopback, readConfig } from "~/server/config.server";

describe("what the environment says", () => {
  test("nothing: this machine alone, port 3000, a file in data", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: resolve("data"),
      databaseUrl: `file:${resolve("data")}/portal.sqlite`,
      origin: "http://localhost:3000",
      hosts: new Map([
        ["localhost:3000", "http://localhost:3000"],
        ["127.0.0.1:3000", "http://127.0.0.1:3000"],
        ["[::1]:3000", "http://[::1]:3000"],
      ]),
      secure: false,
      proxies: 0,
      smtpUrl: null,
      mailFrom: "portal@localhost",
    });
  });

  const said: [string, Record<string, string>, object][] = [
    [
      "an origin is the only name",
      { ORIGIN: "https://portal.example" },
      { hosts: new Map([["portal.example", "https://portal.example"]]) },
    ],
    [
      "https makes cookies secure",
      { ORIGIN: "https://portal.example" },
      { secure: true, mailFrom: "portal@portal.example" },
    ],
    [
      "http does not",
      { ORIGIN: "http://portal.example:8080" },
      { secure: false, origin: "http://portal.example:8080" },
    ],
    [
      "a slash at the end is forgiven",
      { ORIGIN: "https://portal.example/" },
      { origin: "https://portal.example" },
    ],
    ["port 80 needs no saying", { PORT: "80" }, { origin: "http://localhost" }],
    [
      "empty is as good as unsaid",
      { PORT: "", HOST: "", ORIGIN: "", SMTP_URL: "" },
      { port: 3000, smtpUrl: null },
    ],
    [
      "a database has the last word",
      { DATABASE_URL: "postgres://x/y", DATA_DIR: "/d" },
      { databaseUrl: "postgres://x/y" },
    ],
    [
      "letters leave where there is SMTP",
      { SMTP_URL: "smtp://x", MAIL_FROM: "a@b" },
      { smtpUrl: "smtp://x", mailFrom: "a@b" },
    ],
  ];
  test.each(said)("%s", (_, env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  test("an open host is one more name, and IPv6 wears brackets", () => {
    expect([...readConfig({ HOST: "portal.lan" }).hosts.keys()]).toContain("portal.lan:3000");
    expect([...readConfig({ HOST: "fd00::1" }).hosts.keys()]).toContain("[fd00::1]:3000");
  });
});

test.each<[Record<string, string>, string]>([
  [{ PORT: "http" }, "PORT"],
  [{ PORT: "-1" }, "PORT"],
  [{ PORT: "65536" }, "PORT"],
  [{ PORT: "80.5" }, "PORT"],
  [{ TRUSTED_PROXIES: "many" }, "TRUSTED_PROXIES"],
  [{ ORIGIN: "portal.example" }, "ORIGIN"],
  [{ ORIGIN: "ftp://portal.example" }, "ORIGIN"],
  [{ ORIGIN: "https://portal.example/path" }, "ORIGIN"],
  [{ ORIGIN: "https://user:secret@portal.example" }, "ORIGIN"],
])("%o is refused by name", (env, name) => {
  expect(() => readConfig(env)).toThrow(name);
});

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.8.8.8", true],
  ["[::1]", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.168.1.4", false],
  ["127.evil.example", false],
  ["localhost.evil.example", false],
])("%s is of this machine alone: %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
