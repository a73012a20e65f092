import { type MessageKey, Refusal } from "~/refusal";

/** What stands in the way of an act: a message, and the field of the form at which it is mended. */
export interface Issue {
  key: MessageKey;
  field?: string;
}

/** Refuses an act while a rule finds anything in its way; the first finding is told. */
export function refuseWhile([first]: Issue[]): void {
  if (first) throw new Refusal("invalid", first.key, { field: first.field });
}

/** A day on which something already happened cannot lie ahead. Every record of a past fact asks it. */
export const aheadIssues = (day: string | undefined, today: string, field: string): Issue[] =>
  day !== undefined && day > today ? [{ key: "directory_dayAhead", field }] : [];
