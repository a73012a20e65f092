import { beforeAll, describe, expect, test } from "vitest";
import { head, recent, recentOf, timelineOf, timelineOfAll } from "~/audit/queries.server";
import { record } from "~/audit/record.server";
import { inLanguage } from "~/i18n/locale.server";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { actorOf } from "../support/cast";
import { freshDatabase } from "../support/database";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  await inTransaction(db, async (tx) => {
    for (let time = 0; time < 60; time += 1) {
      const data = { status: "vacant" as const, source: `Fuente ${time}` };
      await record(tx, actorOf("chiapas"), { kind: "directory.secretariat-reported", subjectId: "07", data });
    }
    const passed = { institutionId: "sndif", throughId: "pfpnna", fromDay: "2026-03-01", source: "DOF" };
    await record(tx, actorOf("secretaria"), {
      kind: "directory.seat-passed",
      subjectId: "seat-pfpnna",
      data: passed,
    });
    await record(tx, actorOf("inm"), { kind: "accounts.signed-out", subjectId: "inm", data: {} });
  });
});

describe("the record is read", () => {
  test("newest first, page after page, and each entry once", async () => {
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const { told, older }: Awaited<ReturnType<typeof recent>> = await recent(db, before);
      expect(told.length).toBeLessThanOrEqual(50);
      seen.push(...told.map(({ seq }) => seq));
      before = older;
    } while (before !== null);
    const { seq } = await head(db);
    expect(seen).toEqual(Array.from({ length: seq }, (_, at) => seq - at));
  });

  test("with the name of who did it, and of the portal where nobody did", async () => {
    const [signedOut] = (await recent(db, null)).told;
    expect(signedOut).toMatchObject({
      by: "Titular de muestra, INM",
      text: "Salió.",
      subject: { type: "person" },
    });
    const first = (await recent(db, 2)).told;
    expect(first).toMatchObject([{ seq: 1, by: "El portal", subject: { type: "body" } }]);
  });

  test("with the names of what it mentions and the way there, in the reader's language", async () => {
    const [passed] = await timelineOf(db, "seat", "seat-pfpnna", 1);
    expect(passed?.text).toMatch(
      /^Pasó el asiento a Sistema Nacional para el Desarrollo.*por conducto de Procuraduría/,
    );
    expect(passed?.subject).toEqual({
      type: "seat",
      name: "Asiento 8 · CPINNAMSCR",
      to: "/trabajo/directorio/asientos/seat-pfpnna",
    });
    const [english] = await inLanguage("en", () => timelineOf(db, "seat", "seat-pfpnna", 1));
    expect(english?.text).toMatch(/^Passed the seat to /);
    expect(english?.subject.to).toBe("/en/trabajo/directorio/asientos/seat-pfpnna");
  });

  test("of one thing alone, at most fifty at once", async () => {
    const told = await timelineOf(db, "state", "07", 1000);
    expect(told).toHaveLength(50);
    expect(told[0]).toMatchObject({ quote: "Fuente 59", subject: { name: "Chiapas" } });
    expect(await timelineOf(db, "state", "27")).toEqual([]);
  });

  test("of several things together; of none, nothing", async () => {
    const things = [
      { type: "seat" as const, id: "seat-pfpnna" },
      { type: "person" as const, id: "inm" },
    ];
    const told = await timelineOfAll(db, things, 2);
    expect(told.map(({ subject }) => subject.type)).toEqual(["person", "seat"]);
    expect(await timelineOfAll(db, [])).toEqual([]);
  });

  test("of some kinds of things, without the others", async () => {
    const told = await recentOf(db, ["seat", "institution", "state", "body"]);
    expect(told.map(({ subject }) => subject.type)).not.toContain("person");
    expect(told).toHaveLength(10);
  });
});
