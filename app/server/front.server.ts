import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { tokenIn } from "~/auth/cookies.server";
import { mayEver } from "~/auth/permissions";
import { refusalText } from "~/http/refusal-text.server";
import { baseLocale, type Locale } from "~/i18n/locale";
import { inLanguage } from "~/i18n/locale.server";
import { Refusal } from "~/refusal";
import { DENIED, inPath, NOWHERE, urls } from "~/urls";
import { answerOne, say } from "./answers.server";
import { addressAt, doors, type Rule } from "./doors";
import { everyAnswer } from "./headers";
import { answerKept } from "./kept.server";
import { type House, type Knock, through } from "./knock.server";
import { log } from "./log.server";

const PATH_LIMIT = 2_048;
const FORM = /^application\/x-www-form-urlencoded\b/i;
const FILE = /^\/(assets|fonts)\/|^\/(icon\.svg|robots\.txt)$/;

const languageOf = (pathname: string): Locale => (/^\/en(\/|\.data$|$)/.test(pathname) ? "en" : baseLocale);

/** The caller's address: the socket's, or what the trusted proxies in front say. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const chain = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim());
  const told = proxies > 0 ? chain.at(-proxies) : undefined;
  return told || (request.socket.remoteAddress ?? "");
}

/** A write must come from a page of ours: browsers say from where, and a browser that does not is not believed. */
function isForeign(request: IncomingMessage, origin: string): boolean {
  const { origin: sent, "sec-fetch-site": site } = request.headers;
  return sent !== undefined ? sent !== origin : site !== "same-origin";
}

/** A public page: kept if it is of that kind and came out well. */
async function answerPublic(house: House, knock: Knock, kept: boolean) {
  const { request, response, url, now, caller } = knock;
  const reads = request.method !== "POST";
  const keepable = kept && reads && url.search === "" && !url.pathname.endsWith(".data");
  const page = keepable ? house.pages.find(url.pathname, now) : undefined;
  if (page) return answerKept(request, response, page);
  if (reads && url.searchParams.has("q") && (await house.searchesTooOften(caller))) {
    return say(response, 429, "429", { "Retry-After": "60" });
  }
  const edition = house.pages.edition();
  const body = await through(house, knock, null);
  const well = keepable && response.statusCode === 200 && edition === house.pages.edition();
  if (well) return answerKept(request, response, house.pages.keep(url.pathname, body, now));
  return answerOne(knock, body);
}

/** A page of the workspace: for who is signed in and whose role has the rule's permission. */
async function answerPrivate(house: House, knock: Knock, rule: Exclude<Rule, "everyone">) {
  const { request, response, url, now, language } = knock;
  const token = tokenIn(request.headers.cookie, "session", house.config.secure);
  const visitor = token ? await house.visitorOf(token, now) : null;
  const wantsData = url.pathname.endsWith(".data");
  if (!visitor && wantsData) return say(response, 401, "401");
  if (!visitor && knock.address === "signOut") {
    response.writeHead(303, { Location: inPath(urls.signIn, language), "Cache-Control": "no-store" }).end();
    return;
  }
  if (!visitor && request.method === "POST") {
    return answerOne(knock, await through(house, knock, null, inPath(urls.signInAgain, language)));
  }
  if (!visitor) {
    const next = encodeURIComponent(url.pathname + url.search);
    const Location = `${inPath(urls.signIn, language)}?continuar=${next}`;
    response.writeHead(302, { Location, "Cache-Control": "no-store" }).end();
    return;
  }
  const denied = !mayEver(visitor.actor, rule);
  if (denied)
    log.warn({ requestId: knock.requestId, personId: visitor.actor.personId, rule }, "denied at the door");
  if (denied && wantsData) return say(response, 403, "403");
  answerOne(
    knock,
    await (denied
      ? through(house, knock, visitor, inPath(DENIED, language), rule)
      : through(house, knock, visitor)),
  );
}

/** Where there is no door nothing is reached: a page that helps on, at an address that no page has. */
async function answerNothing(house: House, knock: Knock) {
  const { request, response, url, language } = knock;
  const canonical = url.pathname.replace(/\/+$/, "");
  if (request.method === "POST" || url.pathname.endsWith(".data")) return say(response, 404, "404");
  if (canonical !== url.pathname && addressAt(canonical)) {
    response.writeHead(308, { Location: canonical + url.search, "Cache-Control": "no-store" }).end();
    return;
  }
  answerOne(knock, await through(house, knock, null, inPath(NOWHERE, language)));
}

/** The doors: what stands between the network and the pages, in the order in which a request meets it. */
async function meet(house: House, knock: Knock) {
  const { request, response, url } = knock;
  const { method = "GET" } = request;
  const reads = method === "GET" || method === "HEAD";
  if (!reads && method !== "POST") return say(response, 405, "405", { Allow: "GET, HEAD, POST" });
  if (url.searchParams.has("_data") || url.pathname.startsWith("/__manifest"))
    return say(response, 404, "404");
  const door = knock.address && doors[knock.address];
  if (!door) return answerNothing(house, knock);
  const rule = door[reads ? "GET" : "POST"];
  if (!rule) return say(response, 405, "405", { Allow: door.GET ? "GET, HEAD" : "POST" });
  if (!reads && isForeign(request, url.origin)) {
    return say(
      response,
      403,
      inLanguage(knock.language, () => refusalText(new Refusal("forbidden", "refusal_foreign"))),
    );
  }
  if (!reads && !FORM.test(request.headers["content-type"] ?? "")) return say(response, 415, "415");
  if (rule === "everyone") return answerPublic(house, knock, door.kept ?? false);
  return answerPrivate(house, knock, rule);
}

function fail({ response, requestId, language }: Knock, failure: unknown) {
  if (response.headersSent) return response.destroy();
  if (failure instanceof Refusal) {
    const status = failure.key === "refusal_tooLarge" ? 413 : failure.status;
    return say(
      response,
      status,
      inLanguage(language, () => refusalText(failure)),
      { Connection: "close" },
    );
  }
  const full = ["SQLITE_FULL", "ENOSPC"].includes((failure as { code?: string })?.code ?? "");
  log.error({ err: failure, requestId }, "a request failed before its page");
  say(response, full ? 507 : 500, `${full ? 507 : 500} · ${requestId}`);
}

/** The plain `node:http` handler in front of everything. */
export function front(house: House): RequestListener {
  const { config } = house;
  const always = Object.entries(everyAnswer(config.secure));

  return (request, response) => {
    for (const [name, value] of always) response.setHeader(name, value);
    const path = request.url ?? "/";
    if (path === "/healthz") return say(response, 200, "ok");
    if (path === "/readyz") {
      void house.ready().then((ready) => say(response, ready ? 200 : 503, ready ? "ready" : "not ready"));
      return;
    }
    const origin = config.hosts.get(String(request.headers.host ?? "").toLowerCase());
    if (!origin) return say(response, 421, "421");
    if (path.length > PATH_LIMIT || !path.startsWith("/") || path.startsWith("//"))
      return say(response, 400, "400");
    if (!URL.canParse(path, origin) || !isDecodable(path)) return say(response, 400, "400");

    const requestId = randomUUID();
    const url = new URL(path, origin);
    const caller = addressOf(request, config.proxies);
    const address = addressAt(url.pathname);
    const language = languageOf(url.pathname);
    const knock = { request, response, url, requestId, address, caller, language, now: house.clock() };
    response.setHeader("X-Request-Id", requestId);
    const work = () => void meet(house, knock).catch((failure: unknown) => fail(knock, failure));
    if (FILE.test(url.pathname)) return house.files(request, response, work);
    work();
  };
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
