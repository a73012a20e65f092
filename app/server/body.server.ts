import type { IncomingMessage } from "node:http";
import { Refusal } from "~/refusal";

/** A form of fields weighs at most this; files have limits of their own where they are taken. */
export const MOST_FORM_BYTES = 256 * 1024;

const tooLarge = () => new Refusal("invalid", "refusal_tooLarge");

/** Reads a form's body whole, and stops at the limit without waiting for the rest. */
export async function readBody(request: IncomingMessage, most = MOST_FORM_BYTES): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
