import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LONGEST_START_MS = 60_000;
/* What the launcher ends with, without what it does before: a journey installs and builds nothing. */
const SERVE =
  'import("./build/server/index.js").then((build) => build.entry.module.command("serve", [], build))';

/** A port of the loopback that nobody uses now. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });

/** What the portal is told: where to be and where to write, and nothing that this machine happens to have set. */
function surroundings(port: number, DATA_DIR: string): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATA_DIR };
}

async function untilReady(url: string, child: ChildProcess, said: () => string) {
  const end = Date.now() + LONGEST_START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the portal stopped before it was ready:\n${said()}`);
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`the portal was not ready in time:\n${said()}`);
}

/**
 * Starts what was built, with a demonstration of its own on a free port, for all the journeys.
 * They find it at `PORTAL_URL`. Hands back what ends it and removes its data.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "portal-journeys-"));
  const child = spawn(process.execPath, ["--eval", SERVE], {
    cwd: root,
    env: surroundings(port, data),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  // By the name that its letters give it.
  process.env.PORTAL_URL = `http://localhost:${port}`;
  await untilReady(process.env.PORTAL_URL, child, () => output).catch(async (failure) => {
    await stop();
    throw failure;
  });
  return stop;
}
