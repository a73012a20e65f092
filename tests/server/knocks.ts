import { generatePath } from "@remix-run/react";
import { type Actor, can, mayEver, type Subject } from "~/auth/permissions";
import { locales } from "~/i18n/locale";
import type { Rule, doors as theDoors } from "~/server/doors";
import { inPath } from "~/urls";

/*
 * The matrix of who may knock where: every address × method × caller × way of asking, and what must be answered,
 * reckoned from the table of doors and the table of permissions and from nothing that the server says.
 */
const never = ["PUT", "DELETE", "OPTIONS", "TRACE"] as const;
type Method = "GET" | "HEAD" | "POST" | (typeof never)[number];

/** How a page is asked for: whole, as data, as the data of the innermost route alone (D2), or as Remix once did (D3). */
const ways = ["document", "data", "leaf", "_data"] as const;
type Way = (typeof ways)[number];

export interface Caller {
  name: string;
  /** Null: nobody, or whoever's session does not hold. */
  actor: Actor | null;
  cookie?: string;
}

/** Parameters of an address, and what they stand for: a subject that is there, or nothing. */
export interface Fill {
  params: Record<string, string>;
  subject?: Subject | "missing";
}

export interface Knock {
  address: string;
  path: string;
  method: Method;
  caller: Caller;
  way: Way;
  rule: Rule | undefined;
  /** The statuses of which one must be answered. */
  expected: number[];
}

export interface Site {
  urls: Record<string, string>;
  doors: Record<string, (typeof theDoors)[keyof typeof theDoors]>;
  callers: Caller[];
  /** The parameters to try at an address, for a caller: the first stand for something that is there. */
  fillsOf(address: string, caller: Caller): Fill[];
}

/** A path as it is asked for in one of the ways; `id` is the innermost route's. */
export function inWay(path: string, way: Way, id: string): string {
  if (way === "document") return path;
  if (way === "_data") return `${path}?_data=${encodeURIComponent(id)}`;
  const data = `${path === "/" ? "/_root" : path}.data`;
  return way === "data" ? data : `${data}?_routes=${encodeURIComponent(id)}`;
}

function expectedOf(
  rule: Rule | undefined,
  method: Method,
  way: Way,
  { actor }: Caller,
  fill: Fill,
): number[] {
  if (never.includes(method as (typeof never)[number])) return [405];
  if (way === "_data") return [404];
  if (!rule) return [405];
  const isMissing = fill.subject === "missing";
  if (rule !== "everyone") {
    if (!actor) return way === "document" && method !== "POST" ? [302] : [401];
    if (!mayEver(actor, rule)) return [403];
    const subject = isMissing ? {} : { personId: actor.personId, ...(fill.subject as Subject | undefined) };
    if (!isMissing && !can(actor, rule, subject)) return [403];
  }
  // An empty form is refused as one, or its subject is not found first.
  if (method === "POST") return isMissing ? [404, 422] : [422];
  return [isMissing ? 404 : 200];
}

/** All cases of a site. Refuses an address that has no door, and one with parameters that nobody filled in. */
export function knocksOf({ urls, doors, callers, fillsOf }: Site): Knock[] {
  const knocks: Knock[] = [];
  const add = (address: string, method: Method, caller: Caller, fills: Fill[]) => {
    const pattern = urls[address] ?? "";
    const door = doors[address];
    if (!door || (!door.GET && !door.POST)) throw new Error(`${address} is a page without a rule`);
    const rule = door[method === "POST" ? "POST" : "GET"];
    for (const [place, fill] of fills.entries())
      for (const language of locales)
        for (const way of ways) {
          // What else a parameter may be is asked in one language, as are the ways that repeat another.
          if (language !== "es" && (place > 0 || way === "leaf" || way === "_data")) continue;
          if (method === "HEAD" && way !== "document") continue;
          const path = inWay(
            inPath(generatePath(pattern, fill.params), language),
            way,
            `${language}${pattern}`,
          );
          // Who signs out of a session that is already over is simply taken to the door.
          const isLeaving = address === "signOut" && method === "POST" && way === "document" && !caller.actor;
          const expected = isLeaving ? [303] : expectedOf(rule, method, way, caller, fill);
          knocks.push({ address, path, method, caller, way, rule, expected });
        }
  };
  for (const address of Object.keys(urls))
    for (const caller of callers) {
      const fills = fillsOf(address, caller);
      if (fills.length === 0) throw new Error(`${address} has parameters that no case fills in`);
      add(address, "GET", caller, fills);
      add(address, "POST", caller, fills);
      for (const method of ["HEAD", ...never] as const) add(address, method, caller, fills.slice(0, 1));
    }
  return knocks;
}
