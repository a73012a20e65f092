import type { ServerResponse } from "node:http";
import {
  type AppLoadContext,
  createRequestHandler,
  data,
  type RequestHandler,
  type ServerBuild,
} from "@remix-run/node";
import { behindLatch } from "~/http/latch.server";
import { refusalText } from "~/http/refusal-text.server";
import { retryHeaders } from "~/http/submit.server";
import { inLanguage } from "~/i18n/locale.server";
import { Refusal } from "~/refusal";
import { branchHandlers } from "./branches.server";

type Handler = (args: never) => unknown;

/** A loader or action behind its latch, with refusals turned into answers of their status. */
function guarded<Work extends Handler>(name: string, work: Work | undefined): Work | undefined {
  if (!work) return undefined;
  const guard = async (args: never) => {
    try {
      return await behindLatch(name, () => work(args));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      throw data(
        { message: refusalText(refusal) },
        { status: refusal.status, headers: retryHeaders(refusal) },
      );
    }
  };
  return guard as unknown as Work;
}

/** The same build with every loader and action behind a latch. */
export function latched(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      loader: guarded(`${id}.loader`, loader),
      action: guarded(`${id}.action`, action),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

export type Answerer = (request: Request, context: AppLoadContext) => Promise<Response>;

/** One handler for a build still being written, which is asked for each time; else one for each address. */
function handlersOf(build: ServerBuild | (() => Promise<ServerBuild>)): (pathname: string) => RequestHandler {
  const mode = process.env.NODE_ENV;
  if (typeof build !== "function") return branchHandlers(latched(build), mode);
  const handle = createRequestHandler(async () => latched(await build()), mode);
  return () => handle;
}

/** Answers requests through Remix, in the language of each. */
export function remixAnswerer(build: ServerBuild | (() => Promise<ServerBuild>)): Answerer {
  const handlerAt = handlersOf(build);
  return (request, context) =>
    inLanguage(context.language, () => handlerAt(new URL(request.url).pathname)(request, context));
}

/** Copies an answer of Remix's onto the wire, and answers its body. Pages are whole texts; nothing is streamed on. */
export async function bodyOf(answer: Response, response: ServerResponse): Promise<Buffer> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  return answer.body ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
}
