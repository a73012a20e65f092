/*
 * `npm run bench`: the portal beside a bare node:http server that sends the same bytes and an empty Remix + Express
 * app that draws the same HTML. All on loopback. BENCH_SECONDS and BENCH_ROUNDS shorten it; words name pages.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled } from "../../app/server/launch/prepare.mjs";
import { Refusal, refusals, runsOn } from "../../app/server/launch/refusals.mjs";
import { readPage, signIn } from "./capture.mjs";
import { buildEmptyApp } from "./empty-app.mjs";
import { seen } from "./html-as-elements.mjs";
import { machine, median, rateHead, rateRow, table } from "./report.mjs";
import { residentMiB, start, startPortal, stopAll, usedMs } from "./servers.mjs";
import { ensureWrk, load } from "./wrk.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const bareServer = fileURLToPath(new URL("./bare-server.mjs", import.meta.url));
const emptyServer = fileURLToPath(new URL("./empty-server.mjs", import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);

const positive = (text, otherwise) => (Number(text) > 0 ? Number(text) : otherwise);
const seconds = positive(process.env.BENCH_SECONDS, 10);
const rounds = positive(process.env.BENCH_ROUNDS, 3);
const startsCold = 5;
const connectionCounts = [1, 16];
const asked = process.argv.slice(2);
const pages = [
  "/",
  "/estados/chiapas",
  "/instituciones?asiento=si",
  "/entrar",
  "/trabajo",
  "/trabajo/directorio",
];
const chosen = pages.filter((page) => asked.length === 0 || asked.includes(page));

async function capture(portal, cookie) {
  const captures = [];
  for (const page of chosen) {
    const sent = page.startsWith("/trabajo") ? { Cookie: cookie } : {};
    const { headers, body } = await readPage(portal.origin + page, sent);
    captures.push({ id: `p${captures.length}`, page, sent, headers, body });
  }
  return captures;
}

/** The two others. Refuses to compare with pages that differ from the portal's. */
async function startOthers(folder, captures) {
  const file = join(folder, "captures.json");
  const app = join(folder, "empty");
  writeFileSync(file, JSON.stringify(captures));
  await buildEmptyApp(root, app, captures);
  const path = `/${captures[0].id}`;
  const options = { folder, path, core: 0 };
  const bare = await start("bare", {
    ...options,
    argsFor: (port) => [bareServer, file, port],
  });
  const empty = await start("empty", {
    ...options,
    argsFor: (port) => [emptyServer, app, port],
  });
  for (const { id, page, body } of captures) {
    const same = (await readPage(`${bare.origin}/${id}`)).body === body;
    const drawn = (await readPage(`${empty.origin}/${id}`)).body;
    if (!same || seen(drawn) !== seen(body)) throw new Error(`${page} is not the same page everywhere`);
  }
  return { bare, empty };
}

/** Loads a server, and adds what a page cost it: that holds also while others use the machine. */
async function loaded(server, path, shape) {
  const before = usedMs(server);
  const found = await load(server.origin + path, shape);
  return { ...found, cost: (usedMs(server) - before) / found.requests };
}

async function measure({ portal, bare, empty }, captures) {
  const rows = captures.flatMap((capture) =>
    connectionCounts.map((connections) => ({
      ...capture,
      connections,
      bytes: capture.body.length,
      rounds: [],
    })),
  );
  const memory = { portal: 0, empty: 0 };
  const once = async ({ page, id, sent, connections }, length) => {
    const shape = { connections, seconds: length };
    const measured = {
      portal: await loaded(portal, page, { ...shape, headers: sent }),
      bare: await loaded(bare, `/${id}`, shape),
      empty: await loaded(empty, `/${id}`, shape),
    };
    memory.portal = Math.max(memory.portal, residentMiB(portal));
    memory.empty = Math.max(memory.empty, residentMiB(empty));
    return measured;
  };
  for (const row of rows) await once(row, Math.min(seconds, 2));
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds}…`);
    for (const row of rows) row.rounds.push(await once(row, seconds));
  }
  for (const { page, sent } of captures) await readPage(portal.origin + page, sent);
  return { rows, memory };
}

async function coldStarts(folder) {
  const times = [];
  for (let time = 0; time < startsCold; time += 1) {
    const portal = await startPortal(root, folder);
    times.push(portal.readyAfter);
    await portal.stop();
  }
  return median(times);
}

async function bench(folder) {
  const portal = await startPortal(root, folder, { core: 0 });
  const captures = await capture(portal, await signIn(portal.origin));
  const others = await startOthers(folder, captures);
  const { rows, memory } = await measure({ portal, ...others }, captures);
  await stopAll();
  const cold = await coldStarts(folder);
  say(`\n${machine(seconds, rounds)}\n`);
  say(table(rateHead, rows.map(rateRow)));
  const facts = [
    [`cold start to the first page, existing database, median of ${startsCold}`, `${Math.round(cold)} ms`],
    ["resident under load, portal", `${Math.round(memory.portal)} MiB`],
    ["resident under load, empty Remix", `${Math.round(memory.empty)} MiB`],
  ];
  say(`\n${table(["measure", "value"], facts)}`);
}

const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
const clean = async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => void clean().finally(() => process.exit(130)));
}
try {
  if (!runsOn(process.versions.node)) throw refusals.node(process.versions.node);
  if (chosen.length === 0) throw new Refusal(`No such page; there are ${pages.join(" ")}`);
  ensureWrk(say);
  await ensureInstalled(root, say);
  await ensureBuilt(root, say);
  await bench(folder);
} catch (error) {
  say(error instanceof Refusal ? error.message : error.stack);
  process.exitCode = 1;
} finally {
  await clean();
}
