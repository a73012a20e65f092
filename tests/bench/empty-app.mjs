import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { find, pageModule, parse } from "./html-as-elements.mjs";

const run = promisify(execFile);
const template = fileURLToPath(new URL("./empty", import.meta.url));

const viteConfig = `import { vitePlugin as remix } from "@remix-run/dev";

const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
};
export default { plugins: [remix({ future })] };
`;

const routes = (captures) => `import { route } from "@remix-run/route-config";

export default [${captures.map(({ id }) => `route("${id}", "pages/${id}.jsx")`).join(", ")}];
`;

/**
 * Builds, in `folder`, an app of Remix and nothing else that draws the captured pages through React: a route for each,
 * under its `id`, with a loader that has nothing to load.
 */
export async function buildEmptyApp(root, folder, captures) {
  const pages = join(folder, "app", "pages");
  mkdirSync(pages, { recursive: true });
  cpSync(template, join(folder, "app"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const trees = captures.map(({ body }) => parse(body));
  const links = find(trees[0], "head").children.filter(({ tag }) => tag === "link");
  const write = (path, text) => writeFileSync(join(folder, path), text);
  write("package.json", '{ "type": "module", "sideEffects": false }\n');
  write("vite.config.js", viteConfig);
  write("app/routes.js", routes(captures));
  write("app/captured.js", `export const head = ${JSON.stringify(links.map(({ props }) => props))};\n`);
  captures.forEach(({ id }, at) => {
    write(`app/pages/${id}.jsx`, pageModule(trees[at]));
  });
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  await run(process.execPath, [remix, "vite:build"], { cwd: folder, timeout: 120_000 });
}
