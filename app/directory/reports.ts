import type { CommissionPhase, SecretariatStatus } from "~db/vocabulary";

/** Something that somebody reported of a state, with a source. Reports are added, never changed. */
export interface Report {
  id: string;
  stateId: string;
  createdAt: Date;
}

const isNewer = (a: Report, b: Report) => {
  const gap = a.createdAt.getTime() - b.createdAt.getTime();
  return gap === 0 ? a.id > b.id : gap > 0;
};

/** The newest report of each state that has one. */
export function newestByState<R extends Report>(reports: R[]): Map<string, R> {
  const newest = new Map<string, R>();
  for (const report of reports) {
    const known = newest.get(report.stateId);
    if (!known || isNewer(report, known)) newest.set(report.stateId, report);
  }
  return newest;
}

/** What is known of a secretariat. Without a report nothing is known: `unknown` is never reported. */
export const secretariatOf = (report?: { status: SecretariatStatus }): SecretariatStatus =>
  report?.status ?? "unknown";

/** What is known of the phase of a state's commission. Without a report nothing is known. */
export const phaseOf = (report?: { phase: CommissionPhase }): CommissionPhase => report?.phase ?? "unknown";
