import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { ensureBuilt } from "../../app/server/launch/prepare.mjs";

/* The built portal in a process of its own, as it runs in earnest, over a database that the test prepared. */
const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Served {
  origin: string;
  ask(path: string, sent?: Sent): Promise<Answer>;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((found) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

/** Asks over kept connections, sending exactly these headers and no other that a browser would add. */
export function askerOf(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const ask = (path: string, { method = "GET", headers = {}, body }: Sent = {}) =>
    new Promise<Answer>((answered, failed) => {
      const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
      const options = { agent, port, host: "127.0.0.1", path, method, headers: { ...headers, ...length } };
      const sending = request(options, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece)).on("error", failed);
        response.on("end", () => {
          const { statusCode: status = 0, headers: told } = response;
          answered({ status, headers: told, body: Buffer.concat(pieces).toString() });
        });
      });
      sending.on("error", failed).end(body);
    });
  return { ask, close: () => agent.destroy() };
}

async function untilReady(ask: Served["ask"], child: ChildProcess, said: () => string) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the portal did not start: ${said()}`);
    if (
      await ask("/readyz").then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`the portal was not ready in 30 s: ${said()}`);
}

/** Builds the portal if its sources changed since, and serves it on a free port of the loopback. */
export async function serveBuild(url: string): Promise<Served> {
  await ensureBuilt(root, () => undefined);
  const port = await freePort();
  const entry = pathToFileURL(join(root, "build/server/index.js")).href;
  const script = `const build = await import("${entry}"); await build.entry.module.command("serve", [], build);`;
  const own = { PORT: String(port), DATABASE_URL: url, NODE_ENV: "production" as const, LOG_LEVEL: "silent" };
  const env: NodeJS.ProcessEnv = { ...process.env, ...own };
  for (const name of ["ORIGIN", "HOST", "SMTP_URL", "TRUSTED_PROXIES"]) delete env[name];
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: root, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      output += bytes;
    });
  const { ask, close } = askerOf(port);
  const ended = new Promise<void>((end) => child.once("exit", () => end()));
  const stop = async () => {
    close();
    child.kill("SIGTERM");
    await ended;
  };
  await untilReady(ask, child, () => output).catch(async (failure: unknown) => {
    await stop();
    throw failure;
  });
  return { origin: `http://127.0.0.1:${port}`, ask, stop };
}

/**
 * One hash a table of all that a SQLite database holds, so that "nothing changed" means not a letter. Of sessions, the
 * idle end moves with use and is left out, and so are those of `except`, which end by being used.
 */
export function contentsOf(url: string, except: string[] = []): Record<string, string> {
  const file = new Database(url.replace("file:", ""), { readonly: true });
  const named =
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name";
  const tables = file.prepare(named).pluck().all() as string[];
  const rowsOf = (table: string): unknown[] => {
    const rows = file.prepare(`select * from "${table}" order by 1, 2`).all() as Record<string, unknown>[];
    if (table !== "auth_sessions") return rows;
    return rows
      .filter(({ person_id }) => !except.includes(String(person_id)))
      .map(({ expires_at: _, ...row }) => row);
  };
  const hash = (rows: unknown[]) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  const contents = tables.map((table) => [table, `${rowsOf(table).length} ${hash(rowsOf(table))}`]);
  file.close();
  return Object.fromEntries(contents);
}
