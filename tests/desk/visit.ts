import type { EntryContext, ServerBuild } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import * as record from "~/audit/pages/record";
import * as home from "~/desk/pages/home";
import * as workspace from "~/desk/pages/workspace";
import * as absorbInstitution from "~/directory/pages/absorb-institution";
import * as addStateInstitution from "~/directory/pages/add-state-institution";
import * as body from "~/directory/pages/body";
import * as directory from "~/directory/pages/directory";
import * as endTerm from "~/directory/pages/end-term";
import * as institution from "~/directory/pages/institution";
import * as newTerm from "~/directory/pages/new-term";
import * as renameInstitution from "~/directory/pages/rename-institution";
import * as reportPhase from "~/directory/pages/report-phase";
import * as reportSecretariat from "~/directory/pages/report-secretariat";
import * as seat from "~/directory/pages/seat";
import * as seatHolding from "~/directory/pages/seat-holding";
import * as seatVote from "~/directory/pages/seat-vote";
import * as state from "~/directory/pages/state";
import * as root from "~/root";
import { remixAnswerer } from "~/server/remix.server";
import { inPath, translated, urls } from "~/urls";
import { contextOf } from "../support/cast";

/*
 * The desk, the directory and the record on their own, answered by Remix as the server answers them: each loader and
 * action behind its latch, in the language of the address, drawn to HTML.
 */
const pages: [string, object][] = [
  [urls.desk, home],
  [urls.directory, directory],
  [urls.body, body],
  [urls.seat, seat],
  [urls.seatVote, seatVote],
  [urls.seatHolding, seatHolding],
  [urls.newSeatTerm, newTerm],
  [urls.endSeatTerm, endTerm],
  [urls.directoryInstitution, institution],
  [urls.renameInstitution, renameInstitution],
  [urls.absorbInstitution, absorbInstitution],
  [urls.directoryState, state],
  [urls.reportSecretariat, reportSecretariat],
  [urls.reportPhase, reportPhase],
  [urls.addStateBody, addStateInstitution],
  [urls.record, record],
];

const branch = (language: "es" | "en") => [
  { id: `${language}/workspace`, parentId: "root", module: workspace as object },
  ...pages.map(([path, module]) => ({
    id: `${language}${path}`,
    parentId: `${language}/workspace`,
    path: inPath(path, language).slice(1),
    module,
  })),
];
const routes = [{ id: "root", path: "", module: root as object }, ...branch("es"), ...branch("en")];

const draw = (_: Request, status: number, headers: Headers, remix: EntryContext) => {
  const html = renderToString(createElement(RemixServer, { context: remix, url: "http://portal.test/" }));
  return new Response(html, { status, headers });
};

const asset = ({ module, ...route }: { module: object }) => ({
  ...route,
  module: "",
  hasLoader: "loader" in module,
  hasAction: "action" in module,
  hasClientLoader: false,
  hasClientAction: false,
  hasErrorBoundary: false,
});

const build = {
  entry: { module: { default: draw } },
  routes: Object.fromEntries(routes.map((route) => [route.id, route])),
  assets: {
    entry: { imports: [], module: "" },
    routes: Object.fromEntries(routes.map((route) => [route.id, asset(route)])),
    url: "",
    version: "test",
  },
  assetsBuildDirectory: "",
  basename: "/",
  future: {
    v3_singleFetch: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_fetcherPersist: true,
  },
  isSpaMode: false,
  mode: "test",
  publicPath: "/",
} as unknown as ServerBuild;

const answer = remixAnswerer(build);

async function ask(key: string | null, path: string, language: "es" | "en", init: RequestInit = {}) {
  const { pathname, search } = new URL(path, "http://portal.test");
  const request = new Request(`http://portal.test${translated(pathname, language)}${search}`, init);
  const response = await answer(request, contextOf(key, { language }));
  return { status: response.status, location: response.headers.get("location"), html: await response.text() };
}

/** What a member of the cast (or nobody) who opens `path` is answered. `path` is the Spanish one. */
export const visit = (key: string | null, path: string, language: "es" | "en" = "es") =>
  ask(key, path, language);

/** What a member of the cast who sends these fields to `path` is answered. */
export const send = (
  key: string | null,
  path: string,
  fields: Record<string, string>,
  language: "es" | "en" = "es",
) =>
  ask(key, path, language, {
    method: "POST",
    body: new URLSearchParams({ _key: crypto.randomUUID(), ...fields }),
  });

/** The words of a page, without its tags. */
export const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf("<main"))
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");

/** The value of a field of a form on a page. */
export const fieldValue = (html: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];
