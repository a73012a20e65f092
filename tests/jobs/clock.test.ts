import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { commissionDay, nextMidnight, systemClock } from "~/jobs/clock";
import { startJobs } from "~/jobs/schedule.server";

describe("the Commission's day", () => {
  test.each([
    ["2026-03-01T05:59:59.999Z", "2026-02-28", "still yesterday just before six, UTC"],
    ["2026-03-01T06:00:00.000Z", "2026-03-01", "begins at six, UTC"],
    ["2026-07-01T05:59:59.999Z", "2026-06-30", "in summer too: the centre has no summer time any more"],
    ["2027-01-01T05:00:00.000Z", "2026-12-31", "and the year with it"],
    ["2028-02-29T12:00:00.000Z", "2028-02-29", "knows leap days"],
  ])("at %s is %s: %s", (at, day) => {
    expect(commissionDay(new Date(at))).toBe(day);
  });

  test.each([
    ["2026-03-01T05:59:59.999Z", "2026-03-01T06:00:00.000Z"],
    ["2026-03-01T06:00:00.000Z", "2026-03-02T06:00:00.000Z"],
    ["2026-12-31T23:00:00.000Z", "2027-01-01T06:00:00.000Z"],
    ["2028-02-28T12:00:00.000Z", "2028-02-29T06:00:00.000Z"],
  ])("after %s the next begins at %s", (at, next) => {
    expect(nextMidnight(new Date(at)).toISOString()).toBe(next);
  });

  test("ends at the next midnight and not a millisecond before", () => {
    const years = {
      min: new Date("2024-01-01T00:00:00Z"),
      max: new Date("2060-01-01T00:00:00Z"),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(years), (at) => {
        const next = nextMidnight(at);
        expect(next.getTime() - at.getTime()).toBeGreaterThan(0);
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
        expect(commissionDay(new Date(next.getTime() - 1))).toBe(commissionDay(at));
        expect(commissionDay(next) > commissionDay(at)).toBe(true);
      }),
    );
  });
});

test("the machine's clock tells the present", () => {
  expect(Math.abs(systemClock().getTime() - Date.now())).toBeLessThan(1000);
});

describe("a job", () => {
  const noon = new Date("2026-03-01T18:00:00.000Z");
  const everySecond = "* * * * * *";

  test("is given the clock's time, and one that fails is told of and runs again", async () => {
    const times: Date[] = [];
    const failures: string[] = [];
    const work = async (now: Date) => {
      times.push(now);
      throw new Error("broken");
    };
    const job = { name: "breaks", when: everySecond, work };
    const stop = startJobs(
      [job],
      () => noon,
      (name, failure) => failures.push(`${name}: ${String(failure)}`),
    );
    await vi.waitFor(() => expect(times.length).toBeGreaterThanOrEqual(2), { timeout: 5000 });
    await stop();
    expect(times[0]).toEqual(noon);
    expect(failures[0]).toBe("breaks: Error: broken");
  });

  test("never runs twice at once, and stopping waits for the one under way", async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      running -= 1;
      ended += 1;
    };
    const stop = startJobs(
      [{ name: "slow", when: everySecond, work }],
      () => noon,
      () => undefined,
    );
    await vi.waitFor(() => expect(ended).toBe(1), { timeout: 5000 });
    await vi.waitFor(() => expect(running).toBe(1), { timeout: 5000 });
    await stop();
    expect([running, most]).toEqual([0, 1]);
    const then = ended;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(ended).toBe(then);
  });
});
