import { aheadIssues, type Issue } from "./issues";

/** Institution → the one that absorbed it, or null. */
export type Absorptions = ReadonlyMap<string, string | null>;

/** Who answers today for what an institution was: itself, or the end of its chain of absorptions. */
export function successorOf(id: string, absorbedBy: Absorptions): string {
  const seen = new Set<string>();
  let last = id;
  for (let next = absorbedBy.get(id); next && !seen.has(next); next = absorbedBy.get(next)) {
    seen.add(next);
    last = next;
  }
  return last;
}

/** What stands in the way of `id` being absorbed by `byId`: the chain of absorptions never closes into a circle. */
export function absorptionIssues(id: string, byId: string, absorbedBy: Absorptions): Issue[] {
  if (absorbedBy.get(id)) return [{ key: "directory_alreadyAbsorbed" }];
  if (id === byId) return [{ key: "directory_absorbsItself", field: "byId" }];
  if (successorOf(byId, absorbedBy) === id) return [{ key: "directory_absorptionCircle", field: "byId" }];
  if (absorbedBy.get(byId)) return [{ key: "directory_absorberGone", field: "byId" }];
  return [];
}

interface Institution {
  id: string;
  parentId: string | null;
  absorbedById: string | null;
}

interface Passing {
  institution: Institution;
  unit: Institution | null;
  fromDay: string;
  /** The first day of the holding that this one closes; null when nobody knows it. */
  openFrom: string | null;
  today: string;
}

/** Whether a unit is one of an institution's: placed under it, or absorbed by it. */
export const isUnitOf = (unit: Institution, institutionId: string): boolean =>
  unit.parentId === institutionId || unit.absorbedById === institutionId;

/** What stands in the way of a seat passing to an institution, through one of its units, from a day. */
export function passingIssues({ institution, unit, fromDay, openFrom, today }: Passing): Issue[] {
  const issues: Issue[] = [];
  if (institution.absorbedById) issues.push({ key: "directory_holderGone", field: "institutionId" });
  if (unit && !isUnitOf(unit, institution.id))
    issues.push({ key: "directory_notItsUnit", field: "throughId" });
  if (openFrom !== null && fromDay <= openFrom)
    issues.push({ key: "directory_beforeHolding", field: "fromDay" });
  return [...issues, ...aheadIssues(fromDay, today, "fromDay")];
}

interface Naming {
  nameEs: string;
  nameEn: string;
  acronym?: string | null;
}

interface Renaming {
  present: Naming & { absorbedById: string | null };
  next: Naming;
  /** The last day of the present name, and that of the name before it. */
  until: string;
  before: string | null;
  today: string;
}

/** What stands in the way of a new name: it is new, and names follow one another in time. */
export function renamingIssues({ present, next, until, before, today }: Renaming): Issue[] {
  const issues: Issue[] = [];
  if (present.absorbedById) issues.push({ key: "directory_alreadyAbsorbed" });
  const same = present.nameEs === next.nameEs && present.nameEn === next.nameEn;
  if (same && present.acronym === (next.acronym ?? null))
    issues.push({ key: "directory_sameName", field: "nameEs" });
  if (before !== null && until <= before) issues.push({ key: "directory_beforeFormerName", field: "until" });
  return [...issues, ...aheadIssues(until, today, "until")];
}
