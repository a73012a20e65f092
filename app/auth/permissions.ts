import type { Role } from "~db/vocabulary";

/*
 * Who may do what: role → permission → reach. This table is the documentation, the doors, the buttons and the refusals.
 * It says who; when and in which status belongs to each room's rules.
 */
export type Reach = "any" | "own-institution" | "own-state" | "self";

export const permissions = [
  "desk.read",
  "account.keep-own",
  "directory.read",
  "directory.keep",
  "directory.report-state",
  "accounts.manage",
  "mail.read",
  "record.read",
] as const;
export type Permission = (typeof permissions)[number];

type Grants = Partial<Record<Permission, Reach>>;

const everyone = {
  "desk.read": "self",
  "account.keep-own": "self",
  "directory.read": "any",
} satisfies Grants;

export const table: Record<Role, Grants> = {
  administrator: { ...everyone, "accounts.manage": "any", "mail.read": "any", "record.read": "any" },
  secretary: { ...everyone, "directory.keep": "any", "directory.report-state": "any", "record.read": "any" },
  delegate: everyone,
  "state-editor": { ...everyone, "directory.report-state": "own-state" },
  "state-publisher": { ...everyone, "directory.report-state": "own-state" },
  observer: everyone,
};

/** Who acts, for whom, and at what moment. */
export interface Actor {
  personId: string;
  name: string;
  office: string;
  role: Role;
  institutionId: string | null;
  stateId: string | null;
  now: Date;
}

/** What an act touches, as far as reach goes. */
export interface Subject {
  institutionId?: string | null;
  stateId?: string | null;
  personId?: string | null;
}

const within: Record<Reach, (actor: Actor, subject: Subject) => boolean> = {
  any: () => true,
  "own-institution": (actor, { institutionId }) =>
    actor.institutionId !== null && actor.institutionId === institutionId,
  "own-state": (actor, { stateId }) => actor.stateId !== null && actor.stateId === stateId,
  self: (actor, { personId }) => actor.personId === personId,
};

/** Whether this person may do this to this subject. Pages ask it to show a button. */
export function can(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  const reach = table[actor.role][permission];
  return reach !== undefined && within[reach](actor, subject);
}

/** Whether this person's role has the permission at all, over whatever reach. The doors ask it. */
export const mayEver = (actor: Actor, permission: Permission): boolean =>
  table[actor.role][permission] !== undefined;

/** The roles that have a permission, so that a refusal can say whom to ask. */
export const whoMay = (permission: Permission): Role[] =>
  (Object.keys(table) as Role[]).filter((role) => table[role][permission] !== undefined);
