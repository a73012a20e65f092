import type { AppLoadContext } from "@remix-run/node";
import "~/http/context";
import { Refusal } from "~/refusal";
import { authorizeRole } from "./authorize.server";
import type { Actor, Permission } from "./permissions";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Who is signed in; null on public pages, which never ask. */
    visitor: Visitor | null;
    /** What the doors found this person's role not to have; null when they let the request pass. */
    denied: Permission | null;
  }
}

/** A signed-in person and the session in which they are. */
export interface Visitor {
  actor: Actor;
  sessionId: string;
}

/** The person signed in, provided their role has `permission`. Every workspace loader and action begins with it. */
export function requireActor({ visitor }: AppLoadContext, permission: Permission): Actor {
  if (!visitor) throw new Refusal("signed-out", "accounts_sessionEnded");
  authorizeRole(visitor.actor, permission);
  return visitor.actor;
}
