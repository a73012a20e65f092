import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Visitor } from "~/auth/current-user.server";
import { readConfig } from "~/server/config.server";
import { front } from "~/server/front.server";
import { keepPages } from "~/server/kept.server";
import type { House } from "~/server/knock.server";
import { actorOf } from "../support/cast";
import { NOW } from "../support/database";
import { askerOf, freePort } from "../support/served";

/** The token of the one session that the stub knows: an administrator's. */
export const TOKEN = "T".repeat(43);

/**
 * The doors on a real server, before a house that answers every page with where it was asked. What reached a page is
 * counted: a refusal at the doors must reach none.
 */
export async function stubHouse(changes: Partial<House> = {}, env: Record<string, string> = {}) {
  const port = await freePort();
  const reached: string[] = [];
  const visitor: Visitor = { actor: actorOf("administracion"), sessionId: "0".repeat(64) };
  const house: House = {
    config: readConfig({ PORT: String(port), ...env }),
    clock: () => NOW,
    demonstration: false,
    pages: keepPages(),
    async answer(request, { visitor: who, address }) {
      const { pathname } = new URL(request.url);
      reached.push(`${request.method} ${pathname} ${who ? who.actor.role : "nobody"} ${address}`);
      return new Response(`page ${pathname}`, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    },
    visitorOf: async (token) => (token === TOKEN ? visitor : null),
    searchesTooOften: async () => false,
    files: (_request, _response, next) => next(),
    ready: async () => true,
    ...changes,
  };
  const server: Server = createServer(front(house));
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const { port: open } = server.address() as AddressInfo;
  const { ask, close } = askerOf(open);
  const stop = () => {
    close();
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { house, reached, ask, stop, port: open, origin: `http://127.0.0.1:${open}` };
}

/** Sends these bytes as they are, and answers all that came back before the other side closed, or within a second. */
export const sendRaw = (port: number, bytes: string): Promise<string> =>
  new Promise((answered) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.on("error", () => undefined).on("close", () => answered(said));
  });
