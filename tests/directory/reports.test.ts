import { describe, expect, test } from "vitest";
import { newestByState, phaseOf, secretariatOf } from "~/directory/reports";

const report = (id: string, stateId: string, minute: number) => ({
  id,
  stateId,
  createdAt: new Date(Date.UTC(2026, 5, 1, 12, minute)),
});

describe("of a state's reports", () => {
  test.each<[ReturnType<typeof report>[], Record<string, string>, string]>([
    [[], {}, "nothing is known without one"],
    [[report("a", "07", 1)], { "07": "a" }, "the only one counts"],
    [[report("a", "07", 1), report("b", "07", 2)], { "07": "b" }, "the newest counts"],
    [
      [report("b", "07", 2), report("a", "07", 1)],
      { "07": "b" },
      "the newest counts, in whatever order they are read",
    ],
    [[report("a", "07", 1), report("b", "27", 2)], { "07": "a", "27": "b" }, "each state has its own"],
    [
      [report("b", "07", 1), report("a", "07", 1)],
      { "07": "b" },
      "of two at once always the same one counts",
    ],
  ])("%o: %o, %s", (reports, expected) => {
    const newest = [...newestByState(reports)].map(([state, { id }]) => [state, id]);
    expect(Object.fromEntries(newest)).toEqual(expected);
  });
});

test("without a report a secretariat and a phase are unknown", () => {
  expect([secretariatOf(), phaseOf()]).toEqual(["unknown", "unknown"]);
  expect([secretariatOf({ status: "shared" }), phaseOf({ phase: "created" })]).toEqual(["shared", "created"]);
});
