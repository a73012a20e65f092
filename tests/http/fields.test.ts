import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { calendarDay, emailAddress, line, oneOf, paragraphs, revisionNumber, secret } from "~/http/fields";

/** What a field takes a value for, or the code of why not. */
function read(field: z.ZodType, typed: unknown) {
  const result = field.safeParse(typed);
  return result.success ? { takes: result.data } : { refuses: result.error.issues[0]?.message };
}
const takes = (value: unknown) => ({ takes: value });
const refuses = (code: string) => ({ refuses: code });

const fields: [string, z.ZodType, unknown, ReturnType<typeof takes> | ReturnType<typeof refuses>][] = [
  ["a line is trimmed", line(), "  Ana  ", takes("Ana")],
  ["C15 a line is composed", line(), "n\u0303", takes("ñ")],
  ["a line is measured after it was composed", line(1), "n\u0303", takes("ñ")],
  ["a line of spaces is none", line(), " \u00a0\t ", refuses("required")],
  ["a line that was not sent is missing", line(), undefined, refuses("required")],
  ["C82 a line sent twice is none", line(), ["a", "b"], refuses("required")],
  ["a line may be as long as it may", line(3), "abc", takes("abc")],
  ["a line may not be longer", line(3), "abcd", refuses("tooLong")],
  ["a line has no line break", line(), "a\nb", refuses("forbiddenCharacter")],
  ["a line has no escape", line(), "a\u001b[2Jb", refuses("forbiddenCharacter")],
  ["C15 a line has no NUL", line(), "a\0b", refuses("forbiddenCharacter")],
  ["C15 a line reads in one direction", line(), "a\u202eb", refuses("forbiddenCharacter")],
  ["C15 a line isolates nothing", line(), "a\u2066b", refuses("forbiddenCharacter")],
  ["markup is text like any other", line(), "<b>&amp;", takes("<b>&amp;")],
  ["paragraphs keep their breaks, all alike", paragraphs(), "a\r\nb\rc\nd", takes("a\nb\nc\nd")],
  ["a line break counts once, as the browser counts it", paragraphs(3), "a\r\nb", takes("a\nb")],
  ["paragraphs have a longest", paragraphs(3), "abcd", refuses("tooLong")],
  ["C15 paragraphs have no NUL", paragraphs(), "a\n\0", refuses("forbiddenCharacter")],
  ["an address is in lower case", emailAddress(), " Ana@Muestra.EXAMPLE ", takes("ana@muestra.example")],
  ["an address may hold a plus", emailAddress(), "a+b@c.example", takes("a+b@c.example")],
  ["an address has one @", emailAddress(), "a@b@c.example", refuses("email")],
  ["C12 an address is one", emailAddress(), "a@b.example,c@d.example", refuses("email")],
  ["C12 an address has no name around it", emailAddress(), "A <a@b.example>", refuses("email")],
  ["C12 an address has no line break", emailAddress(), "a@b.example\r\nBcc:c@d", refuses("email")],
  ["an address has a host", emailAddress(), "a@", refuses("email")],
  ["an address's host ends in a letter or number", emailAddress(), "a@b.", refuses("email")],
  ["an address has a longest", emailAddress(), `${"a".repeat(250)}@b.example`, refuses("tooLong")],
  ["a day is a day", calendarDay(), "2028-02-29", takes("2028-02-29")],
  ["a day exists", calendarDay(), "2026-02-30", refuses("day")],
  ["a leap day is in a leap year", calendarDay(), "2027-02-29", refuses("day")],
  ["a day is of a month", calendarDay(), "2026-13-01", refuses("day")],
  ["a day is one of the month's", calendarDay(), "2026-01-32", refuses("day")],
  ["a day is not the zeroth", calendarDay(), "2026-00-00", refuses("day")],
  ["a day is written one way", calendarDay(), "1/2/2026", refuses("day")],
  ["a day is written alone", calendarDay(), "2026-01-01T00:00", refuses("day")],
  ["a day is of our centuries", calendarDay(), "2200-01-01", refuses("day")],
  ["a day is no number", calendarDay(), "20260101", refuses("day")],
  ["a day that was not sent is missing", calendarDay(), undefined, refuses("required")],
  ["C43 a password is kept as typed", secret(), "  e\u0301  ", takes("  e\u0301  ")],
  ["C43 a password has a longest", secret(), "x".repeat(257), refuses("tooLong")],
  ["a password is not empty", secret(), "", refuses("required")],
  ["a revision is a number", revisionNumber(), "12", takes(12)],
  ["C82 a revision is not scientific", revisionNumber(), "1e3", refuses("required")],
  ["C82 a revision is not hexadecimal", revisionNumber(), "0x10", refuses("required")],
  ["C82 a revision is not below nothing", revisionNumber(), "-1", refuses("required")],
  ["C82 a revision fits", revisionNumber(), "9999999999", refuses("required")],
  ["a word is of its list", oneOf(["a", "b"]), "b", takes("b")],
  ["a word is of no other", oneOf(["a", "b"]), "constructor", refuses("required")],
];

describe("a field", () => {
  test.each(fields)("%s", (_, field, typed, expected) => {
    expect(read(field, typed)).toEqual(expected);
  });

  test("answers whatever is typed, and what it took it takes again unchanged", () => {
    const kinds = [line(), paragraphs(), emailAddress(), calendarDay(), secret(), revisionNumber()];
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^(19|20)\d\d-\d\d-\d\d$/),
      fc.anything(),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...kinds), (value, field) => {
        const once = field.safeParse(value);
        if (once.success && typeof once.data === "string")
          expect(field.safeParse(once.data)).toMatchObject({ success: true, data: once.data });
      }),
      { numRuns: 600 },
    );
  });
});
