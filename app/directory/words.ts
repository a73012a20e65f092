import { m } from "~/i18n";
import type {
  BodyKind,
  Capacity,
  CommissionPhase,
  InstitutionKind,
  Level,
  Role,
  SecretariatStatus,
} from "~db/vocabulary";

/** A word of a closed list, said in the present language. Kept as a function: the language is the request's. */
type Words<Value extends string> = Record<Value, () => string>;

const kinds: Words<InstitutionKind> = {
  federal: () => m.words_kind_federal(),
  state: () => m.words_kind_state(),
  international: () => m.words_kind_international(),
  legislative: () => m.words_kind_legislative(),
  "civil-society": () => m.words_kind_civilSociety(),
  autonomous: () => m.words_kind_autonomous(),
};

const levels: Words<Level> = {
  national: () => m.words_level_national(),
  international: () => m.words_level_international(),
  state: () => m.words_level_state(),
  municipal: () => m.words_level_municipal(),
};

const bodyKinds: Words<BodyKind> = {
  commission: () => m.words_bodyKind_commission(),
  "working-group": () => m.words_bodyKind_workingGroup(),
  "state-commission": () => m.words_bodyKind_stateCommission(),
};

const capacities: Words<Capacity> = {
  titular: () => m.words_capacity_titular(),
  alternate: () => m.words_capacity_alternate(),
};

const secretariats: Words<SecretariatStatus> = {
  unknown: () => m.words_secretariat_unknown(),
  filled: () => m.words_secretariat_filled(),
  vacant: () => m.words_secretariat_vacant(),
  shared: () => m.words_secretariat_shared(),
};

const secretariatMeanings: Words<SecretariatStatus> = {
  unknown: () => m.words_secretariat_unknown_means(),
  filled: () => m.words_secretariat_filled_means(),
  vacant: () => m.words_secretariat_vacant_means(),
  shared: () => m.words_secretariat_shared_means(),
};

const phases: Words<CommissionPhase> = {
  unknown: () => m.words_phase_unknown(),
  created: () => m.words_phase_created(),
  installed: () => m.words_phase_installed(),
  operating: () => m.words_phase_operating(),
};

const phaseMeanings: Words<CommissionPhase> = {
  unknown: () => m.words_phase_unknown_means(),
  created: () => m.words_phase_created_means(),
  installed: () => m.words_phase_installed_means(),
  operating: () => m.words_phase_operating_means(),
};

const roles: Words<Role> = {
  administrator: () => m.words_role_administrator(),
  secretary: () => m.words_role_secretary(),
  delegate: () => m.words_role_delegate(),
  "state-editor": () => m.words_role_stateEditor(),
  "state-publisher": () => m.words_role_statePublisher(),
  observer: () => m.words_role_observer(),
};

const roleDuties: Words<Role> = {
  administrator: () => m.words_role_administrator_does(),
  secretary: () => m.words_role_secretary_does(),
  delegate: () => m.words_role_delegate_does(),
  "state-editor": () => m.words_role_stateEditor_does(),
  "state-publisher": () => m.words_role_statePublisher_does(),
  observer: () => m.words_role_observer_does(),
};

export const kindWord = (kind: InstitutionKind): string => kinds[kind]();
export const levelWord = (level: Level): string => levels[level]();
export const bodyKindWord = (kind: BodyKind): string => bodyKinds[kind]();
export const capacityWord = (capacity: Capacity): string => capacities[capacity]();
export const secretariatWord = (status: SecretariatStatus): string => secretariats[status]();
/** What a secretariat's status means, in one sentence. */
export const secretariatMeaning = (status: SecretariatStatus): string => secretariatMeanings[status]();
export const phaseWord = (phase: CommissionPhase): string => phases[phase]();
/** What a phase of a state's commission means, in one sentence. */
export const phaseMeaning = (phase: CommissionPhase): string => phaseMeanings[phase]();
export const roleWord = (role: Role): string => roles[role]();
/** What people in a role do, in one sentence. */
export const roleDuty = (role: Role): string => roleDuties[role]();

/** Whether a seat votes. Null is a seat of which the secretary has not spoken: it votes, and this says why. */
export function voteWord(vote: boolean | null): string {
  if (vote === null) return m.words_vote_unconfirmed();
  return vote ? m.words_vote_votes() : m.words_vote_voiceOnly();
}
