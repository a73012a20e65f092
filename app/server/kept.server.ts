import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzipSync } from "node:zlib";
import { nextMidnight } from "~/jobs/clock";

const brotli = promisify(brotliCompress);
/** More pages than the portal has; an address nobody has written cannot fill the memory, since only 200s are kept. */
const MOST_PAGES = 2_000;

interface KeptPage {
  etag: string;
  until: number;
  plain: Buffer;
  gzip: Buffer;
  /** Ready a moment later than the page: the best compression takes longer than a reader should wait. */
  brotli: Buffer | null;
}

/**
 * Public pages, rendered and compressed, until something public changes or the Commission's day ends. They carry no
 * cookie and are equal for all, so that an unchanged page costs a comparison of two short texts.
 */
export function keepPages() {
  const pages = new Map<string, KeptPage>();
  let edition = 0;

  function keep(path: string, plain: Buffer, now: Date): KeptPage {
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    const page: KeptPage = {
      etag,
      until: nextMidnight(now).getTime(),
      plain,
      gzip: gzipSync(plain),
      brotli: null,
    };
    if (pages.size >= MOST_PAGES) pages.clear();
    pages.set(path, page);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    void brotli(plain, options).then((best) => {
      page.brotli = best;
    });
    return page;
  }

  return {
    /** Forgets every page: something that they may show has changed. */
    forget() {
      pages.clear();
      edition += 1;
    },
    /** The number of times that pages were forgotten: a page drawn before the last time is not kept. */
    edition: () => edition,
    find(path: string, now: Date): KeptPage | undefined {
      const page = pages.get(path);
      return page && page.until > now.getTime() ? page : undefined;
    },
    keep,
  };
}

/** Answers a kept page: 304 to who has it, else in the best compression that the reader knows. */
export function answerKept(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const { headers } = request;
  response.setHeader("ETag", page.etag);
  response.setHeader("Cache-Control", "public, no-cache");
  response.setHeader("Vary", "Accept-Encoding");
  if (headers["if-none-match"] === page.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepts = String(headers["accept-encoding"] ?? "");
  const [encoding, body] =
    page.brotli && accepts.includes("br")
      ? ["br", page.brotli]
      : accepts.includes("gzip")
        ? ["gzip", page.gzip]
        : [null, page.plain];
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Length", body.length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
}
