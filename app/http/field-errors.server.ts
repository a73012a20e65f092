import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/i18n";

/** The codes that `fields.ts` gives, as sentences. Whatever else zod says means a value no page of ours sends. */
const sentences: Record<string, () => string> = {
  required: m.field_required,
  tooLong: m.field_tooLong,
  email: m.field_email,
  day: m.field_day,
  forbiddenCharacter: m.field_forbiddenCharacter,
};

function say(code: string): string {
  if (code.startsWith("Unrecognized")) return m.field_unknown();
  const known = sentences[code] ?? (code in m ? (m[code as keyof typeof m] as () => string) : undefined);
  return (known ?? m.field_invalid)();
}

/** Puts the errors of a parsed form into the language of the request; one a field is enough to act on. */
export function sayErrors(submission: SubmissionResult): SubmissionResult {
  if (!submission.error) return submission;
  const error = Object.fromEntries(
    Object.entries(submission.error).map(([name, codes]) => [name, codes ? [say(codes[0] ?? "")] : codes]),
  );
  return { ...submission, error };
}
