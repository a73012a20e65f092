import { execFile, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { Refusal } from "../../app/server/launch/refusals.mjs";

const run = promisify(execFile);
const has = (program) => spawnSync("which", [program]).status === 0;

/** Leaves Debian's wrk on this machine, which root may install; refuses with what to install. */
export function ensureWrk(say) {
  if (!has("taskset")) throw new Refusal("taskset was not found: install the package util-linux.");
  if (has("wrk")) return;
  if (process.getuid?.() === 0 && has("apt-get")) {
    say("Installing wrk…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["-q", "-y", "update"], { env });
    spawnSync("apt-get", ["-q", "-y", "install", "--no-install-recommends", "wrk"], { env });
  }
  if (!has("wrk")) throw new Refusal("wrk was not found: install the package wrk.");
}

/** The words that keep a program on a core of its own: servers on the first, the load on the second. */
export const onCore = (core) => (availableParallelism() > 1 ? ["taskset", "-c", String(core)] : ["env"]);

const units = { us: 0.001, ms: 1, s: 1_000, m: 60_000 };

function milliseconds(output, percentile) {
  const [, amount, unit] = new RegExp(`^\\s*${percentile}%\\s+([\\d.]+)(us|ms|s|m)`, "m").exec(output);
  return Number(amount) * units[unit];
}

/** Loads `url` for some seconds; hands back requests, requests a second, and p50 and p99 in milliseconds. Refuses any failed answer. */
export async function load(url, { connections, seconds, headers = {} }) {
  const sent = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const shape = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", "--latency"];
  const [program, ...words] = [...onCore(1), "wrk", ...shape, ...sent, url];
  const { stdout } = await run(program, words, { timeout: (seconds + 30) * 1_000 });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url} failed under load:\n${stdout}`);
  return {
    requests: Number(/(\d+) requests in/.exec(stdout)[1]),
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]),
    p50: milliseconds(stdout, 50),
    p99: milliseconds(stdout, 99),
  };
}
