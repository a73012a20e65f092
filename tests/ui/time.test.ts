import { describe, expect, test } from "vitest";
import { formatDay, formatInstant } from "~/ui/time";

describe("a day", () => {
  test.each([
    ["2026-11-23", "es", "23 de noviembre de 2026", "is written out, in Spanish"],
    ["2026-11-23", "en", "23 November 2026", "puts the day first in English too"],
    [
      "2026-01-01",
      "es",
      "1 de enero de 2026",
      "is the same everywhere: midnight in UTC does not pull it back",
    ],
    [
      "2026-11-24T03:00:00Z",
      "es",
      "23 de noviembre de 2026",
      "of an instant is that of the Commission's time",
    ],
  ] as const)("%s in %s reads %s: it %s", (iso, language, expected, _why) => {
    expect(formatDay(iso, language)).toBe(expected);
  });

  test("that is not a date is refused", () => {
    expect(() => formatDay("mañana", "es")).toThrow(RangeError);
  });
});

describe("an instant", () => {
  const noon = "2026-11-23T17:30:00Z";

  test.each([
    [undefined, "es", "23 de noviembre de 2026, 11:30 h (hora del Centro)"],
    [undefined, "en", "23 November 2026, 11:30 (Mexico Central time)"],
    ["America/Tijuana", "es", "23 de noviembre de 2026, 09:30 h (hora del Noroeste)"],
    ["America/Hermosillo", "es", "23 de noviembre de 2026, 10:30 h (hora del Pacífico)"],
    ["America/Cancun", "es", "23 de noviembre de 2026, 12:30 h (hora del Sureste)"],
    ["Europe/Madrid", "es", "23 de noviembre de 2026, 18:30 h (GMT+1)"],
  ] as const)("says its hour and whose hour it is (%s, %s)", (zone, language, expected) => {
    expect(formatInstant(noon, language, zone)).toBe(expected);
  });

  test("after midnight in UTC is still the evening before in Mexico", () => {
    expect(formatInstant("2026-11-24T05:59:00Z", "es")).toBe(
      "23 de noviembre de 2026, 23:59 h (hora del Centro)",
    );
  });

  test("at midnight is 00:00, never 24:00", () => {
    expect(formatInstant("2026-11-23T06:00:00Z", "es")).toBe(
      "23 de noviembre de 2026, 00:00 h (hora del Centro)",
    );
  });

  test("that is not a date is refused", () => {
    expect(() => formatInstant("mañana", "es")).toThrow(RangeError);
  });
});
