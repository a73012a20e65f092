interface Report {
  stateId: string;
  createdAt: Date;
}

/** Reports from the newest to the oldest; of two of the same moment, the one given later comes first. */
export const newestFirst = <R extends Pick<Report, "createdAt">>(reports: readonly R[]): R[] =>
  [...reports].reverse().sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());

/** What each state's newest report says. A state that nobody reported is not in it: nothing is known of that one. */
export function currentReports<R extends Report>(reports: readonly R[]): Map<string, R> {
  const current = new Map<string, R>();
  for (const report of newestFirst(reports)) {
    if (!current.has(report.stateId)) current.set(report.stateId, report);
  }
  return current;
}
