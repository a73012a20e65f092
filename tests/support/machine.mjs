import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Refusal } from "../../app/server/launch/refusals.mjs";
import { findPostgres, startCluster } from "./postgres-cluster.mjs";

const isRoot = process.getuid?.() === 0;

function apt(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => spawnSync("apt-get", ["-q", "-y", ...args], { env, encoding: "utf8" });
  run("update");
  const { status, stdout, stderr } = run("install", "--no-install-recommends", ...packages);
  if (status !== 0) process.stdout.write(`${stdout ?? ""}${stderr ?? ""}`);
  return status === 0;
}

/**
 * Leaves a Chromium on this machine: Debian's own when root may install it, else the one Playwright downloads.
 * Refuses with what to install when neither works.
 */
export async function ensureBrowser(root, say) {
  const { chromium } = await import("@playwright/test");
  const isPresent = () => existsSync("/usr/bin/chromium") || existsSync(chromium.executablePath());
  if (isPresent()) return;
  say("Installing Chromium…");
  if (isRoot && apt("chromium") && isPresent()) return;
  const cli = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  const { status } = spawnSync(process.execPath, cli, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0 || !isPresent())
    throw new Refusal("No Chromium for the journeys: install the package chromium.");
}

async function named(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query("show server_version_num");
    if (Number(rows[0].server_version_num) < 150_000) throw new Error("it is older than PostgreSQL 15");
  } catch (error) {
    throw new Refusal(`TEST_POSTGRES_URL cannot be used: ${error.message}`);
  } finally {
    await client.end();
  }
  return { url, stop: async () => {} };
}

/**
 * Hands back a PostgreSQL to test on, as `{ url, stop }`: the one that TEST_POSTGRES_URL names, else a throw-away cluster.
 * Root may install the programs; for anyone else their absence is a refusal that says what to do.
 */
export async function ensurePostgres(say) {
  if (process.env.TEST_POSTGRES_URL) return named(process.env.TEST_POSTGRES_URL);
  if (!findPostgres() && isRoot) {
    say("Installing PostgreSQL…");
    apt("postgresql");
  }
  const programs = findPostgres();
  if (programs) return startCluster(programs);
  throw new Refusal(
    "PostgreSQL 15 or newer was not found: install the package postgresql, name a server in TEST_POSTGRES_URL, " +
      "or run `npm test -- --without-postgres`.",
  );
}
