import { PassThrough } from "node:stream";
import type { AppLoadContext } from "@remix-run/node";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { hydratedPolicy } from "./server/headers";
import { log } from "./server/log.server";

export { command } from "./server/start.server";

const STREAM_TIMEOUT = 5_000;

const isHydrated = ({ routeModules, staticHandlerContext }: EntryContext): boolean =>
  staticHandlerContext.matches.some(({ route }) => {
    const handle = routeModules[route.id]?.handle as { hydrate?: boolean } | undefined;
    return handle?.hydrate === true;
  });

/** Pages of links and forms are rendered as one string; only hydrated ones need React's stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!isHydrated(remix)) {
    const page = `<!doctype html>${renderToString(<RemixServer context={remix} url={request.url} />)}`;
    return new Response(page, { status, headers });
  }
  headers.set("Content-Security-Policy", hydratedPolicy(nonce));
  return streamed(request, status, headers, remix, nonce);
}

function streamed(request: Request, status: number, headers: Headers, remix: EntryContext, nonce: string) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} nonce={nonce} />,
      {
        nonce,
        onShellReady() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => log.error({ err: error }, "a page broke while it was drawn"),
      },
    );
    setTimeout(abort, STREAM_TIMEOUT).unref();
  });
}

/** What no rule refused and yet failed: written to the log under the request's id, and never shown. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) log.error({ err: error, requestId: context.requestId }, "a request failed");
};
