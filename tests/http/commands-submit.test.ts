import { count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { line, oneOf, secret } from "~/http/fields";
import { newKey } from "~/http/idempotency.server";
import { submit, type Unsent } from "~/http/submit.server";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { formerNames, submissions } from "~db/schema";
import { freshDatabase, NOW } from "../support/database";

let house: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  house = await freshDatabase();
});
afterAll(() => house.close());

const form = z.strictObject({
  name: line(20),
  kind: oneOf(["a", "b"]).optional(),
  password: secret().optional(),
});

/** Sends a form whose act writes one row, or refuses. */
function send(
  fields: [string, string][],
  { senderId = "inm", refusal }: { senderId?: string; refusal?: Refusal } = {},
) {
  const request = new Request("http://portal.test/x", { method: "POST", body: new URLSearchParams(fields) });
  const act = async (tx: Db, { name }: { name: string }) => {
    if (refusal) throw refusal;
    const row = { institutionId: "inm", nameEs: name, nameEn: name, until: "2026-01-01", source: "" };
    await tx.insert(formerNames).values(row);
  };
  return submit(request, house.db, {
    form,
    senderId,
    now: NOW,
    hide: ["password"],
    act,
    goTo: () => "/done",
  });
}

const effects = async () => (await house.db.select({ n: count() }).from(formerNames))[0]?.n ?? 0;
const answer = async (sent: ReturnType<typeof send>) => {
  const came = await sent;
  if (came instanceof Response) return { status: came.status, location: came.headers.get("Location") };
  const { data, init } = came as { data: Unsent; init?: { status?: number } };
  return { status: init?.status, unsent: data };
};

describe("a form that is wrong", () => {
  it.each<[string, [string, string][], number, string]>([
    ["something is missing", [], 422, "name"],
    ["it is longer than it may be", [["name", "x".repeat(21)]], 422, "name"],
    ["a name holds an invisible mark", [["name", "a\u202eb"]], 422, "name"],
    [
      "a word is not of the list",
      [
        ["name", "a"],
        ["kind", "c"],
      ],
      422,
      "kind",
    ],
    [
      "a field comes twice",
      [
        ["name", "a"],
        ["name", "b"],
      ],
      422,
      "name",
    ],
    [
      "C63 it brings a field of its own",
      [
        ["name", "a"],
        ["role", "administrator"],
      ],
      400,
      "",
    ],
  ])("C16 comes back, and nothing happens, when %s", async (_, fields, status, field) => {
    const before = await effects();
    const { status: got, unsent } = await answer(send([["_key", newKey()], ...fields]));
    expect([got, Object.keys(unsent?.submission.error ?? {})]).toEqual([status, [field]]);
    expect(await effects()).toBe(before);
  });

  it("comes back filled in, without its secrets", async () => {
    const fields: [string, string][] = [
      ["name", "x".repeat(21)],
      ["password", "s3cret-s3cret"],
    ];
    const { unsent } = await answer(send([["_key", newKey()], ...fields]));
    expect(unsent?.submission.initialValue).toEqual({ name: "x".repeat(21) });
    expect(JSON.stringify(unsent)).not.toContain("s3cret");
  });

  it("is refused without a key, since it could not be told from one sent twice", async () => {
    expect((await answer(send([["name", "a"]]))).status).toBe(422);
  });
});

describe("a rule that says no", () => {
  it.each([
    [new Refusal("conflict", "accounts_lastAdministrator"), 409],
    [new Refusal("forbidden", "refusal_forbidden", { params: { who: "x" } }), 403],
    [new Refusal("stale", "refusal_stale", { theirs: { name: "theirs" }, revision: 7 }), 409],
    [new Refusal("too-many", "refusal_tooMany", { params: { seconds: 3 }, retryAfterSeconds: 3 }), 429],
  ])("brings the form back: %s → %i", async (refusal, status) => {
    const { status: got, unsent } = await answer(
      send(
        [
          ["_key", newKey()],
          ["name", "mine"],
        ],
        { refusal },
      ),
    );
    expect(got).toBe(status);
    expect(unsent).toMatchObject({
      submission: { initialValue: { name: "mine" } },
      theirs: refusal.details.theirs,
    });
    expect(unsent?.revision).toBe(refusal.details.revision);
  });

  it("throws what is not there on, as a page of its own", async () => {
    const refusal = new Refusal("missing", "refusal_missing");
    await expect(
      send(
        [
          ["_key", newKey()],
          ["name", "a"],
        ],
        { refusal },
      ),
    ).rejects.toBe(refusal);
  });

  it("leaves the key free, so that the mended form can be sent", async () => {
    const key = newKey();
    await send(
      [
        ["_key", key],
        ["name", "a"],
      ],
      { refusal: new Refusal("conflict", "refusal_stale") },
    );
    expect(
      (
        await answer(
          send([
            ["_key", key],
            ["name", "b"],
          ]),
        )
      ).status,
    ).toBe(303);
  });
});

describe("R12 a form sent more than once", () => {
  it("acts once and gets the same answer, also fifty at once", async () => {
    const before = await effects();
    const fields: [string, string][] = [
      ["_key", newKey()],
      ["name", "once"],
    ];
    const sent = Array.from({ length: 50 }, () => answer(send(fields)));
    expect(new Set((await Promise.all(sent)).map(({ status, location }) => `${status} ${location}`))).toEqual(
      new Set(["303 /done"]),
    );
    expect(await effects()).toBe(before + 1);
  });

  it("is refused when its key was used for other words", async () => {
    const key = newKey();
    await send([
      ["_key", key],
      ["name", "first"],
    ]);
    expect(
      (
        await answer(
          send([
            ["_key", key],
            ["name", "second"],
          ]),
        )
      ).status,
    ).toBe(409);
  });

  it("is another's when another sends it", async () => {
    const fields: [string, string][] = [
      ["_key", newKey()],
      ["name", "shared"],
    ];
    const before = await effects();
    await send(fields, { senderId: "inm" });
    await send(fields, { senderId: "comar" });
    expect(await effects()).toBe(before + 2);
    expect((await house.db.select().from(submissions)).length).toBeGreaterThan(0);
  });
});
