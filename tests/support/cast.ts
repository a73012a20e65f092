import type { AppLoadContext } from "@remix-run/node";
import "~/auth/current-user.server";
import type { Actor } from "~/auth/permissions";
import { castMember } from "~db/seed/cast";
import { NOW } from "./database";

/** A member of the cast as who acts, now or at another moment. The cast's keys are their ids. */
export function actorOf(key: string, now: Date = NOW): Actor {
  const { name, office, role, institutionId, stateId } = castMember(key);
  return {
    personId: key,
    name,
    office,
    role,
    institutionId: institutionId ?? null,
    stateId: stateId ?? null,
    now,
  };
}

/** What the server would know of a request by this member of the cast, or by nobody. */
export function contextOf(key: string | null, changes: Partial<AppLoadContext> = {}): AppLoadContext {
  return {
    now: NOW,
    requestId: "request",
    nonce: "",
    language: "es",
    address: "192.0.2.1",
    demonstration: true,
    secure: false,
    origin: "http://localhost:3000",
    sendsMail: false,
    wanted: "/",
    denied: null,
    visitor: key ? { actor: actorOf(key), sessionId: "0".repeat(64) } : null,
    ...changes,
  };
}
