import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const oldest = 15;
const isRoot = process.getuid?.() === 0;

const versionOf = (folder) => {
  try {
    return Number(
      /\) (\d+)/.exec(execFileSync(join(folder, "initdb"), ["--version"], { encoding: "utf8" }))?.[1],
    );
  } catch {
    return 0;
  }
};

const versionsUnder = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, "bin")) : [];

/** The folder of the newest PostgreSQL programs on this machine that are new enough, or undefined. */
export function findPostgres() {
  const folders = [...versionsUnder("/usr/lib/postgresql"), ...(process.env.PATH ?? "").split(":")];
  const found = folders
    .filter((folder) => existsSync(join(folder, "initdb")))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => version >= oldest);
  return found.sort((a, b) => b.version - a.version)[0]?.folder;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

// PostgreSQL refuses to run as root: root lends it Debian's own account.
function lesserAccount() {
  if (!isRoot) return {};
  const number = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

// The shell outlives this process and sees its own input close: whatever ends the tests ends the server.
const guarded = `
  "$0" "$@" & server=$!
  ( cat >/dev/null; kill -INT $server 2>/dev/null ) <&3 &
  wait $server; status=$?
  rm -rf "$PGDATA_FOLDER"
  exit $status`;

function found(bin, folder, password, account) {
  const secret = join(folder, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  if (isRoot) for (const path of [folder, secret]) chownSync(path, account.uid, account.gid);
  const access = ["--username=portal", "--auth=scram-sha-256", `--pwfile=${secret}`];
  const shape = ["--encoding=UTF8", "--no-locale", "--no-sync", "-D", join(folder, "data")];
  execFileSync(join(bin, "initdb"), [...access, ...shape], { ...account, cwd: folder, stdio: "pipe" });
}

function serve(bin, folder, port, account) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "off",
    full_page_writes: "off",
    max_connections: "200",
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const args = [
    "-c",
    guarded,
    join(bin, "postgres"),
    "-D",
    join(folder, "data"),
    "-p",
    String(port),
    ...flags,
  ];
  return spawn("/bin/sh", args, {
    ...account,
    cwd: folder,
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: "C", PGDATA_FOLDER: folder },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
}

/**
 * Starts an empty, throw-away PostgreSQL from the programs in `bin`, on a free loopback port and behind a password.
 * Returns its `url` and `stop`, which ends it and deletes its files; so does the end of this process, however it ends.
 */
export async function startCluster(bin) {
  const account = lesserAccount();
  const folder = mkdtempSync(join(tmpdir(), "portal-pg-"));
  const password = randomBytes(16).toString("hex");
  try {
    found(bin, folder, password, account);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const port = await freePort();
  const server = serve(bin, folder, port, account);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let said = "";
  server.stderr.on("data", (bytes) => {
    said = (said + bytes).slice(-20_000);
  });
  const stop = async () => {
    server.stdio[3].end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !isReady(folder); tries++) {
    if (server.exitCode === null && tries < 300) await pause(100);
    else {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${said}`);
    }
  }
  return { url: `postgres://portal:${password}@127.0.0.1:${port}/postgres`, stop };
}

// The eighth line of the server's own note says so once it takes connections.
function isReady(folder) {
  const note = join(folder, "data", "postmaster.pid");
  return existsSync(note) && readFileSync(note, "utf8").split("\n")[7]?.trim() === "ready";
}
