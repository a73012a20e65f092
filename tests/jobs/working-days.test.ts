import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay, nonWorkingDays, workingDaysBetween } from "~/jobs/working-days";
import calendar from "./calendar.json";

const listed = (year: number, list: "LFPA 28" | "LFT 74") =>
  nonWorkingDays(year)
    .filter(({ lists }) => lists.includes(list))
    .map(({ day }) => day);

describe("the statutes' calendar", () => {
  it.each(Object.entries(calendar))("of %s is what both statutes say", (year, days) => {
    expect(listed(Number(year), "LFPA 28")).toEqual(days.lfpaArt28);
    expect(listed(Number(year), "LFT 74")).toEqual(days.lftArt74);
    expect(nonWorkingDays(Number(year)).map(({ day }) => day)).toEqual(days.recommendedUnion);
  });

  it.each([
    [2024, ["2024-10-01", "2024-12-01"]],
    [2025, []],
    [2030, ["2030-10-01", "2030-12-01"]],
    [2036, ["2036-10-01", "2036-12-01"]],
    [2018, []],
  ])("in %i gives the change of federal Executive %j", (year, expected) => {
    const days = nonWorkingDays(year).map(({ day }) => day);
    expect(days.filter((day) => /-10-01$|-12-01$/.test(day))).toEqual(expected);
  });

  it.each([1994, 10_000, 2026.5, Number.NaN])("refuses the year %d", (year) => {
    expect(() => nonWorkingDays(year)).toThrow(RangeError);
  });
});

const decemberBreak = [{ from: "2026-12-21", until: "2027-01-06" }];

describe("a working day", () => {
  it.each([
    ["2026-11-23", true, "a Monday counts"],
    ["2026-11-21", false, "a Saturday does not (LFPA 28)"],
    ["2026-11-22", false, "a Sunday does not (LFPA 28)"],
    ["2026-11-20", false, "20 November does not (LFPA 28)"],
    ["2026-11-16", false, "the third Monday of November does not (LFT 74)"],
    ["2026-12-21", false, "the first day of a suspension does not"],
    ["2027-01-06", false, "the last day of a suspension does not"],
    ["2026-12-18", true, "the day before a suspension counts"],
    ["2027-01-07", true, "the day after a suspension counts"],
    ["2028-02-29", true, "a leap day counts"],
  ])("%s: %s, %s", (day, expected) => {
    expect(isWorkingDay(day, decemberBreak)).toBe(expected);
  });

  it.each(["", "2026-02-30", "2027-02-29", "2026-1-5", "23/11/2026", "2026-11-23T00:00"])(
    "refuses %j",
    (day) => {
      expect(() => isWorkingDay(day)).toThrow("Not a day");
    },
  );
});

describe("a term of working days", () => {
  it.each([
    ["2026-11-23", 1, "2026-11-24", "begins on the day after (LFPA 38)"],
    ["2026-11-20", 1, "2026-11-23", "set running on a non-working day, begins on the next working one"],
    ["2026-11-13", 3, "2026-11-19", "skips the weekend and the Monday of LFT 74"],
    ["2026-11-18", 2, "2026-11-23", "skips 20 November and the weekend"],
    ["2026-12-18", 1, "2026-12-21", "without suspension goes on into the break"],
    ["2025-12-31", 1, "2026-01-02", "passes into the next year"],
    ["2026-11-24", 0, "2026-11-24", "of no days ends where it starts"],
    ["2026-11-21", 0, "2026-11-23", "of no days rolls forward (LFPA 29)"],
    ["2026-11-24", 10, "2026-12-08", "of ten days is two weeks (LFPA 32)"],
  ])("from %s, %i days, ends on %s: %s", (day, n, end) => {
    expect(addWorkingDays(day, n)).toBe(end);
  });

  it("stands still while the agency suspends", () => {
    expect(addWorkingDays("2026-12-18", 1, decemberBreak)).toBe("2027-01-07");
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d days", (n) => {
    expect(() => addWorkingDays("2026-11-24", n)).toThrow("Not a number of working days");
  });

  it("refuses to wait for a suspension without end", () => {
    expect(() => addWorkingDays("2026-11-24", 1, [{ from: "2026-01-01", until: "9999-12-31" }])).toThrow(
      "No working day follows",
    );
  });
});

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const suspensions = fc.array(
  fc
    .tuple(day, day)
    .map(([a, b]) => (a < b ? { from: a, until: `${a.slice(0, 8)}28` } : { from: b, until: b })),
  { maxLength: 3 },
);
const terms = fc.integer({ min: 0, max: 60 });

describe("for any day, term and suspensions", () => {
  const always = (law: (day: string, n: number, suspended: { from: string; until: string }[]) => void) =>
    fc.assert(fc.property(day, terms, suspensions, law), { numRuns: 200 });

  it("a term ends on a working day", () => {
    always((start, n, suspended) => {
      expect(isWorkingDay(addWorkingDays(start, n, suspended), suspended)).toBe(true);
    });
  });

  it("counting back gives the days of the term", () => {
    always((start, n, suspended) => {
      fc.pre(n > 0);
      expect(workingDaysBetween(start, addWorkingDays(start, n, suspended), suspended)).toBe(n);
    });
  });

  it("a longer term ends later, and a suspension never brings the end forward", () => {
    always((start, n, suspended) => {
      fc.pre(n > 0);
      const end = addWorkingDays(start, n, suspended);
      expect(addWorkingDays(start, n + 1, suspended) > end).toBe(true);
      expect(end >= addWorkingDays(start, n)).toBe(true);
    });
  });

  it("a term in two parts ends where the whole does", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (start, a, b) => {
        expect(addWorkingDays(addWorkingDays(start, a), b)).toBe(addWorkingDays(start, a + b));
      }),
      { numRuns: 200 },
    );
  });

  it("from b to a are as many days as from a to b, with the sign changed", () => {
    const near = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([a, days]) => {
      return [a, new Date(Date.parse(a) + days * 86_400_000).toISOString().slice(0, 10)] as const;
    });
    fc.assert(
      fc.property(near, ([a, b]) => {
        expect(workingDaysBetween(b, a) + workingDaysBetween(a, b)).toBe(0);
      }),
    );
  });
});

describe("the days between two days", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0, "none from a day to itself"],
    ["2026-11-20", "2026-11-23", 1, "the last day counts, the first does not"],
    ["2026-11-13", "2026-11-20", 3, "what the statutes close does not count"],
    ["2026-11-23", "2026-11-20", -1, "negative backwards"],
  ])("from %s to %s: %i, %s", (a, b, expected) => {
    expect(workingDaysBetween(a, b)).toBe(expected);
  });

  it("refuses what is not a day, on either side", () => {
    expect(() => workingDaysBetween("2026-11-31", "2026-12-01")).toThrow("Not a day");
    expect(() => workingDaysBetween("2026-11-30", "soon")).toThrow("Not a day");
  });
});
