import { passLatch } from "~/http/latch.server";
import { m } from "~/i18n";
import { type MessageKey, Refusal } from "~/refusal";
import type { Role } from "~db/vocabulary";
import { type Actor, can, mayEver, type Permission, type Subject, whoMay } from "./permissions";

const roleNames: Record<Role, MessageKey & `words_role_${string}`> = {
  administrator: "words_role_administrator",
  secretary: "words_role_secretary",
  delegate: "words_role_delegate",
  "state-editor": "words_role_stateEditor",
  "state-publisher": "words_role_statePublisher",
  observer: "words_role_observer",
};

function forbidden(permission: Permission): Refusal {
  const names = whoMay(permission).map((role) => (m[roleNames[role]] as () => string)());
  return new Refusal("forbidden", "refusal_forbidden", { params: { who: names.join(", ") } });
}

/** Refuses unless this person may do this to this subject; the refusal says who may. */
export function authorize(actor: Actor, permission: Permission, subject: Subject = {}): void {
  passLatch();
  if (!can(actor, permission, subject)) throw forbidden(permission);
}

/** Refuses unless this person's role has the permission over some reach: what a page asks before it knows the subject. */
export function authorizeRole(actor: Actor, permission: Permission): void {
  passLatch();
  if (!mayEver(actor, permission)) throw forbidden(permission);
}
