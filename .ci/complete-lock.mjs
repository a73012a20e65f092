/*
 * Names in package-lock.json the binaries of every platform that an optional dependency offers. A registry that serves
 * only some platforms leaves the others out, and then `npm ci` calls the file incomplete everywhere. Run by
 * `npm run lock` after `npm install`; it downloads nothing and changes no version.
 */
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));

const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/** For which machines a binary's name says it is. Without them npm would try to fetch it on every one. */
function machineOf(name) {
  const words = name.split("/").at(-1).split("-");
  const cpu = processors.find((processor) => words.some((word) => word === processor));
  const os = systems.find((system) => words.includes(system));
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : "";
  return { cpu: cpu && [cpu], os: os && [os], libc: os === "linux" && libc ? [libc] : undefined };
}

const isNamed = (owner, name) => {
  const folders = owner
    .split("/node_modules/")
    .map((_, at, all) => all.slice(0, all.length - at).join("/node_modules/"));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (key) => key in lock.packages,
  );
};

const added = [];
for (const [owner, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const machine = machineOf(name);
    if (isNamed(owner, name) || !machine.os || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const { cpu, os, libc } = machine;
    // In npm's own order, so that it finds nothing to rewrite.
    lock.packages[`node_modules/${name}`] = { version, cpu, dev, libc, optional: true, os };
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length > 0
    ? `Named in package-lock.json:\n${added.join("\n")}`
    : "package-lock.json names every platform.",
);
