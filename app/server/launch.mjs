/*
 * What `npm start`, `npm run dev`, `verify`, `backup` and `restore` run. It leaves the portal installed and built,
 * then hands over to the build's own `command`. Plain JavaScript: it runs before anything is installed.
 */
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Refusal, refusals, runsOn } from "./launch/refusals.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const commands = ["serve", "verify", "backup", "restore"];
const say = (line) => process.stderr.write(`${line}\n`);

function commandOf(args) {
  const [first = "--"] = args;
  if (first.startsWith("-")) return ["serve", args];
  if (!commands.includes(first)) throw refusals.command(first);
  return [first, args.slice(1)];
}

// `prepare.mjs` is imported only once the version is known: an older Node could not even read it.
async function install() {
  const { ensureInstalled } = await import("./launch/prepare.mjs");
  await ensureInstalled(root, say);
}

async function develop(args) {
  const { compileMessages } = await import("./launch/prepare.mjs");
  process.env.NODE_ENV = "development";
  await compileMessages(root);
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build");
  const build = await load();
  await build.entry.module.command("serve", args, load, vite.middlewares);
}

async function run(name, args) {
  const { ensureBuilt } = await import("./launch/prepare.mjs");
  await ensureBuilt(root, say);
  process.env.NODE_ENV = "production";
  const build = await import(pathToFileURL(join(root, "build", "server", "index.js")).href).catch((error) => {
    if (/MODULE_NOT_FOUND|ERR_DLOPEN_FAILED/.test(error.code))
      throw refusals.damaged(error.message.split("\n")[0]);
    throw error;
  });
  await build.entry.module.command(name, args, build);
}

try {
  if (!runsOn(process.versions.node)) throw refusals.node(process.versions.node);
  const [name, args] = commandOf(process.argv.slice(2).filter((arg) => arg !== "--dev"));
  process.chdir(root);
  await install();
  await (process.argv.includes("--dev") ? develop(args) : run(name, args));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exit(1);
}
