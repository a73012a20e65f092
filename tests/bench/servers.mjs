import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onCore } from "./wrk.mjs";

const running = new Set();
const patience = 60_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function answers(server, path) {
  const begun = performance.now();
  while (performance.now() - begun < patience) {
    if (server.child.exitCode !== null) throw new Error(readFileSync(server.log, "utf8"));
    const found = await fetch(`${server.origin}${path}`).catch(() => undefined);
    await found?.arrayBuffer();
    if (found?.status === 200) return;
    await pause(2);
  }
  throw new Error(`${server.origin}${path} never answered`);
}

/**
 * Starts a program of Node on a free loopback port, which `argsFor(port)` and `envFor(port)` tell it, and waits for `path`.
 * What it prints goes to a file in `folder`. `core` pins it; without, it may use the whole machine.
 */
export async function start(name, { folder, path, core, argsFor, envFor = () => ({}) }) {
  const port = await freePort();
  const log = join(folder, `${name}.log`);
  const output = openSync(log, "a");
  const [program, ...words] = [
    ...(core === undefined ? [] : onCore(core)),
    process.execPath,
    ...argsFor(port),
  ];
  const env = { ...process.env, NODE_ENV: "production", ...envFor(port) };
  const begun = performance.now();
  const child = spawn(program, words, { env, stdio: ["ignore", output, output] });
  closeSync(output);
  const server = { name, child, log, origin: `http://127.0.0.1:${port}` };
  running.add(server);
  await answers(server, path);
  return { ...server, readyAfter: performance.now() - begun, stop: () => stop(server) };
}

/** Ends a server by its number, and insists after some seconds. */
async function stop(server) {
  const { child } = server;
  if (!running.delete(server) || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(insist);
}

/** Ends whatever still runs. */
export const stopAll = () => Promise.all([...running].map(stop));

/** The memory that a server has resident now, in MiB. */
export const residentMiB = ({ child }) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

const ticksASecond = 100;

/** The time of processor that a server has used until now, in ms. */
export function usedMs({ child }) {
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksASecond;
}

/** The portal as built, with its demonstration, on the data in `folder`. */
export const startPortal = (root, folder, { core, path = "/", flags = [] } = {}) =>
  start("portal", {
    folder,
    path,
    core,
    argsFor: () => [...flags, join(root, "app", "server", "launch.mjs")],
    envFor: (port) => ({
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: join(folder, "data"),
      DATABASE_URL: "",
      ORIGIN: "",
      SMTP_URL: "",
    }),
  });
