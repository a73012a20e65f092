import type { Capacity, CommissionPhase, SecretariatStatus } from "~db/vocabulary";

/** What can happen to institutions, seats and the states' secretariats. */
export interface DirectoryEvents {
  "directory.founded": { subject: "body"; data: { institutions: number; seats: number; states: number } };
  "directory.seat-vote-set": { subject: "seat"; data: { vote: boolean | null; reason: string } };
  "directory.seat-passed": {
    subject: "seat";
    data: { institutionId: string; throughId: string | null; fromDay: string; source: string };
  };
  "directory.term-begun": {
    subject: "seat";
    data: { personId: string; name: string; capacity: Capacity; fromDay: string; appointment: string };
  };
  "directory.term-ended": { subject: "seat"; data: { name: string; capacity: Capacity; untilDay: string } };
  "directory.institution-renamed": {
    subject: "institution";
    data: { from: string; to: string; source: string };
  };
  "directory.institution-absorbed": {
    subject: "institution";
    data: { byId: string; by: string; onDay: string };
  };
  "directory.state-institution-added": {
    subject: "institution";
    data: { stateId: string; name: string; template: string };
  };
  "directory.secretariat-reported": { subject: "state"; data: { status: SecretariatStatus; source: string } };
  "directory.phase-reported": { subject: "state"; data: { phase: CommissionPhase; source: string } };
}
