import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  changeRole,
  disablePerson,
  enablePerson,
  endOwnSession,
  endSessionsOf,
  signOut,
} from "~/accounts/commands.server";
import { countAdministrators } from "~/accounts/queries.server";
import { beginSession, openSessions, readSession } from "~/auth/lucia.server";
import { tokenHash } from "~/auth/secrets.server";
import type { Db } from "~db/client.server";
import { people, roleGrants } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { lastHappenings, refusalOf } from "../directory/happenings";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";

const administrator = actorOf("administracion");
let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
});

const personOf = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0];
const grantsOf = (id: string) => db.select().from(roleGrants).where(eq(roleGrants.personId, id));
const enter = (personId: string) =>
  inTransaction(db, (tx) => beginSession(tx, personId, { createdAt: NOW, authEpoch: 1, device: "Firefox" }));
const toAdministrator = { role: "administrator" as const, revision: 1 };

describe("only an administrator", () => {
  const acts = {
    disablePerson: (key: string) => disablePerson(db, actorOf(key), "sre"),
    enablePerson: (key: string) => enablePerson(db, actorOf(key), "sre"),
    endSessionsOf: (key: string) => endSessionsOf(db, actorOf(key), "sre"),
    changeRole: (key: string) => changeRole(db, actorOf(key), "sre", toAdministrator),
  };
  test.each(Object.entries(acts))("%s: everyone else is refused, and nothing is recorded", async (_, act) => {
    const before = await lastHappenings(db);
    for (const key of ["secretaria", "sre", "chiapas", "chiapas-publica", "observa"])
      expect(await refusalOf(act(key))).toBe("forbidden refusal_forbidden");
    expect(await lastHappenings(db)).toEqual(before);
    expect(await personOf("sre")).toMatchObject({ disabledAt: null, authEpoch: 1, revision: 1 });
  });

  test("finds who is there and nobody else", async () => {
    for (const act of [disablePerson, enablePerson, endSessionsOf])
      expect(await refusalOf(act(db, administrator, "nobody"))).toBe("missing refusal_missing");
    expect(await refusalOf(changeRole(db, administrator, "nobody", toAdministrator))).toBe(
      "missing refusal_missing",
    );
  });
});

describe("a disabled person", () => {
  test("is out at once and may be let in again, each recorded once", async () => {
    const token = await enter("sre");
    await disablePerson(db, administrator, "sre");
    await disablePerson(db, administrator, "sre");
    expect(await personOf("sre")).toMatchObject({ disabledAt: NOW, authEpoch: 2 });
    expect(await readSession(db, token, NOW)).toBeNull();
    const told = { actorId: "administracion", subjectId: "sre", data: { name: "Titular de muestra, SRE" } };
    expect(await lastHappenings(db, 1)).toEqual([{ kind: "accounts.disabled", ...told }]);
    await enablePerson(db, administrator, "sre");
    await enablePerson(db, administrator, "sre");
    expect(await personOf("sre")).toMatchObject({ disabledAt: null });
    expect(await readSession(db, token, NOW)).toBeNull();
    expect((await lastHappenings(db, 2)).map(({ kind }) => kind)).toEqual([
      "accounts.enabled",
      "accounts.disabled",
    ]);
  });
});

describe("the last administrator", () => {
  test("stays: neither disabled nor given another role, by themselves or another", async () => {
    const leaving = { role: "observer" as const, revision: 1 };
    expect(await refusalOf(disablePerson(db, administrator, "administracion"))).toBe(
      "conflict accounts_lastAdministrator",
    );
    expect(await refusalOf(changeRole(db, administrator, "administracion", leaving))).toBe(
      "conflict accounts_lastAdministrator",
    );
    await changeRole(db, administrator, "administracion", toAdministrator);
    await changeRole(db, administrator, "sre", toAdministrator);
    await changeRole(db, administrator, "administracion", { ...leaving, revision: 2 });
    expect(await countAdministrators(db)).toBe(1);
  });

  test("is one of two who disable each other at the same moment", async () => {
    await changeRole(db, administrator, "sre", toAdministrator);
    const other = { ...actorOf("sre"), role: "administrator" as const };
    const outcomes = await Promise.all([
      refusalOf(disablePerson(db, administrator, "sre")),
      refusalOf(disablePerson(db, other, "administracion")),
    ]);
    expect(outcomes.filter((outcome) => outcome === "conflict accounts_lastAdministrator")).toHaveLength(1);
    expect(await countAdministrators(db)).toBe(1);
  });
});

