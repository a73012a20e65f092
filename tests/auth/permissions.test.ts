import { describe, expect, test } from "vitest";
import { authorize } from "~/auth/authorize.server";
import { can, mayEver, permissions, type Subject, table, whoMay } from "~/auth/permissions";
import { roles } from "~db/vocabulary";
import { actorOf } from "../support/cast";

test("C59 the whole matrix of who may do what, over which reach", () => {
  const rows = permissions.map((permission) => {
    const cells = roles.map((role) => (table[role][permission] ?? "-").padEnd(13));
    return `${permission.padEnd(23)} ${cells.join(" ")}`.trimEnd();
  });
  const head = `${"".padEnd(23)} ${roles.map((role) => role.slice(0, 13).padEnd(13)).join(" ")}`.trimEnd();
  expect(`\n${[head, ...rows].join("\n")}\n`).toMatchInlineSnapshot(`
    "
                            administrator secretary     delegate      state-editor  state-publish observer
    desk.read               self          self          self          self          self          self
    account.keep-own        self          self          self          self          self          self
    directory.read          any           any           any           any           any           any
    directory.keep          -             any           -             -             -             -
    directory.report-state  -             any           -             own-state     own-state     -
    accounts.manage         any           -             -             -             -             -
    mail.read               any           -             -             -             -             -
    record.read             any           any           -             -             -             -
    "
  `);
});

describe("reach", () => {
  const chiapas = actorOf("chiapas");
  const cases: [string, ReturnType<typeof actorOf>, Parameters<typeof can>[1], Subject, boolean][] = [
    ["one's own state is within reach", chiapas, "directory.report-state", { stateId: "07" }, true],
    ["another state is not", chiapas, "directory.report-state", { stateId: "27" }, false],
    ["nor is what is of no state", chiapas, "directory.report-state", { stateId: null }, false],
    ["nor what was not said", chiapas, "directory.report-state", {}, false],
    [
      "whoever has no state reaches none",
      { ...chiapas, stateId: null },
      "directory.report-state",
      { stateId: null },
      false,
    ],
    [
      "any state is within the secretary's",
      actorOf("secretaria"),
      "directory.report-state",
      { stateId: "27" },
      true,
    ],
    ["one's own account is one's own", chiapas, "account.keep-own", { personId: "chiapas" }, true],
    [
      "another's is not, not even the administrator's to keep",
      actorOf("administracion"),
      "account.keep-own",
      { personId: "inm" },
      false,
    ],
    ["a role without the permission reaches nothing", actorOf("observa"), "directory.keep", {}, false],
  ];
  test.each(cases)("%s", (_, actor, permission, subject, expected) => {
    expect(can(actor, permission, subject)).toBe(expected);
  });

  test("is not asked at the door: there the role is enough", () => {
    expect(mayEver(chiapas, "directory.report-state")).toBe(true);
    expect(mayEver(actorOf("inm"), "directory.report-state")).toBe(false);
  });
});

test("every permission is somebody's, and a refusal says whose", () => {
  for (const permission of permissions) expect(whoMay(permission)).not.toEqual([]);
  expect(() => authorize(actorOf("observa"), "accounts.manage")).toThrow(
    expect.objectContaining({
      kind: "forbidden",
      details: { params: { who: expect.stringMatching(/admin/i) } },
    }),
  );
});
