import type { Role } from "~db/vocabulary";

interface Reach {
  role: Role;
  institutionId: string | null;
  stateId: string | null;
}

/** What can happen to people and their accounts. Addresses, passwords and tokens never enter the record. */
export interface AccountsEvents {
  "accounts.first-administrator-invited": { subject: "invitation"; data: Record<never, never> };
  "accounts.invited": { subject: "invitation"; data: Reach & { name: string } };
  "accounts.invitation-withdrawn": { subject: "invitation"; data: { name: string } };
  "accounts.invitation-accepted": { subject: "person"; data: Reach & { name: string } };
  "accounts.signed-in": { subject: "person"; data: { newDevice: boolean } };
  "accounts.signed-out": { subject: "person"; data: Record<never, never> };
  "accounts.password-changed": { subject: "person"; data: Record<never, never> };
  "accounts.password-reset": { subject: "person"; data: Record<never, never> };
  "accounts.session-ended": { subject: "person"; data: Record<never, never> };
  "accounts.sessions-ended": { subject: "person"; data: { name: string } };
  "accounts.role-changed": { subject: "person"; data: Reach & { name: string } };
  "accounts.disabled": { subject: "person"; data: { name: string } };
  "accounts.enabled": { subject: "person"; data: { name: string } };
}
