import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** An answer of one line, for what never reaches a page. */
export function say(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  const type = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  response.writeHead(status, { ...type, ...headers }).end(`${text}\n`);
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const accepts = (request: IncomingMessage, encoding: string) =>
  String(request.headers["accept-encoding"] ?? "").includes(encoding);

/** Writes a page that is made for one reader: never kept by anyone, compressed when it pays. */
export function answerOne({ request, response }: Exchange, body: Buffer) {
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");
  const small = body.length > 1_024 && accepts(request, "gzip") ? gzipSync(body, { level: 5 }) : null;
  if (small) {
    response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Vary", "Accept-Encoding");
  }
  const sent = small ?? body;
  response.setHeader("Content-Length", sent.length);
  response.end(request.method === "HEAD" ? undefined : sent);
}
