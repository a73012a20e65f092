import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "./lock.mjs";
import { refusalOf, refusals } from "./refusals.mjs";

/** What the build is made of. `app/i18n/paraglide` is itself made by the build. */
const sources = ["app", "db", "drizzle", "public", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const manifests = ["package.json", "package-lock.json"];

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const json = (path) => JSON.parse(read(path) || "null");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function* filesUnder(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.endsWith("~") || entry.name === "paraglide") continue;
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

/** One hash of the contents of all that the build is made of: dates do not count, as a checkout changes them. */
export function sourcesHash(root) {
  const hash = createHash("sha256");
  for (const source of [...sources, ...manifests]) {
    const path = join(root, source);
    for (const file of /\.\w+$/.test(source) ? [path].filter(existsSync) : filesUnder(path)) {
      hash.update(`${relative(root, file)}\0${sha256(readFileSync(file))}\0`);
    }
  }
  return hash.digest("hex");
}

const installStamp = (root) => join(root, "node_modules", ".portal-stamp");
const buildStamp = (root) => join(root, "build", ".stamp");
const machine = `${process.platform} ${process.arch}`;

const installedNow = (root) =>
  JSON.stringify({
    lock: sha256(read(join(root, "package-lock.json"))),
    abi: process.versions.modules,
    machine,
  });

export const isInstalled = (root) => read(installStamp(root)) === installedNow(root);
export const isBuilt = (root) =>
  existsSync(join(root, "build", "server", "index.js")) && read(buildStamp(root)) === sourcesHash(root);

/** Whether npm itself finished installing what the lock file says; an interrupted install leaves no such list. */
export function holdsLockedVersions(root) {
  const wanted = json(join(root, "package-lock.json"))?.packages ?? {};
  const present = json(join(root, "node_modules", ".package-lock.json"))?.packages;
  const stamp = json(installStamp(root));
  if (!present || (stamp && stamp.machine !== machine)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path];
    return path === "" || (found ? found.version === version : Boolean(optional || devOptional));
  });
}

// Asked of another process: a binary made for another Node may bring its process down.
const opensDatabase = (root) =>
  spawnSync(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:").close()'], { cwd: root })
    .status === 0;

/** How npm is called: the one that runs this script, else the one beside this Node, else the one in the path. */
export function npmCommand(env = process.env) {
  const beside = join(process.execPath, "..", "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  const cli = [env.npm_execpath ?? "", beside].find(
    (path) => /npm-cli\.c?js$/.test(path) && existsSync(path),
  );
  return cli ? [process.execPath, cli] : ["npm"];
}

/** Runs npm with its output in `.cache/<name>.log`; a failure is `refuse(log)`, or the disk's own refusal. */
async function npm(root, name, args, refuse) {
  const log = join(root, ".cache", `${name}.log`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  const output = openSync(log, "w");
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ["ignore", output, output] });
  const stop = (signal) => {
    child.kill(signal);
    process.exit(130);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const code = await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  process.off("SIGINT", stop).off("SIGTERM", stop);
  closeSync(output);
  if (code === 0) return;
  if (code?.code === "ENOENT") throw refusals.npm();
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 1_000_000) throw refusals.full(root);
  throw refusalOf(read(log).match(/ENOSPC|EDQUOT|no space left|EACCES|EROFS/i)?.[0], root) ?? refuse(log);
}

async function install(root, say) {
  if (!holdsLockedVersions(root)) {
    say("Instalando dependencias… (la primera vez tarda unos minutos)");
    await npm(root, "install", ["ci", "--include=dev"], refusals.install);
  }
  if (!opensDatabase(root)) {
    say("Preparando SQLite para este Node…");
    const rebuild = ["rebuild", "better-sqlite3", "--ignore-scripts=false", "--foreground-scripts"];
    await npm(root, "sqlite", rebuild, refusals.addon);
    if (!opensDatabase(root)) throw refusals.addon(join(root, ".cache", "sqlite.log"));
  }
  writeFileSync(installStamp(root), installedNow(root));
}

async function build(root, say) {
  say("Construyendo el portal…");
  const hash = sourcesHash(root);
  rmSync(buildStamp(root), { force: true });
  await npm(root, "build", ["run", "build"], refusals.build);
  writeFileSync(buildStamp(root), hash);
}

/** Does `work` unless `isDone` says so, one process at a time; what another one did meanwhile counts. */
async function once(root, say, isDone, work) {
  if (isDone(root)) return;
  const waiting = () => say("Otro arranque está preparando el portal; se le espera…");
  try {
    const unlessDone = () => (isDone(root) ? undefined : work(root, say));
    await withLock(join(root, ".cache", "preparing"), unlessDone, waiting);
  } catch (error) {
    throw refusalOf(error, root) ?? error;
  }
}

/** Leaves `node_modules` as package-lock.json says and SQLite ready for this Node. Writes nothing when it is. */
export const ensureInstalled = (root, say) => once(root, say, isInstalled, install);

/** Leaves in `build` what the sources say now. Needs the installation; writes nothing when it is so already. */
export const ensureBuilt = (root, say) => once(root, say, isBuilt, build);

/** Compiles the messages, which the development server and the checks read. */
export const compileMessages = (root) => npm(root, "messages", ["run", "messages"], refusals.messages);
