import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { beforeEach, describe, expect, test } from "vitest";
import { invitePerson } from "~/accounts/invitations.server";
import * as accept from "~/accounts/pages/accept-invitation";
import * as changeRole from "~/accounts/pages/change-role";
import * as invite from "~/accounts/pages/invite";
import * as mail from "~/accounts/pages/mail";
import * as requestReset from "~/accounts/pages/request-reset";
import * as signIn from "~/accounts/pages/sign-in";
import * as again from "~/accounts/pages/sign-in-again";
import { requestReset as askForReset } from "~/accounts/passwords.server";
import { newToken } from "~/auth/secrets.server";
import type { Db } from "~db/client.server";
import { outbox } from "~db/schema";
import { DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import { refusalOf } from "../directory/happenings";
import { actorOf, contextOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";

let db: Db;
beforeEach(async () => {
  ({ db } = await freshDatabase());
});

const origin = "http://localhost:3000";
type Fields = Record<string, string>;
function send(path: string, fields: Fields, context: AppLoadContext, params = {}): ActionFunctionArgs {
  const body = new URLSearchParams(fields);
  return { request: new Request(`${origin}${path}`, { method: "POST", body }), context, params };
}
const ask = (path: string, context: AppLoadContext, params = {}) => ({
  request: new Request(`${origin}${path}`),
  context,
  params,
});
/** What an action answered, whether as a response or as data with a status. */
const told = (answer: unknown) => {
  const { status, headers, init, data } = answer as Response & { init?: ResponseInit; data?: unknown };
  return {
    status: init?.status ?? status ?? 200,
    location: headers?.get?.("Location") ?? null,
    cookies: headers?.getSetCookie?.() ?? [],
    data: JSON.stringify(data ?? null),
  };
};

const nobody = (changes: Partial<AppLoadContext> = {}) => contextOf(null, changes);
const administrator = (changes: Partial<AppLoadContext> = {}) => contextOf("administracion", changes);
const email = "sre@muestra.example";

describe("signing in", () => {
  const enter = async (fields: Fields, changes = {}) =>
    told(
      await signIn.action(
        send("/entrar", { email, password: DEMONSTRATION_PASSWORD, ...fields }, nobody(changes)),
      ),
    );

  test.each([
    ["/trabajo/directorio", "/trabajo/directorio"],
    ["https://evil.example/", "/trabajo"],
    ["//evil.example", "/trabajo"],
    ["/\\evil.example", "/trabajo"],
    ["/.//evil.example", "/trabajo"],
  ])("with %s as what comes next leads to %s", async (next, to) => {
    expect(await enter({ next })).toMatchObject({ status: 303, location: to });
  });

  test("over https sets cookies that belong to this host alone", async () => {
    const [session, device] = (await enter({}, { secure: true })).cookies;
    expect(session).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    );
    expect(device).toMatch(
      /^__Host-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure$/,
    );
  });

  test("C50 answers an unknown, a disabled and a mistaken person alike, and no password travels back", async () => {
    const tries: Fields[] = [{ email: "nadie@muestra.example" }, { password: "otra cosa cualquiera" }];
    const answers = await Promise.all(tries.map((fields) => enter(fields)));
    const alike = answers.map(({ data, ...rest }) => ({
      ...rest,
      data: data.replace(/[a-z]+@muestra/, "@muestra"),
    }));
    expect(alike[0]).toEqual(alike[1]);
    expect(alike[0]).toMatchObject({ status: 422, cookies: [] });
    for (const { data } of answers) expect(data).not.toMatch(/recorrido|otra cosa/);
  });
});

describe("signing in again over a form that arrived late", () => {
  const wanted = "/trabajo/directorio/asientos/seat-sre/voto";
  test("keeps what was typed, and sends it on once the password fits", async () => {
    const late = send(wanted, { vote: "votes", reason: "Acta", _key: "k" }, nobody({ wanted }));
    const asked = await again.action(late);
    expect(told(asked)).toMatchObject({ status: 401 });
    expect(told(asked).data).toContain('"to":"/trabajo/directorio/asientos/seat-sre/voto"');
    expect(told(asked).data).toContain('"reason"');
    const proof = { _to: wanted, _email: email, _password: DEMONSTRATION_PASSWORD };
    const here = nobody({ wanted: "/entrar/de-nuevo" });
    expect(told(await again.action(send("/entrar/de-nuevo", proof, here)))).toMatchObject({
      status: 307,
      location: wanted,
    });
  });

  test("leads nowhere outside, and shows no password again", async () => {
    const here = nobody({ wanted: "/entrar/de-nuevo" });
    const away = { _to: "//evil.example", _email: email, _password: DEMONSTRATION_PASSWORD };
    expect(told(await again.action(send("/entrar/de-nuevo", away, here))).location).toBe("/trabajo");
    const wrong = told(
      await again.action(send("/entrar/de-nuevo", { ...away, _password: "mala clave" }, here)),
    );
    expect(wrong.data).not.toContain("mala clave");
  });
});

describe("a link", () => {
  const guest = {
    email: "nueva@muestra.example",
    name: "Persona invitada",
    office: "Enlace",
    role: "observer",
  };
  const inviting = (changes: Partial<AppLoadContext>, key: string = crypto.randomUUID()) =>
    invite.action(send("/trabajo/personas/invitar", { ...guest, _key: key }, administrator(changes)));

  test("of an invitation is shown once to who invites, only where no letter leaves", async () => {
    const here = { demonstration: false, sendsMail: false };
    expect(told(await inviting(here, "a-key")).data).toMatch(/invitacion\/[\w-]{43}/);
    expect(told(await inviting(here, "a-key"))).toMatchObject({ status: 303, data: "null" });
    const sent = told(await inviting({ demonstration: false, sendsMail: true }));
    expect(sent).toMatchObject({ status: 303, data: "null" });
  });

  test.each([
    [{ demonstration: true, sendsMail: true }],
    [{ demonstration: false, sendsMail: false }],
    [{ demonstration: false, sendsMail: true }],
    [{ demonstration: true, sendsMail: false }],
  ])("C51 to reset a password is shown to nobody, whatever the portal is: %o", async (portal) => {
    await askForReset(db, email, { now: NOW, address: "192.0.2.1", origin });
    const [letter] = await db.select().from(outbox);
    const token = /recuperar\/([\w-]{43})/.exec(letter?.body ?? "")?.[1] ?? "none";
    const shown = JSON.stringify(await mail.loader(ask("/trabajo/correo", administrator(portal))));
    expect(shown).toContain(email);
    expect(shown).not.toContain(token);
  });

  test("that is over, and one that never was, are not found", async () => {
    const { token } = await invitePerson(
      db,
      actorOf("administracion"),
      { ...guest, role: "observer" },
      origin,
    );
    const over = nobody({ now: new Date(NOW.getTime() + 86_400_000) });
    for (const [given, context] of [
      [token, over],
      [newToken(), nobody()],
      ["'; drop table", nobody()],
    ] as const)
      expect(await refusalOf(accept.loader(ask("/invitacion/x", context, { token: given })))).toBe(
        "missing accounts_linkOver",
      );
  });
});

test("C50 asking for a reset answers alike whether or not there is such a person", async () => {
  const asking = async (whose: string) => {
    const context = nobody({ sendsMail: true });
    return told(
      await requestReset.action(send("/contrasena/recuperar", { email: whose, _key: "k" }, context)),
    );
  };
  expect(await asking(email)).toEqual(await asking("nadie@muestra.example"));
  expect((await asking(email)).location).toBe("/contrasena/recuperar?enviado=1");
});

test("a stale form of a role comes back with what stands now, and a field that no page has is refused", async () => {
  const path = "/trabajo/personas/sre/rol";
  const fields = { role: "observer", institutionId: "", stateId: "", revision: "7", _key: "k" };
  const sending = (more: Fields) =>
    changeRole.action(send(path, { ...fields, ...more }, administrator(), { id: "sre" }));
  const stale = told(await sending({}));
  expect(stale.status).toBe(409);
  expect(stale.data).toContain('"theirs":{"role":"delegate","institutionId":"sre"');
  expect(told(await sending({ personId: "inm" })).status).toBe(400);
});
