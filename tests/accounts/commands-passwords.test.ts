import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changePassword, requestReset, resetPassword } from "~/accounts/passwords.server";
import { signIn } from "~/accounts/sign-in.server";
import { beginSession, readSession } from "~/auth/lucia.server";
import { hasher } from "~/auth/password.server";
import { tokenHash } from "~/auth/secrets.server";
import type { Db } from "~db/client.server";
import { outbox, passwordResets, people, throttles } from "~db/schema";
import { DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import { inTransaction } from "~db/transaction.server";
import { lastHappenings, refusalOf } from "../directory/happenings";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";

const email = "sre@muestra.example";
const origin = "https://portal.example";
const at = { now: NOW, address: "192.0.2.1", origin };
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const chosen = "girasol lento bajo tres puentes";
const doorstep = { now: NOW, address: "192.0.2.1", device: "Firefox · Linux", deviceToken: null };

let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
});
afterEach(() => vi.restoreAllMocks());

const enter = (personId: string) =>
  inTransaction(db, (tx) => beginSession(tx, personId, { createdAt: NOW, authEpoch: 1, device: "Firefox" }));
const fits = (password: string) => refusalOf(signIn(db, { email, password }, doorstep));
const letters = () => db.select().from(outbox);

async function resetLink(): Promise<string> {
  await requestReset(db, email, at);
  const bodies = (await letters()).map(({ body }) => body);
  const tokens = bodies.map((body) => /recuperar\/([\w-]{43})/.exec(body)?.[1] ?? "");
  const kept = await db.select().from(passwordResets);
  return tokens.find((token) => kept.some((row) => row.tokenHash === tokenHash(token) && !row.usedAt)) ?? "";
}

describe("asking for a reset link", () => {
  test("writes one letter to whoever has an account, and the database keeps only the link's hash", async () => {
    const token = await resetLink();
    expect(token).toHaveLength(43);
    const [row] = await db.select().from(passwordResets);
    expect(row).toMatchObject({ tokenHash: tokenHash(token), personId: "sre", usedAt: null });
    expect(row?.expiresAt).toEqual(inMinutes(30));
  });

  test("C50 ends alike for unknown and disabled people, who get no letter", async () => {
    await inTransaction(db, (tx) => tx.update(people).set({ disabledAt: NOW }).where(eq(people.id, "sre")));
    for (const whose of [email, "nadie@muestra.example"])
      expect(await requestReset(db, whose, at)).toBeUndefined();
    expect(await letters()).toEqual([]);
    expect(await db.select().from(throttles)).toHaveLength(3);
  });

  test("more than three times in ten minutes ends alike and sends nothing more", async () => {
    for (let times = 0; times < 6; times += 1) await requestReset(db, email, at);
    expect(await letters()).toHaveLength(3);
    await requestReset(db, email, { ...at, now: inMinutes(11) });
    expect(await letters()).toHaveLength(4);
  });

  test("for many addresses from one place is refused for a while", async () => {
    for (let times = 0; times < 20; times += 1) await requestReset(db, `${times}@muestra.example`, at);
    expect(await refusalOf(requestReset(db, email, at))).toBe("too-many refusal_tooMany");
    expect(await letters()).toEqual([]);
  });
});

