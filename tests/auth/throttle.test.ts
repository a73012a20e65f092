import { describe, expect, test } from "vitest";
import { afterAccountFailure, afterAddressTry, secondsToWait, type Tries } from "~/auth/throttle";
import { NOW } from "../support/database";

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

/** Seconds to wait after so many failures in a row, each at once. */
function waitAfter(failures: number, rule: (tries: Tries | undefined, now: Date) => Tries): number {
  let tries: Tries | undefined;
  for (let failure = 0; failure < failures; failure += 1) tries = rule(tries, NOW);
  return secondsToWait(tries, NOW);
}

describe("C47 an account", () => {
  test.each([
    [0, 0, "nothing happened"],
    [4, 0, "four are free"],
    [5, 30, "the fifth waits half a minute"],
    [6, 60, "then twice as long"],
    [7, 120, "and twice again"],
    [9, 480, "and again"],
    [10, 900, "to fifteen minutes"],
    [5_000, 900, "and never longer, so that nobody is locked out"],
  ])("after %i failures waits %i s: %s", (failures, seconds) => {
    expect(waitAfter(failures, afterAccountFailure)).toBe(seconds);
  });

  test("is forgiven after an hour without a wait", () => {
    const tries = { count: 9, since: NOW, waitUntil: at(480) };
    expect(afterAccountFailure(tries, at(3_601))).toEqual({ count: 1, since: at(3_601), waitUntil: null });
    expect(afterAccountFailure(tries, at(3_600)).count).toBe(10);
  });
});

describe("C22 a network address", () => {
  test.each([
    [19, 0, "nineteen tries are free"],
    [20, 600, "the twentieth waits for the window's end"],
    [21, 600, "and so does every other"],
  ])("after %i tries waits %i s: %s", (tries, seconds) => {
    expect(waitAfter(tries, (before, now) => afterAddressTry(before, now))).toBe(seconds);
  });

  test("begins again when the window is over, and a smaller limit may be set", () => {
    const full = { count: 20, since: NOW, waitUntil: at(600) };
    expect(afterAddressTry(full, at(600))).toEqual({ count: 1, since: at(600), waitUntil: null });
    expect(waitAfter(3, (before, now) => afterAddressTry(before, now, 3))).toBe(600);
  });
});

test("what remains to wait is rounded up, and never less than nothing", () => {
  const tries = { count: 5, since: NOW, waitUntil: at(30) };
  expect(secondsToWait(tries, at(29.2))).toBe(1);
  expect(secondsToWait(tries, at(30))).toBe(0);
  expect(secondsToWait(tries, at(99))).toBe(0);
  expect(secondsToWait(undefined, NOW)).toBe(0);
});
