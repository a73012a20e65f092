/*
 * `npm test` and `npm run check`: installs what is missing, runs every check, and ends with one line,
 * `N passed, N failed`. Plain JavaScript: it runs before anything is installed.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal, refusals, runsOn } from "../app/server/launch/refusals.mjs";
import { check, interrupt, playwright, vitest } from "./support/stages.mjs";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const flags = process.argv.slice(2);
const isCheck = flags.includes("--check");
const withoutPostgres = flags.includes("--without-postgres");
const say = (line) => process.stdout.write(`${line}\n`);

const total = { passed: 0, failed: 0, skipped: 0 };
const cleaning = [];
let isStopping = false;

/** Runs one stage, prints its line (and all it said, if it failed), adds to the total; true when it passed. */
async function stage(name, work) {
  const start = performance.now();
  if (isStopping) return new Promise(() => {});
  const done = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    output: error.stack ?? String(error),
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed, skipped = 0, output = "" } = done;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ""}` : "";
  say(`${failed ? "✗" : "✓"} ${name} ${seconds} s${counts}${skipped ? `, ${skipped} skipped` : ""}`);
  if (failed) say(output.trimEnd());
  return failed === 0;
}

/** A step that is no test: it counts only when it fails, and then says what its log says. */
const step = (work) => async () => {
  try {
    await work();
    return { passed: 0, failed: 0 };
  } catch (error) {
    const log = /\S+\.log$/m.exec(error.message)?.[0];
    return { passed: 0, failed: 1, output: `${error.message}\n${log ? readFileSync(log, "utf8") : ""}` };
  }
};

const notRun = (why) => async () => ({ passed: 0, failed: 1, output: `not run: ${why}` });

async function staticChecks() {
  const lint = () => stage("lint", check(root, "biome", "check", "--error-on-warnings", "--colors=off"));
  const unused = () => stage("unused", check(root, "knip", "--no-progress"));
  const types = () => stage("types", check(root, "tsc", "-p", "."));
  await Promise.all([types(), lint().then(unused)]);
}

async function messages() {
  const { compileMessages } = await import("../app/server/launch/prepare.mjs");
  const compile = () => compileMessages(root);
  return stage("messages", step(compile));
}

async function build() {
  const { ensureBuilt } = await import("../app/server/launch/prepare.mjs");
  return stage(
    "build",
    step(() => ensureBuilt(root, () => {})),
  );
}

async function everything() {
  const { ensureBrowser, ensurePostgres } = await import("./support/machine.mjs");
  await ensureBrowser(root, say);
  const cluster = withoutPostgres ? undefined : await ensurePostgres(say);
  if (cluster) cleaning.push(cluster.stop);
  await messages();
  await staticChecks();
  // Before the tests: the matrix of who may knock where is asked of the built server.
  const built = await build();
  await stage("unit and integration on SQLite", vitest(root, "sqlite"));
  if (cluster) {
    const env = { TEST_POSTGRES_URL: cluster.url };
    await stage("integration on PostgreSQL", vitest(root, "postgres", { env }));
  }
  await stage("journeys", built ? playwright(root) : notRun("there is no build"));
}

async function quickly() {
  const paths = ["tests/architecture.test.ts", "tests/i18n/"];
  await messages();
  await Promise.all([staticChecks(), stage("architecture", vitest(root, "sqlite", { paths }))]);
}

function stopOn(signal) {
  process.on(signal, () => {
    isStopping = true;
    interrupt();
    void clean().finally(() => process.exit(130));
  });
}

async function main() {
  const unknown = flags.find((flag) => !["--check", "--without-postgres"].includes(flag));
  if (unknown) throw new Refusal(`Unknown option ${unknown}: there are --check and --without-postgres.`);
  if (!runsOn(process.versions.node)) throw refusals.node(process.versions.node);
  process.chdir(root);
  mkdirSync(join(root, "tests", "results"), { recursive: true });
  const { ensureInstalled } = await import("../app/server/launch/prepare.mjs");
  await ensureInstalled(root, say);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) stopOn(signal);
  await (isCheck ? quickly() : everything());
}

const clean = async () => {
  for (const undo of cleaning.splice(0)) await undo();
};

try {
  await main();
} catch (error) {
  total.failed += 1;
  say(error instanceof Refusal ? error.message : error.stack);
} finally {
  await clean();
}
if (withoutPostgres && !isCheck)
  say("PostgreSQL was skipped: commands, queries and migrations ran on SQLite only.");
const suffix = withoutPostgres && !isCheck ? " (PostgreSQL skipped)" : "";
say(`${total.passed} passed, ${total.failed} failed${suffix}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
