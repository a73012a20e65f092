import type { Capacity } from "~db/vocabulary";
import type { Issue } from "./issues";

/** A stretch of calendar days, both included; `untilDay` null while nobody has said when it ends. */
export interface Stretch {
  fromDay: string;
  untilDay: string | null;
}

/** A person's time on a seat. */
export interface Term extends Stretch {
  personId: string;
  capacity: Capacity;
}

const NO_END = "9999-12-31";
const lastDay = ({ untilDay }: Stretch) => untilDay ?? NO_END;

/** The calendar day before `day`, `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Whether a term is in force on a day; its first and its last day are. */
export const holdsOn = (term: Stretch, day: string): boolean => term.fromDay <= day && day <= lastDay(term);

/** Whether two terms share a day. */
export const meet = (a: Stretch, b: Stretch): boolean => a.fromDay <= lastDay(b) && b.fromDay <= lastDay(a);

/** A seat without a titular in force is vacant, whatever alternates it has. */
export const isVacant = (terms: Term[], day: string): boolean =>
  !terms.some((term) => term.capacity === "titular" && holdsOn(term, day));

/** The titular whose time a new one would cut short: in force when the new term begins, and begun before it. */
export const formerTitular = <T extends Term>(terms: T[], next: Term): T | undefined =>
  next.capacity === "titular"
    ? terms.find(
        (term) => term.capacity === "titular" && term.fromDay < next.fromDay && holdsOn(term, next.fromDay),
      )
    : undefined;

/**
 * What stands in the way of a new term on a seat. One titular at a time, alternates as many as there are; nobody holds
 * the same seat twice at once. With `endFormer`, the former titular leaves the day before.
 */
export function beginIssues(terms: Term[], next: Term, endFormer: boolean): Issue[] {
  if (lastDay(next) < next.fromDay) return [{ key: "directory_untilBeforeFrom", field: "untilDay" }];
  const former = endFormer ? formerTitular(terms, next) : undefined;
  const standing = terms.map((term) =>
    term === former ? { ...term, untilDay: dayBefore(next.fromDay) } : term,
  );
  const meeting = standing.filter((term) => meet(term, next));
  const issues: Issue[] = [];
  if (next.capacity === "titular" && meeting.some(({ capacity }) => capacity === "titular")) {
    issues.push({ key: "directory_titularAlready", field: "fromDay" });
  }
  if (meeting.some(({ personId }) => personId === next.personId)) {
    issues.push({ key: "directory_personAlready", field: "personId" });
  }
  return issues;
}

/** What stands in the way of ending a term on a day: it cannot end before it begins, twice, or later than was said. */
export function endIssues(term: Stretch, untilDay: string, today: string): Issue[] {
  if (lastDay(term) < today) return [{ key: "directory_termOver" }];
  if (untilDay < term.fromDay) return [{ key: "directory_untilBeforeFrom", field: "untilDay" }];
  if (untilDay > lastDay(term)) return [{ key: "directory_endOnlySooner", field: "untilDay" }];
  return [];
}
