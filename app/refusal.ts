import type { m } from "./i18n";

/** Keys of messages that need no parameter, or only text. */
export type MessageKey = keyof typeof m;

export type RefusalKind =
  | "missing"
  | "forbidden"
  | "conflict"
  | "invalid"
  | "stale"
  | "too-many"
  | "signed-out";

export const statusOf: Record<RefusalKind, number> = {
  missing: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  stale: 409,
  "too-many": 429,
  "signed-out": 401,
};

interface Details {
  params?: Record<string, string | number>;
  /** The form's field at which the rule stopped, if one. */
  field?: string;
  /** What stands in the database now, by field, when the form was stale. */
  theirs?: Record<string, string>;
  revision?: number;
  retryAfterSeconds?: number;
}

/** A rule said no. Carries a message key and never a sentence, since the language belongs to who asked. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly key: MessageKey,
    readonly details: Details = {},
  ) {
    super(`${kind}: ${key}`);
  }

  get status(): number {
    return statusOf[this.kind];
  }
}
