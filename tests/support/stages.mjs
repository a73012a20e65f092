import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const longest = 15 * 60_000;
const running = new Set();

/** Runs a program of `node_modules/.bin` and hands back its code and all it printed. */
export function run(root, [program, ...args], env = {}) {
  const bin = join(root, "node_modules", ".bin", program);
  const options = {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  };
  const child = spawn(process.execPath, [bin, ...args], {
    ...options,
    timeout: longest,
    killSignal: "SIGKILL",
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    const end = (code) => {
      running.delete(child);
      resolve({ code: typeof code === "number" ? code : 1, output: output || String(code) });
    };
    child.once("error", end).once("close", (code, signal) => end(code ?? signal));
  });
}

/** Asks every program that still runs to end. */
export const interrupt = () => {
  for (const child of running) child.kill("SIGINT");
};

function vitestCounts(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

// A journey that passed only at a second try counts as failed.
function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** A program that is one check: it passes or it fails. */
export const check =
  (root, ...words) =>
  async () => {
    const { code, output } = await run(root, words);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };

/** A suite whose report counts its tests; a suite that broke, or ran none, has failed once at least. */
const suite = (counts) => (root, report, words, env) => async () => {
  const path = join(root, "tests", "results", report);
  rmSync(path, { force: true });
  const { code, output } = await run(root, words, env);
  const counted = existsSync(path)
    ? counts(JSON.parse(readFileSync(path, "utf8")))
    : { passed: 0, failed: 0 };
  const broke = (code !== 0 || counted.passed === 0) && counted.failed === 0;
  return { ...counted, failed: broke ? 1 : counted.failed, output };
};

const playwrightSuite = suite(playwrightCounts);
const vitestSuite = suite(vitestCounts);

/** The tests of one project of tests/vitest.config.ts, or only those whose path holds one of `paths`. */
export function vitest(root, project, { paths = [], env = {} } = {}) {
  const report = `${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=tests/results/${report}`];
  const words = [
    "vitest",
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--project",
    project,
    ...reporters,
    ...paths,
  ];
  return vitestSuite(root, report, words, env);
}

/** The journeys in a real browser, against the built server. */
export const playwright = (root) =>
  playwrightSuite(root, "journeys.json", [
    "playwright",
    "test",
    "--config",
    "tests/journeys/playwright.config.ts",
  ]);