describe("another role", () => {
  test("ends the former grant and every session, and is held for what the role is held for", async () => {
    const token = await enter("sre");
    const change = { role: "state-editor" as const, stateId: "07", institutionId: "inm", revision: 1 };
    await changeRole(db, administrator, "sre", change);
    const reach = { role: "state-editor", institutionId: null, stateId: "07" };
    const [before, now] = await grantsOf("sre");
    expect([before, now].find((grant) => grant?.endedAt === null)).toMatchObject({
      ...reach,
      grantedById: "administracion",
    });
    expect([before, now].filter((grant) => grant?.endedAt !== null)).toHaveLength(1);
    expect(await readSession(db, token, NOW)).toBeNull();
    expect(await lastHappenings(db, 1)).toEqual([
      {
        kind: "accounts.role-changed",
        actorId: "administracion",
        subjectId: "sre",
        data: { name: "Titular de muestra, SRE", ...reach },
      },
    ]);
  });

  test("is not given for an institution or a state that is not there", async () => {
    const nowhere = { institutionId: "nowhere", stateId: "99", revision: 1 };
    for (const role of ["delegate", "state-editor"] as const)
      expect(await refusalOf(changeRole(db, administrator, "sre", { role, ...nowhere }))).toBe(
        "invalid field_invalid",
      );
  });

  test("is refused to a stale form, of many at once to all but one, and one grant is open", async () => {
    const changes = Array.from({ length: 10 }, () => changeRole(db, administrator, "sre", toAdministrator));
    const outcomes = await Promise.all(changes.map(refusalOf));
    expect(outcomes.filter((outcome) => outcome === "stale refusal_stale")).toHaveLength(9);
    const open = and(eq(roleGrants.personId, "sre"), isNull(roleGrants.endedAt));
    expect(await db.select().from(roleGrants).where(open)).toHaveLength(1);
  });
});

describe("C58 sessions", () => {
  test("are ended by an administrator, all of a person's", async () => {
    const tokens = [await enter("sre"), await enter("sre")];
    await endSessionsOf(db, administrator, "sre");
    for (const token of tokens) expect(await readSession(db, token, NOW)).toBeNull();
    expect(await lastHappenings(db, 1)).toMatchObject([
      { kind: "accounts.sessions-ended", subjectId: "sre" },
    ]);
  });

  test("are one's own to end, and another's is not found", async () => {
    const [mine, theirs] = [tokenHash(await enter("sre")), tokenHash(await enter("inm"))];
    expect(await refusalOf(endOwnSession(db, actorOf("sre"), theirs))).toBe("missing refusal_missing");
    await endOwnSession(db, actorOf("sre"), mine);
    expect(await lastHappenings(db, 1)).toMatchObject([{ kind: "accounts.session-ended", actorId: "sre" }]);
    expect(await openSessions(db, "sre", NOW)).toEqual([]);
    expect(await openSessions(db, "inm", NOW)).toHaveLength(1);
  });

  test("end by signing out, that one alone", async () => {
    const [here, elsewhere] = [await enter("sre"), await enter("sre")];
    await signOut(db, actorOf("sre"), tokenHash(here));
    expect(await readSession(db, here, NOW)).toBeNull();
    expect(await readSession(db, elsewhere, NOW)).not.toBeNull();
    expect(await lastHappenings(db, 1)).toMatchObject([{ kind: "accounts.signed-out", actorId: "sre" }]);
  });
});
