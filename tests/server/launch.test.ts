import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../../app/server/launch/lock.mjs";
import { runsOn } from "../../app/server/launch/refusals.mjs";

const house = fileURLToPath(new URL("../../", import.meta.url));

/** Stands in for npm: writes down what it was asked, and leaves what npm would leave. `FAKE` makes it fail. */
const fakeNpm = `
  const { appendFileSync, mkdirSync, rmSync, writeFileSync, copyFileSync } = require("node:fs");
  const [verb, word] = process.argv.slice(2);
  const asked = verb === "run" ? word : verb;
  appendFileSync("asked", asked + "\\n");
  if (process.env.FAKE?.startsWith(asked + ":")) {
    console.error(process.env.FAKE + "\\n    at inner (file.js:1:1)");
    process.exit(1);
  }
  if (verb === "ci") {
    rmSync("node_modules", { recursive: true, force: true });
    mkdirSync("node_modules");
    copyFileSync("package-lock.json", "node_modules/.package-lock.json");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  }
  if (verb === "rebuild") {
    mkdirSync("node_modules/better-sqlite3", { recursive: true });
    writeFileSync("node_modules/better-sqlite3/index.js", "module.exports = class { close() {} };");
  }
  if (word === "build") {
    mkdirSync("build/server", { recursive: true });
    const command = "async (name, args, build) => console.log(name, args.join(), !!build.entry, process.env.NODE_ENV)";
    writeFileSync("build/server/index.js", "export const entry = { module: { command: " + command + " } };");
  }
`;

const lockFile = (version: string) =>
  JSON.stringify({
    packages: { "": {}, "node_modules/a": { version }, "node_modules/b": { version, optional: true } },
  });

let root: string;
const at = (path: string) => join(root, path);
const asked = () => {
  const all = existsSync(at("asked")) ? readFileSync(at("asked"), "utf8").trim().split("\n") : [];
  rmSync(at("asked"), { force: true });
  return all;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "una casa "));
  cpSync(join(house, "app/server/launch.mjs"), at("app/server/launch.mjs"));
  cpSync(join(house, "app/server/launch"), at("app/server/launch"), { recursive: true });
  writeFileSync(at("package.json"), '{"type":"module"}');
  writeFileSync(at("package-lock.json"), lockFile("1.0.0"));
  mkdirSync(at("npm"));
  writeFileSync(at("npm/package.json"), '{"type":"commonjs"}');
  writeFileSync(at("npm/npm-cli.js"), fakeNpm);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function start(args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [at("app/server/launch.mjs"), ...args], {
    env: { ...process.env, npm_execpath: at("npm/npm-cli.js"), NODE_ENV: "test", ...env },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (bytes) => {
    out += bytes;
  });
  child.stderr.on("data", (bytes) => {
    err += bytes;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, out: out.trim(), err: err.trim() })),
  );
}

describe("a start", () => {
  test("installs, prepares SQLite, builds and serves in production; a second one only serves", async () => {
    expect(await start(["--empty"])).toMatchObject({ code: 0, out: "serve --empty true production" });
    expect(asked()).toEqual(["ci", "rebuild", "build"]);
    expect(await start()).toEqual({ code: 0, out: "serve  true production", err: "" });
    expect(asked()).toEqual([]);
  });

  test("builds again when a source says something else, and not for a new date", async () => {
    mkdirSync(at("db"));
    writeFileSync(at("db/engine.ts"), "1");
    await start();
    asked();
    utimesSync(at("db/engine.ts"), 0, 0);
    await start();
    expect(asked()).toEqual([]);
    writeFileSync(at("db/engine.ts"), "2");
    await start();
    expect(asked()).toEqual(["build"]);
  });

  test("installs again when the lock file asks for other versions, not when npm has installed them already", async () => {
    await start();
    asked();
    writeFileSync(at("package-lock.json"), lockFile("2.0.0"));
    await start();
    expect(asked()).toEqual(["ci", "rebuild", "build"]);
    writeFileSync(at("package-lock.json"), lockFile("3.0.0"));
    writeFileSync(at("node_modules/.package-lock.json"), lockFile("3.0.0"));
    await start();
    expect(asked()).toEqual(["build"]);
  });

  test("prepares only SQLite for another Node", async () => {
    await start();
    asked();
    const stamp = JSON.parse(readFileSync(at("node_modules/.portal-stamp"), "utf8"));
    writeFileSync(at("node_modules/.portal-stamp"), JSON.stringify({ ...stamp, abi: "1" }));
    writeFileSync(at("node_modules/better-sqlite3/index.js"), 'throw new Error("another Node");');
    await start();
    expect(asked()).toEqual(["rebuild"]);
  });

  test("waits for another one and installs once", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(asked()).toEqual(["ci", "rebuild", "build"]);
    expect(both.map(({ err }) => err).join()).toContain("se le espera");
  });

  test("hands verify, backup and restore over with their words, and refuses any other", async () => {
    expect((await start(["backup", "to", "here"])).out).toBe("backup to,here true production");
    expect(await start(["destroy"])).toMatchObject({ code: 1, err: expect.stringContaining('"destroy"') });
  });

  test.each([
    ["ci:failed", "No se pudieron instalar", "install.log"],
    ["rebuild:failed", "No se pudo preparar SQLite", "sqlite.log"],
    ["build:failed", "No se pudo construir", "build.log"],
    ["ci:ENOSPC", "está lleno", "is full"],
    ["build:EACCES", "No hay permiso", "no permission"],
  ])("that fails with %s says one sentence in both languages and no stack", async (fake, sentence, also) => {
    const { code, err } = await start([], { FAKE: fake });
    const last = err.split("\n").at(-1);
    expect(code).toBe(1);
    expect(last).toContain(sentence);
    expect(last).toContain(" / ");
    expect(last).toContain(also);
    expect(err).not.toContain("    at ");
    expect((await start()).code).toBe(0);
  });
});

test("the versions of Node are those that package.json allows", () => {
  const { engines } = JSON.parse(readFileSync(join(house, "package.json"), "utf8"));
  expect(engines.node).toBe(">=20.20 <25");
  const versions = ["18.20.8", "20.19.6", "20.20.0", "22.1.0", "24.21.0", "25.0.0"];
  expect(versions.filter(runsOn)).toEqual(["20.20.0", "22.1.0", "24.21.0"]);
});

test("the lock file names every platform's binaries, without which npm ci refuses it (npm run lock)", () => {
  const { packages } = JSON.parse(readFileSync(join(house, "package-lock.json"), "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const named = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

test("a lock is taken over from a process that died, and given back after a failure", async () => {
  mkdirSync(at("lock"));
  writeFileSync(at("lock/holder"), `${hostname()} ${process.pid} its-former-life`);
  expect(await withLock(at("lock"), async () => "taken")).toBe("taken");
  mkdirSync(at("lock"));
  writeFileSync(at("lock/holder"), "elsewhere 1 silent");
  utimesSync(at("lock"), 0, 0);
  await expect(withLock(at("lock"), async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(at("lock"))).toBe(false);
});

test("work under one lock never overlaps", async () => {
  let inside = 0;
  const work = async () => {
    inside += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return inside--;
  };
  const results = await Promise.all([1, 2, 3].map(() => withLock(at("lock"), work)));
  expect(results).toEqual([1, 1, 1]);
});
