import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { DENIED, NOWHERE } from "~/urls";
import { addressAt, bare } from "./doors";

type RouteObject = Parameters<typeof matchRoutes>[0][number];

const treeOf = ({ routes }: ServerBuild, parent?: string): RouteObject[] =>
  Object.values(routes)
    .filter((route) => route !== undefined && route.parentId === parent)
    .map((route) => {
      const { id, path, index } = route as NonNullable<typeof route>;
      return index ? { id, path, index } : { id, path, children: treeOf({ routes } as ServerBuild, id) };
    });

/** The build with only the routes on the branch that leads to `path`. */
function branchOf(build: ServerBuild, path: string): ServerBuild {
  const leading = new Set(matchRoutes(treeOf(build), path)?.map(({ route }) => route.id));
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => leading.has(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

/** A path as Remix's routes spell it: without what marks a data request. */
const asPage = (pathname: string) => pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

/**
 * One handler of Remix's for each address, with the routes of its branch alone: Remix ranks and rebuilds every route it
 * has several times a page, which for a whole site costs more than drawing. The doors have already found the address,
 * so no other route could answer. A path they do not know goes to the whole build.
 */
export function branchHandlers(build: ServerBuild, mode: string | undefined) {
  const whole = createRequestHandler(build, mode);
  const handlers = new Map<string, RequestHandler>();
  return (pathname: string): RequestHandler => {
    const page = asPage(pathname);
    const path = bare(pathname);
    const address = addressAt(pathname) ?? [DENIED, NOWHERE].find((fixed) => fixed === path);
    if (!address) return whole;
    const key = `${page === path ? "" : "en "}${address}`;
    const found = handlers.get(key) ?? createRequestHandler(branchOf(build, page), mode);
    handlers.set(key, found);
    return found;
  };
}
