import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Visitor } from "~/auth/current-user.server";
import type { Permission } from "~/auth/permissions";
import type { Locale } from "~/i18n/locale";
import type { Clock } from "~/jobs/clock";
import { readBody } from "./body.server";
import type { Config } from "./config.server";
import type { addressAt } from "./doors";
import type { keepPages } from "./kept.server";
import { log } from "./log.server";
import { type Answerer, bodyOf } from "./remix.server";

/** What the doors stand before. */
export interface House {
  config: Config;
  clock: Clock;
  demonstration: boolean;
  answer: Answerer;
  pages: ReturnType<typeof keepPages>;
  /** Who is behind a session's token, if anyone. */
  visitorOf(token: string, now: Date): Promise<Visitor | null>;
  /** Whether this address has searched too often. */
  searchesTooOften(address: string): Promise<boolean>;
  /** Files of the build and the public folder. Calls `next` when there is none. */
  files(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  ready(): Promise<boolean>;
}

/** One request at the doors, and what is known of it there. */
export interface Knock {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  now: Date;
  requestId: string;
  language: Locale;
  /** The name of the address that is asked for; undefined where there is none. */
  address: ReturnType<typeof addressAt>;
  caller: string;
}

function toRequest({ request, url, requestId }: Knock, target: string, body: Buffer | null): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^x-(forwarded|remix|react-router|http-method)/.test(name) || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set("x-request-id", requestId);
  const method = request.method === "HEAD" ? "GET" : request.method;
  return new Request(new URL(target, url.origin), { method, headers, body: body as BodyInit | null });
}

/** Sends a request through Remix, at its own address or where the doors send it. */
export async function through(
  house: House,
  knock: Knock,
  visitor: Visitor | null,
  target?: string,
  denied: Permission | null = null,
) {
  const started = performance.now();
  const { request, url, now, requestId, language, caller, response } = knock;
  const form = request.method === "POST" ? await readBody(request) : null;
  const context = {
    now,
    requestId,
    language,
    address: caller,
    visitor,
    denied,
    nonce: randomBytes(16).toString("base64"),
    demonstration: house.demonstration,
    secure: house.config.secure,
    origin: house.config.origin,
    sendsMail: house.config.smtpUrl !== null,
    wanted: url.pathname + url.search,
  };
  const answer = await house.answer(toRequest(knock, target ?? url.pathname + url.search, form), context);
  const body = await bodyOf(answer, response);
  const facts = {
    requestId,
    personId: visitor?.actor.personId,
    method: request.method,
    address: knock.address,
  };
  log.info(
    { ...facts, status: response.statusCode, ms: Math.round(performance.now() - started) },
    "answered",
  );
  return body;
}
