import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addStateInstitution, reportPhase, reportSecretariat } from "~/directory/state-commands.server";
import { findState, listStates } from "~/directory/state-queries.server";
import type { Db } from "~db/client.server";
import { institutions } from "~db/schema";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";
import { daysFromToday, lastHappenings, refusalOf, secretary, today } from "./happenings";

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const report = { status: "vacant" as const, source: "Periódico Oficial de prueba" };

describe("a state's secretariat and commission are reported", () => {
  test.each([
    ["chiapas", "chiapas", "done", "by its own editor"],
    ["chiapas-publica", "chiapas", "done", "by its own publisher"],
    ["secretaria", "chiapas", "done", "by the secretary"],
    ["tabasco", "chiapas", "forbidden refusal_forbidden", "not by another state's editor"],
    ["inm", "chiapas", "forbidden refusal_forbidden", "not by a delegate"],
    ["administracion", "chiapas", "forbidden refusal_forbidden", "not by an administrator"],
    ["observa", "chiapas", "forbidden refusal_forbidden", "not by an observer"],
    ["secretaria", "atlantida", "missing refusal_missing", "for a state that exists"],
  ])("%s on %s: %s, %s", async (key, slug, outcome) => {
    expect(await refusalOf(reportSecretariat(db, actorOf(key), slug, report))).toBe(outcome);
    expect(await refusalOf(reportPhase(db, actorOf(key), slug, { phase: "created", source: "Prueba" }))).toBe(
      outcome,
    );
  });

  test("no earlier than the day it speaks of", async () => {
    const ahead = { ...report, sinceDay: daysFromToday(1) };
    expect(await refusalOf(reportSecretariat(db, secretary, "tabasco", ahead))).toBe(
      "invalid directory_dayAhead",
    );
    const phase = { phase: "created" as const, source: "Prueba", sinceDay: daysFromToday(1) };
    expect(await refusalOf(reportPhase(db, secretary, "tabasco", phase))).toBe("invalid directory_dayAhead");
  });

  test("adding to what was said, and the newest counts", async () => {
    const at = (seconds: number) => actorOf("tabasco", new Date(NOW.getTime() + seconds * 1000));
    await reportSecretariat(db, at(1), "tabasco", { ...report, sinceDay: today });
    await reportSecretariat(db, at(2), "tabasco", { status: "filled", source: "Otra fuente" });
    expect(await lastHappenings(db)).toEqual([
      {
        kind: "directory.secretariat-reported",
        actorId: "tabasco",
        subjectId: "27",
        data: { status: "filled", source: "Otra fuente" },
      },
    ]);
    await reportPhase(db, at(3), "tabasco", { phase: "installed", source: "Acta de prueba" });
    const data = { phase: "installed", source: "Acta de prueba" };
    expect(await lastHappenings(db)).toMatchObject([
      { kind: "directory.phase-reported", subjectId: "27", data },
    ]);
    const state = await findState(db, "tabasco");
    expect(state).toMatchObject({ secretariat: "filled", phase: "installed" });
    expect(state?.secretariats.map(({ status }) => status)).toEqual(["filled", "vacant"]);
    expect(state?.secretariats[1]).toMatchObject({ sinceDay: today, by: "Edición de muestra, Tabasco" });
    expect((await listStates(db)).find(({ id }) => id === "27")).toMatchObject({
      secretariat: "filled",
      phase: "installed",
    });
  });
});

describe("a state's institution", () => {
  const form = { template: "ppnna-estatal" as const, source: "Ley estatal de prueba" };

  test("is the secretary's to add, not the state's", async () => {
    expect(await refusalOf(addStateInstitution(db, actorOf("chiapas"), "chiapas", form))).toBe(
      "forbidden refusal_forbidden",
    );
  });

  test("enters the directory with its place in its name and its source first", async () => {
    const id = await addStateInstitution(db, secretary, "chiapas", form);
    const [row] = await db.select().from(institutions).where(eq(institutions.id, id));
    expect(row).toMatchObject({
      id: "ppnna-estatal-chiapas",
      nameEs: "Procuraduría de Protección de Niñas, Niños y Adolescentes — Chiapas",
      stateId: "07",
      level: "state",
      sample: false,
    });
    expect(row?.sources[0]).toBe("Ley estatal de prueba");
    const data = { stateId: "07", name: row?.nameEs, template: "ppnna-estatal" };
    expect(await lastHappenings(db)).toMatchObject([
      { kind: "directory.state-institution-added", subjectId: id, data },
    ]);
    expect((await findState(db, "chiapas"))?.institutions.map((one) => one.id)).toEqual([id]);
  });

  test("is there once", async () => {
    const again = addStateInstitution(db, secretary, "chiapas", form);
    expect(await refusalOf(again)).toBe("conflict directory_institutionExists");
  });

  test("is one a municipality where it is municipal", async () => {
    const add = (municipality: string) =>
      addStateInstitution(db, secretary, "chiapas", { ...form, template: "smdif", municipality });
    expect([await add("Tapachula"), await add("Comitán de Domínguez")]).toEqual([
      "smdif-chiapas-tapachula",
      "smdif-chiapas-comitan-de-dominguez",
    ]);
    expect(await refusalOf(add("TAPACHULA"))).toBe("conflict directory_institutionExists");
  });

  test("is of a state that exists", async () => {
    expect(await refusalOf(addStateInstitution(db, secretary, "atlantida", form))).toBe(
      "missing refusal_missing",
    );
  });
});
