import type { Role } from "~db/vocabulary";

/** What a role is held for: an institution, a state, or the portal as a whole. */
const heldFor: Record<Role, "institution" | "state" | "portal"> = {
  administrator: "portal",
  secretary: "portal",
  delegate: "institution",
  "state-editor": "state",
  "state-publisher": "state",
  observer: "portal",
};

interface Chosen {
  role: Role;
  institutionId?: string;
  stateId?: string;
}

/** What is missing for this role to have a reach: the field to fill in, or null. */
export function missingReach({ role, institutionId, stateId }: Chosen): "institutionId" | "stateId" | null {
  if (heldFor[role] === "institution" && !institutionId) return "institutionId";
  if (heldFor[role] === "state" && !stateId) return "stateId";
  return null;
}

/** The role with the reach that belongs to it and no other: a secretary chosen with a state has no state. */
export const withOwnReach = ({ role, institutionId, stateId }: Chosen) => ({
  role,
  institutionId: heldFor[role] === "institution" ? (institutionId ?? null) : null,
  stateId: heldFor[role] === "state" ? (stateId ?? null) : null,
});
