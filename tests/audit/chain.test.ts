import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, type Entry, GENESIS, hashEntry } from "~/audit/chain";

const entry: Entry = {
  seq: 7,
  at: new Date("2026-03-01T12:00:00.000Z"),
  actorId: "inm",
  kind: "accounts.disabled",
  subjectType: "person",
  subjectId: "comar",
  data: { name: "Ñandú", n: 1 },
};

describe("what is hashed", () => {
  test.each<[Record<string, unknown>, string, string]>([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}', "keys in order"],
    [
      { a: { d: [3, { z: 1, y: null }], c: "é" } },
      '{"a":{"c":"é","d":[3,{"y":null,"z":1}]}}',
      "at any depth",
    ],
    [{ a: undefined, b: false }, '{"b":false}', "as if what is undefined were not there"],
    [{ a: '"}{', b: "\n" }, '{"a":"\\"}{","b":"\\n"}', "text escaped"],
    [{}, "{}", "nothing"],
  ])("%j reads %s: %s", (data, written) => {
    expect(canonical(data)).toBe(written);
  });

  test("reads the same after its way through the database, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const back = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(data)) as object).reverse());
        expect(canonical(back)).toBe(canonical(data));
      }),
    );
  });
});

describe("the hash of an entry", () => {
  test("never changes from one version of the portal to the next", () => {
    expect(hashEntry(GENESIS, entry)).toBe(
      "9beb95c31b33d45d7815b6af95ad512f18fb233964d7fa329c5f0407fac909a2",
    );
    expect(hashEntry(GENESIS, { ...entry, actorId: null })).toBe(
      "2e91bcba5001c787960880fbd4ee733b2f377cd1687f8a29bf826ec7d7002d8d",
    );
  });

  test.each<[keyof Entry, Partial<Entry>]>([
    ["seq", { seq: 8 }],
    ["at", { at: new Date("2026-03-01T12:00:00.001Z") }],
    ["actorId", { actorId: null }],
    ["kind", { kind: "accounts.enabled" }],
    ["subjectType", { subjectType: "seat" }],
    ["subjectId", { subjectId: "coma" }],
    ["data", { data: { name: "Ñandu", n: 1 } }],
  ])("is another when its %s is another", (_, change) => {
    expect(hashEntry(GENESIS, { ...entry, ...change })).not.toBe(hashEntry(GENESIS, entry));
  });

  test("is another after another entry", () => {
    expect(hashEntry("1".repeat(64), entry)).not.toBe(hashEntry(GENESIS, entry));
  });

  test("is another when a letter moves from one field to its neighbour", () => {
    const words = fc.tuple(fc.string(), fc.string());
    fc.assert(
      fc.property(words, words, ([kind, subjectType], [otherKind, otherType]) => {
        fc.pre(kind !== otherKind || subjectType !== otherType);
        const one = hashEntry(GENESIS, { ...entry, kind, subjectType });
        expect(one).not.toBe(hashEntry(GENESIS, { ...entry, kind: otherKind, subjectType: otherType }));
      }),
    );
    expect(hashEntry(GENESIS, { ...entry, kind: "a1:b", subjectType: "c" })).not.toBe(
      hashEntry(GENESIS, { ...entry, kind: "a", subjectType: "1:bc" }),
    );
  });
});
