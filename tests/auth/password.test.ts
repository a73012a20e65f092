import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { hasher, passwordFits } from "~/auth/password.server";
import { refusalOf } from "../directory/happenings";

const counted = vi.hoisted(() => ({ now: 0, most: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const hash: typeof real.hash = async (...given) => {
    counted.now += 1;
    counted.most = Math.max(counted.most, counted.now);
    return real.hash(...given).finally(() => {
      counted.now -= 1;
    });
  };
  return { ...real, hash };
});

test("C43 any text fits itself and not itself with a character more", { timeout: 30_000 }, async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 128 });
  const rule = fc.asyncProperty(text, async (password) => {
    const stored = await hasher.hash(password);
    expect(await passwordFits(stored, password)).toBe(true);
    expect(await passwordFits(stored, `${password}x`)).toBe(false);
  });
  await fc.assert(rule, { numRuns: 25 });
});

test("C43 nothing is cut: what differs after the 72nd byte, or in its last of 128 letters, is another password", async () => {
  const long = "ñ".repeat(127);
  const stored = await hasher.hash(`${long}a`);
  expect(await passwordFits(stored, `${long}b`)).toBe(false);
  expect(await passwordFits(stored, `${long}a`)).toBe(true);
});

test("C43 a letter with its accent beside it is the same as the composed one", async () => {
  const stored = await hasher.hash("comisio\u0301n");
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await passwordFits(stored, "comisi\u00f3n")).toBe(true);
  expect(await passwordFits(stored, "comision")).toBe(false);
});

test("C50 nobody's password fits nobody, not even the decoy's own", async () => {
  expect(await passwordFits(undefined, "nobody has this password")).toBe(false);
});

test("D12 two are hashed at a time and twenty wait; whoever comes after is asked to come back, and is served then", async () => {
  const outcomes = await Promise.all(Array.from({ length: 25 }, () => refusalOf(hasher.hash("x"))));
  expect(outcomes.slice(0, 22)).toEqual(Array(22).fill("done"));
  expect(outcomes.slice(22)).toEqual(Array(3).fill("too-many refusal_tooMany"));
  expect(await refusalOf(hasher.hash("x"))).toBe("done");
});

test("D12 never more than two run at once, also when others arrive as these end", async () => {
  counted.most = 0;
  const again = () => hasher.hash("x").then(() => hasher.hash("x"));
  await Promise.all(Array.from({ length: 8 }, again));
  expect(counted.most).toBe(2);
});
