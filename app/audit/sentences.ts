import { locale, m } from "~/i18n";
import { formatDay } from "~/ui/time";
import type { EventData, EventKind } from "./events";

/** What happened, in the language of the request; and what the person wrote about it, in the language they wrote it. */
export interface Sentence {
  text: string;
  quote?: string;
}

/** Names of what an entry mentions by its id. What cannot be named any more keeps its id. */
export interface Names {
  institution(id: string): string;
  state(id: string): string;
}

type Sentences = { [Kind in EventKind]: (data: EventData<Kind>, names: Names) => Sentence };

const say = (text: string, quote?: string): Sentence => ({ text, quote });
const day = (iso: string) => formatDay(iso, locale());

interface Reach {
  institutionId: string | null;
  stateId: string | null;
}

/** For what a role is held: " · COMAR", " · Chiapas" or nothing. */
const reach = ({ institutionId, stateId }: Reach, names: Names): string => {
  if (institutionId) return m.audit_for({ whom: names.institution(institutionId) });
  return stateId ? m.audit_for({ whom: names.state(stateId) }) : "";
};

/** Every kind of event as a sentence without a subject: who did it, and to what, stands beside it. */
const sentences: Sentences = {
  "accounts.first-administrator-invited": () => say(m.audit_firstAdministratorInvited()),
  "accounts.invited": (data, names) =>
    say(m.audit_invited({ name: data.name, role: data.role, reach: reach(data, names) })),
  "accounts.invitation-withdrawn": ({ name }) => say(m.audit_invitationWithdrawn({ name })),
  "accounts.invitation-accepted": (data, names) =>
    say(m.audit_invitationAccepted({ name: data.name, role: data.role, reach: reach(data, names) })),
  "accounts.signed-in": ({ newDevice }) => say(newDevice ? m.audit_signedInNewDevice() : m.audit_signedIn()),
  "accounts.signed-out": () => say(m.audit_signedOut()),
  "accounts.password-changed": () => say(m.audit_passwordChanged()),
  "accounts.password-reset": () => say(m.audit_passwordReset()),
  "accounts.session-ended": () => say(m.audit_sessionEnded()),
  "accounts.sessions-ended": ({ name }) => say(m.audit_sessionsEnded({ name })),
  "accounts.role-changed": (data, names) =>
    say(m.audit_roleChanged({ name: data.name, role: data.role, reach: reach(data, names) })),
  "accounts.disabled": ({ name }) => say(m.audit_disabled({ name })),
  "accounts.enabled": ({ name }) => say(m.audit_enabled({ name })),
  "directory.founded": (data) => say(m.audit_founded(data)),
  "directory.seat-vote-set": ({ vote, reason }) => say(m.audit_seatVoteSet({ vote: String(vote) }), reason),
  "directory.seat-passed": ({ institutionId, throughId, fromDay, source }, names) => {
    const passed = { institution: names.institution(institutionId), day: day(fromDay) };
    const text = throughId
      ? m.audit_seatPassedThrough({ ...passed, unit: names.institution(throughId) })
      : m.audit_seatPassed(passed);
    return say(text, source);
  },
  "directory.term-begun": ({ name, capacity, fromDay, appointment }) =>
    say(m.audit_termBegun({ name, capacity, day: day(fromDay) }), appointment),
  "directory.term-ended": ({ name, capacity, untilDay }) =>
    say(m.audit_termEnded({ name, capacity, day: day(untilDay) })),
  "directory.institution-renamed": ({ from, to, source }) =>
    say(m.audit_institutionRenamed({ from, to }), source),
  "directory.institution-absorbed": ({ byId, onDay }, names) =>
    say(m.audit_institutionAbsorbed({ by: names.institution(byId), day: day(onDay) })),
  "directory.state-institution-added": ({ stateId, name }, names) =>
    say(m.audit_stateInstitutionAdded({ name, state: names.state(stateId) })),
  "directory.secretariat-reported": ({ status, source }) =>
    say(m.audit_secretariatReported({ status }), source),
  "directory.phase-reported": ({ phase, source }) => say(m.audit_phaseReported({ phase }), source),
};

/** The sentence of an entry of the record. A kind without one does not compile. */
export const sentenceOf = <Kind extends EventKind>(
  kind: Kind,
  data: EventData<Kind>,
  names: Names,
): Sentence => sentences[kind](data, names);
