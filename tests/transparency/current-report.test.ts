import { describe, expect, it } from "vitest";
import { currentReports, newestFirst } from "~/transparency/current-report";

const report = (stateId: string, day: string, word: string) => ({ stateId, createdAt: new Date(day), word });
const march = report("07", "2026-03-01", "created");
const april = report("07", "2026-04-01", "installed");
const alsoApril = report("07", "2026-04-01", "operating");
const tabasco = report("27", "2025-01-01", "created");

type Case = [reports: (typeof march)[], current: Record<string, string>, rule: string];

const cases: Case[] = [
  [[], {}, "nothing is known of a state that nobody reported"],
  [[march], { "07": "created" }, "the only report counts"],
  [[march, april], { "07": "installed" }, "the newest report counts"],
  [[april, march], { "07": "installed" }, "in whatever order they come"],
  [[april, alsoApril], { "07": "operating" }, "of two of the same moment, the one given later counts"],
  [[march, tabasco, april], { "07": "installed", "27": "created" }, "each state has its own"],
];

describe("what is known of a state", () => {
  it.each(cases)("%j gives %j: %s", (reports, current) => {
    const known = [...currentReports(reports)].map(([state, { word }]) => [state, word]);
    expect(Object.fromEntries(known)).toEqual(current);
  });

  it("leaves the list it was given as it was", () => {
    const given = [march, april];
    newestFirst(given);
    expect(given).toEqual([march, april]);
  });
});