describe("a reset link", () => {
  test("changes the password once, ends every session, tells by letter and is recorded", async () => {
    const [token, session] = [await resetLink(), await enter("sre")];
    await resetPassword(db, token, chosen, NOW);
    expect(await readSession(db, session, NOW)).toBeNull();
    expect(await lastHappenings(db)).toEqual([
      { kind: "accounts.password-reset", actorId: "sre", subjectId: "sre", data: {} },
    ]);
    expect(await letters()).toHaveLength(2);
    expect(await fits(DEMONSTRATION_PASSWORD)).toBe("invalid accounts_signInFailed");
    expect(await fits(chosen)).toBe("done");
    expect(await refusalOf(resetPassword(db, token, chosen, NOW))).toBe("missing accounts_linkOver");
  });

  test("is over when another one, or the person themselves, has changed the password", async () => {
    const first = await resetLink();
    await requestReset(db, email, at);
    const tokens = (await letters()).map(({ body }) => /recuperar\/([\w-]{43})/.exec(body)?.[1] ?? "");
    const second = tokens.find((token) => token !== first) ?? "";
    await resetPassword(db, second, chosen, NOW);
    expect(await refusalOf(resetPassword(db, first, chosen, NOW))).toBe("missing accounts_linkOver");
  });

  test.each([
    [29.9, "done"],
    [30, "missing accounts_linkOver"],
  ])("after %s minutes is %s", async (minutes, outcome) => {
    const token = await resetLink();
    expect(await refusalOf(resetPassword(db, token, chosen, inMinutes(minutes)))).toBe(outcome);
  });

  test("of a person disabled since works no more, and a weak password leaves it good", async () => {
    const token = await resetLink();
    expect(await refusalOf(resetPassword(db, token, "123456789012", NOW))).toBe(
      "invalid accounts_passwordGuessable",
    );
    await inTransaction(db, (tx) => tx.update(people).set({ disabledAt: NOW }).where(eq(people.id, "sre")));
    expect(await refusalOf(resetPassword(db, token, chosen, NOW))).toBe("missing accounts_linkOver");
  });

  test("C51 used fifty times at once changes the password once", { timeout: 60_000 }, async () => {
    const token = await resetLink();
    const uses = Array.from({ length: 50 }, (_, use) =>
      refusalOf(resetPassword(db, token, `${chosen} ${use}`, NOW)),
    );
    const outcomes = await Promise.all(uses);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    const others = new Set(outcomes.filter((outcome) => outcome !== "done"));
    expect([...others].sort()).toEqual(["missing accounts_linkOver", "too-many refusal_tooMany"]);
    expect(await letters()).toHaveLength(2);
  });
});

describe("changing one's own password", () => {
  const change = { current: DEMONSTRATION_PASSWORD, password: chosen, again: chosen };

  test("ends every other session and keeps this one, tells by letter and is recorded", async () => {
    const [here, elsewhere] = [await enter("sre"), await enter("sre")];
    await changePassword(db, actorOf("sre"), tokenHash(here), change);
    expect(await readSession(db, here, NOW)).not.toBeNull();
    expect(await readSession(db, elsewhere, NOW)).toBeNull();
    expect(await letters()).toMatchObject([{ recipient: email }]);
    expect(await lastHappenings(db)).toMatchObject([{ kind: "accounts.password-changed", actorId: "sre" }]);
    expect(await fits(chosen)).toBe("done");
  });

  test.each([
    [
      "a present password that is not it",
      { current: "otra cosa cualquiera" },
      "accounts_currentPasswordWrong",
    ],
    ["a short one", { password: "corta" }, "accounts_passwordShort"],
    ["one's own words", { password: "muestra titular sre" }, "accounts_passwordGuessable"],
  ])("refuses %s and changes nothing", async (_, wrong, key) => {
    const refused = changePassword(db, actorOf("sre"), "", { ...change, ...wrong });
    expect(await refusalOf(refused)).toBe(`invalid ${key}`);
    expect(await letters()).toEqual([]);
    expect(await fits(DEMONSTRATION_PASSWORD)).toBe("done");
  });
});

describe("C50 signing in", () => {
  test("hashes exactly once and says the same for an unknown, a disabled and a wrong one", async () => {
    await inTransaction(db, (tx) => tx.update(people).set({ disabledAt: NOW }).where(eq(people.id, "inm")));
    const verify = vi.spyOn(hasher, "verify");
    const tries: [string, string][] = [
      ["nadie@muestra.example", DEMONSTRATION_PASSWORD],
      ["inm@muestra.example", DEMONSTRATION_PASSWORD],
      [email, "otra cosa cualquiera"],
    ];
    for (const [whose, password] of tries) {
      verify.mockClear();
      const refused = refusalOf(signIn(db, { email: whose, password }, doorstep));
      expect(await refused).toBe("invalid accounts_signInFailed");
      expect(verify).toHaveBeenCalledTimes(1);
    }
    verify.mockClear();
    expect(await fits(DEMONSTRATION_PASSWORD)).toBe("done");
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test("C47 waits for an account after five failures, but not in a browser that it knows", async () => {
    const { deviceToken } = await signIn(db, { email, password: DEMONSTRATION_PASSWORD }, doorstep);
    for (let failures = 0; failures < 5; failures += 1) await fits("otra cosa cualquiera");
    expect(await fits(DEMONSTRATION_PASSWORD)).toBe("too-many refusal_tooMany");
    const known = signIn(db, { email, password: DEMONSTRATION_PASSWORD }, { ...doorstep, deviceToken });
    expect(await refusalOf(known)).toBe("done");
  });
});
