import { describe, expect, test } from "vitest";
import { absorptionIssues, passingIssues, renamingIssues, successorOf } from "~/directory/succession";

const TODAY = "2026-06-01";
const keys = (issues: { key: string }[]) => issues.map(({ key }) => key);

describe("who answers for an institution", () => {
  test.each<[Record<string, string | null>, string, string, string]>([
    [{ a: null }, "a", "a", "itself, when nobody absorbed it"],
    [{ a: "b", b: null }, "a", "b", "the one that absorbed it"],
    [{ a: "b", b: "c", c: null }, "a", "c", "the last of a chain"],
    [{ a: "b", b: "a" }, "a", "a", "somebody, even if the data closed a circle"],
  ])("%o, of %s: %s, %s", (absorbed, id, successor) => {
    expect(successorOf(id, new Map(Object.entries(absorbed)))).toBe(successor);
  });
});

describe("an absorption", () => {
  test.each<[Record<string, string | null>, string, string, string[], string]>([
    [{ a: null, b: null }, "a", "b", [], "joins two that stand"],
    [{ a: null }, "a", "a", ["directory_absorbsItself"], "is not of oneself"],
    [{ a: "c", b: null, c: null }, "a", "b", ["directory_alreadyAbsorbed"], "happens once"],
    [{ a: null, b: "a" }, "a", "b", ["directory_absorptionCircle"], "closes no circle of two"],
    [{ a: null, b: "c", c: "a" }, "a", "b", ["directory_absorptionCircle"], "closes no circle of three"],
    [{ a: null, b: "c", c: null }, "a", "b", ["directory_absorberGone"], "is not by one that is gone"],
  ])("%o, %s by %s: %o; it %s", (absorbed, id, byId, expected) => {
    expect(keys(absorptionIssues(id, byId, new Map(Object.entries(absorbed))))).toEqual(expected);
  });
});

describe("a seat passes", () => {
  const institution = { id: "a", parentId: null, absorbedById: null };
  const own = { id: "u", parentId: "a", absorbedById: null };
  const absorbed = { id: "v", parentId: null, absorbedById: "a" };
  const strange = { id: "w", parentId: "z", absorbedById: null };
  const plain = { institution, unit: null, fromDay: "2026-05-01", openFrom: null, today: TODAY };
  test.each<[object, string[], string]>([
    [{}, [], "to an institution that stands"],
    [{ unit: own }, [], "through a unit of it"],
    [{ unit: absorbed }, [], "through one that it absorbed"],
    [{ unit: strange }, ["directory_notItsUnit"], "never through a unit of another"],
    [
      { institution: { ...institution, absorbedById: "b" } },
      ["directory_holderGone"],
      "never to one that is gone",
    ],
    [{ openFrom: "2026-05-01" }, ["directory_beforeHolding"], "never on the day on which it passed before"],
    [{ openFrom: "2026-04-30" }, [], "from the day after"],
    [{ fromDay: "2026-06-01" }, [], "from today"],
    [{ fromDay: "2026-06-02" }, ["directory_dayAhead"], "never from a day that has not come"],
  ])("%o: %o; %s", (change, expected) => {
    expect(keys(passingIssues({ ...plain, ...change }))).toEqual(expected);
  });
});

describe("a new name", () => {
  const present = { nameEs: "Uno", nameEn: "One", acronym: "U", absorbedById: null };
  const plain = {
    present,
    next: { nameEs: "Dos", nameEn: "Two" },
    until: "2026-05-01",
    before: null,
    today: TODAY,
  };
  test.each<[object, string[], string]>([
    [{}, [], "follows the former"],
    [{ next: { ...present } }, ["directory_sameName"], "is new"],
    [{ next: { ...present, acronym: "V" } }, [], "may change the acronym alone"],
    [{ before: "2026-05-01" }, ["directory_beforeFormerName"], "leaves the present name at least a day"],
    [{ before: "2026-04-30" }, [], "comes after the name before it"],
    [{ until: "2026-06-02" }, ["directory_dayAhead"], "is entered once it is in use"],
    [{ present: { ...present, absorbedById: "b" } }, ["directory_alreadyAbsorbed"], "is of one that stands"],
  ])("%o: %o; it %s", (change, expected) => {
    expect(keys(renamingIssues({ ...plain, ...change }))).toEqual(expected);
  });
});
