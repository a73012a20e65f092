import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginIssues,
  dayBefore,
  endIssues,
  formerTitular,
  holdsOn,
  isVacant,
  meet,
  type Term,
} from "~/directory/terms";

const term = (
  who: string,
  fromDay: string,
  untilDay: string | null = null,
  capacity: Term["capacity"] = "titular",
): Term => ({
  personId: who,
  capacity,
  fromDay,
  untilDay,
});
const alternate = (who: string, from: string, until: string | null = null) =>
  term(who, from, until, "alternate");

describe("a term is in force", () => {
  test.each<[string, string | null, string, boolean, string]>([
    ["2026-03-01", null, "2026-02-28", false, "not before its first day"],
    ["2026-03-01", null, "2026-03-01", true, "on its first day"],
    ["2026-03-01", null, "2099-01-01", true, "for as long as nobody ends it"],
    ["2026-03-01", "2026-03-31", "2026-03-31", true, "on its last day"],
    ["2026-03-01", "2026-03-31", "2026-04-01", false, "not after its last day"],
    ["2026-03-01", "2026-03-01", "2026-03-01", true, "for a single day"],
  ])("from %s until %s, on %s: %s, %s", (from, until, day, expected) => {
    expect(holdsOn(term("a", from, until), day)).toBe(expected);
  });
});

test.each([
  ["2026-03-01", "2026-02-28"],
  ["2024-03-01", "2024-02-29"],
  ["2026-01-01", "2025-12-31"],
])("the day before %s is %s", (day, before) => {
  expect(dayBefore(day)).toBe(before);
});

describe("a seat is vacant", () => {
  test.each<[Term[], boolean, string]>([
    [[], true, "without anybody"],
    [[alternate("a", "2026-01-01")], true, "with an alternate alone"],
    [[term("a", "2026-01-01")], false, "never with a titular in force"],
    [[term("a", "2026-01-01", "2026-05-31")], true, "once its titular's term is over"],
    [[term("a", "2026-12-01")], true, "until its titular's term begins"],
  ])("%o: %s, %s", (terms, expected) => {
    expect(isVacant(terms, "2026-06-01")).toBe(expected);
  });
});

describe("a new term", () => {
  const titularAlready = ["directory_titularAlready"];
  const personAlready = ["directory_personAlready"];
  test.each<[Term[], Term, boolean, string[], string]>([
    [[], term("b", "2026-06-01"), false, [], "begins on an empty seat"],
    [
      [],
      term("b", "2026-06-01", "2026-05-31"),
      false,
      ["directory_untilBeforeFrom"],
      "does not end before it begins",
    ],
    [[], term("b", "2026-06-01", "2026-06-01"), false, [], "may last a day"],
    [[term("a", "2026-01-01")], term("b", "2026-06-01"), false, titularAlready, "is no second titular"],
    [
      [term("a", "2026-01-01")],
      term("b", "2026-06-01"),
      true,
      [],
      "replaces the titular when the form says so",
    ],
    [
      [term("a", "2026-01-01", "2026-05-31")],
      term("b", "2026-06-01"),
      false,
      [],
      "follows a titular who left the day before",
    ],
    [
      [term("a", "2026-01-01", "2026-06-01")],
      term("b", "2026-06-01"),
      false,
      titularAlready,
      "shares no day with the former",
    ],
    [
      [term("a", "2026-06-01")],
      term("b", "2026-06-01"),
      true,
      titularAlready,
      "cuts short nobody who began that day",
    ],
    [
      [term("a", "2026-09-01")],
      term("b", "2026-06-01"),
      true,
      titularAlready,
      "cuts short nobody who is still to come",
    ],
    [
      [term("a", "2026-09-01")],
      term("b", "2026-06-01", "2026-08-31"),
      false,
      [],
      "fits before one who is still to come",
    ],
    [
      [term("a", "2026-01-01")],
      alternate("b", "2026-06-01"),
      false,
      [],
      "stands beside the titular as alternate",
    ],
    [
      [alternate("a", "2026-01-01")],
      alternate("b", "2026-06-01"),
      false,
      [],
      "stands beside another alternate",
    ],
    [
      [alternate("b", "2026-01-01")],
      term("b", "2026-06-01"),
      false,
      personAlready,
      "puts nobody twice on a seat",
    ],
    [
      [term("b", "2026-01-01")],
      alternate("b", "2026-06-01"),
      false,
      personAlready,
      "makes no titular their own alternate",
    ],
    [
      [alternate("b", "2026-01-01", "2026-05-31")],
      term("b", "2026-06-01"),
      false,
      [],
      "lets an alternate become titular",
    ],
  ])("given %o, %o (former ends: %s): %o; it %s", (terms, next, endFormer, keys) => {
    expect(beginIssues(terms, next, endFormer).map(({ key }) => key)).toEqual(keys);
  });

  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const person = fc.constantFrom("a", "b", "c", "d");
  const capacity = fc.constantFrom("titular" as const, "alternate" as const);
  const attempt = fc.record({
    personId: person,
    capacity,
    fromDay: day,
    untilDay: fc.option(day),
    endFormer: fc.boolean(),
  });

  test("never leaves two titulars on a day, nor anybody twice, whatever is tried", () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
        let terms: Term[] = [];
        for (const { endFormer, ...next } of attempts) {
          if (beginIssues(terms, next, endFormer).length > 0) continue;
          const former = endFormer ? formerTitular(terms, next) : undefined;
          terms = terms.map((one) => (one === former ? { ...one, untilDay: dayBefore(next.fromDay) } : one));
          terms.push(next);
        }
        const pairs = terms.flatMap((a, at) => terms.slice(at + 1).map((b) => [a, b] as const));
        for (const [a, b] of pairs.filter(([a, b]) => meet(a, b))) {
          expect(a.capacity === "titular" && b.capacity === "titular").toBe(false);
          expect(a.personId).not.toBe(b.personId);
        }
      }),
    );
  });
});

describe("the end of a term", () => {
  test.each<[string | null, string, string[], string]>([
    [null, "2026-06-01", [], "may be today"],
    [null, "2026-05-01", [], "may have been"],
    [null, "2026-12-31", [], "may lie ahead"],
    [null, "2026-02-28", ["directory_untilBeforeFrom"], "is not before its beginning"],
    ["2026-12-31", "2026-06-30", [], "may come sooner than was said"],
    ["2026-12-31", "2027-01-31", ["directory_endOnlySooner"], "comes no later than was said"],
    ["2026-05-31", "2026-05-01", ["directory_termOver"], "is not changed once past"],
  ])("said to be %s, now %s: %o; it %s", (until, day, keys) => {
    expect(endIssues(term("a", "2026-03-01", until), day, "2026-06-01").map(({ key }) => key)).toEqual(keys);
  });
});
