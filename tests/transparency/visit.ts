import type { EntryContext, ServerBuild } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import type { Locale } from "~/i18n";
import * as root from "~/root";
import { remixAnswerer } from "~/server/remix.server";
import * as accessibility from "~/transparency/pages/accessibility";
import * as home from "~/transparency/pages/home";
import * as institution from "~/transparency/pages/institution";
import * as institutions from "~/transparency/pages/institutions";
import * as notFound from "~/transparency/pages/not-found";
import * as site from "~/transparency/pages/site";
import * as state from "~/transparency/pages/state";
import * as states from "~/transparency/pages/states";
import { inPath, translated, urls } from "~/urls";
import { contextOf } from "../support/cast";

/*
 * The public site on its own, answered by Remix as the server answers it: each loader behind its latch, in the
 * language of the address.
 */
const pages = [
  [urls.home, home],
  [urls.institutions, institutions],
  [urls.institution, institution],
  [urls.states, states],
  [urls.state, state],
  [urls.accessibility, accessibility],
  ["/*", notFound],
] as const;

const branch = (language: Locale) => [
  { id: `${language}/site`, parentId: "root", module: site },
  ...pages.map(([path, module]) => ({
    id: `${language}${path}`,
    parentId: `${language}/site`,
    path: inPath(path, language).slice(1),
    module,
  })),
];
const routes = [{ id: "root", path: "", module: root }, ...branch("es"), ...branch("en")];

function draw({ url }: Request, status: number, headers: Headers, context: EntryContext) {
  headers.set("Content-Type", "text/html");
  return new Response(renderToString(createElement(RemixServer, { context, url })), { status, headers });
}

const asset = (route: object) => ({
  ...route,
  module: "",
  hasLoader: true,
  hasAction: false,
  hasClientLoader: false,
  hasClientAction: false,
  hasErrorBoundary: false,
});

const build = {
  entry: { module: { default: draw } },
  routes: Object.fromEntries(routes.map((route) => [route.id, route])),
  assets: {
    entry: { imports: [], module: "" },
    routes: Object.fromEntries(routes.map(({ module: _, ...route }) => [route.id, asset(route)])),
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

const ask = (address: string, language: Locale, headers: HeadersInit = {}) =>
  answer(new Request(`http://portal.test${address}`, { headers }), contextOf(null, { language }));

export interface Visit {
  status: number;
  html: string;
  headers: Headers;
}

/** What a citizen who opens `path` is answered. `path` is the Spanish one. */
export async function visit(path: string, language: Locale = "es", headers?: HeadersInit): Promise<Visit> {
  const { pathname, search } = new URL(path, "http://portal.test");
  const response = await ask(`${translated(pathname, language)}${search}`, language, headers);
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** What the loaders of `path` answer, as the text in which Remix would send it. */
export async function dataOf(path: string, language: Locale = "es"): Promise<string> {
  const address = translated(path, language);
  return (await ask(`${address === "/" ? "/_root" : address}.data`, language)).text();
}
