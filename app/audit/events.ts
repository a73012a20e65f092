import type { AccountsEvents } from "./accounts-events";
import type { DirectoryEvents } from "./directory-events";

/** Everything that can happen in the portal: kind → what it happened to, and the facts worth keeping. */
export type Events = AccountsEvents & DirectoryEvents;

export type EventKind = keyof Events;
export type SubjectType = Events[EventKind]["subject"];
export type EventData<Kind extends EventKind> = Events[Kind]["data"];

/** One happening, as a command hands it to `record`. */
export interface Happening<Kind extends EventKind> {
  kind: Kind;
  subjectId: string;
  data: EventData<Kind>;
}

/** The kind of thing that each kind of event happens to. */
export const subjectOf: { [Kind in EventKind]: Events[Kind]["subject"] } = {
  "accounts.first-administrator-invited": "invitation",
  "accounts.invited": "invitation",
  "accounts.invitation-withdrawn": "invitation",
  "accounts.invitation-accepted": "person",
  "accounts.signed-in": "person",
  "accounts.signed-out": "person",
  "accounts.password-changed": "person",
  "accounts.password-reset": "person",
  "accounts.session-ended": "person",
  "accounts.sessions-ended": "person",
  "accounts.role-changed": "person",
  "accounts.disabled": "person",
  "accounts.enabled": "person",
  "directory.founded": "body",
  "directory.seat-vote-set": "seat",
  "directory.seat-passed": "seat",
  "directory.term-begun": "seat",
  "directory.term-ended": "seat",
  "directory.institution-renamed": "institution",
  "directory.institution-absorbed": "institution",
  "directory.state-institution-added": "institution",
  "directory.secretariat-reported": "state",
  "directory.phase-reported": "state",
};
