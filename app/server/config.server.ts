import { isIP } from "node:net";
import { resolve } from "node:path";

/** How this process was asked to run: the environment, read once and checked. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string;
  dataDir: string;
  /** Where links in letters lead. */
  origin: string;
  /** Names under which the portal may be asked for, with their origin. */
  hosts: Map<string, string>;
  secure: boolean;
  /** Proxies in front, whose word on the caller's address is taken. */
  proxies: number;
  smtpUrl: string | null;
  mailFrom: string;
}

const loopback = (host: string) =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

/** Whether only this machine can reach a host. */
export const isLoopback = (host: string): boolean => loopback(host.replace(/^\[|\]$/g, ""));

function wholeNumber(text: string | undefined, otherwise: number, name: string): number {
  const value = text === undefined || text === "" ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`${name} is not a number that fits: ${text}`);
  return value;
}

function originFrom(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, "")) {
    throw new Error(`ORIGIN must be like https://portal.example and nothing more: ${text}`);
  }
  return url;
}

/** Reads the environment. Refuses what it does not understand with one sentence. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env.PORT, 3000, "PORT");
  const host = env.HOST || "127.0.0.1";
  const dataDir = resolve(env.DATA_DIR || "data");
  const named = env.ORIGIN ? originFrom(env.ORIGIN) : null;
  const own = ["localhost", "127.0.0.1", "[::1]"];
  if (!named && !isLoopback(host)) own.push(isIP(host) === 6 ? `[${host}]` : host);
  const origins = named
    ? [named.origin]
    : own.map((name) => `http://${name}${port === 80 ? "" : `:${port}`}`);
  return {
    port,
    host,
    dataDir,
    databaseUrl: env.DATABASE_URL || `file:${dataDir}/portal.sqlite`,
    origin: origins[0] ?? "",
    hosts: new Map(origins.map((origin) => [new URL(origin).host, origin])),
    secure: named?.protocol === "https:",
    proxies: wholeNumber(env.TRUSTED_PROXIES, 0, "TRUSTED_PROXIES"),
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || `portal@${named?.hostname ?? "localhost"}`,
  };
}
