import { eq } from "drizzle-orm";
import { beginSession } from "~/auth/lucia.server";
import { newToken, tokenHash } from "~/auth/secrets.server";
import { urls } from "~/urls";
import { bodies, invitations, passwordResets, people, seatTerms } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import type { Role } from "~db/vocabulary";
import { actorOf } from "../support/cast";
import { freshDatabase, NOW } from "../support/database";
import type { Caller, Fill } from "./knocks";

const HOUR = 3_600_000;

/** One person a role. Chiapas is theirs whose role is held for a state. */
const ofRole: Record<Role, string> = {
  administrator: "administracion",
  secretary: "secretaria",
  delegate: "inm",
  "state-editor": "chiapas",
  "state-publisher": "chiapas-publica",
  observer: "observa",
};

/** Their sessions end by being used, which changes that table. */
export const whoseSessionsEnd = ["comar", "inm-suplente"];

/** A database in which every parameter of every address has something to stand for, and the sessions of every kind of caller. */
export async function matrixWorld() {
  const { db, url, close } = await freshDatabase();
  const session = (personId: string, createdAt = NOW) =>
    inTransaction(db, (tx) => beginSession(tx, personId, { createdAt, authEpoch: 1, device: "Firefox" }));
  const callers: Caller[] = [{ name: "nobody", actor: null }];
  const ownSession = new Map<string, string>();
  const add = async (name: string, personId: string, isIn: boolean, since = NOW) => {
    const token = await session(personId, since);
    ownSession.set(name, tokenHash(await session(personId, since)));
    callers.push({ name, actor: isIn ? actorOf(personId) : null, cookie: `session=${token}` });
  };
  for (const [role, personId] of Object.entries(ofRole)) await add(role, personId, true);
  await add("a session that is over", "comar", false, new Date(NOW.getTime() - 13 * HOUR));
  await add("a disabled person", "inm-suplente", false);
  const [invited, reset] = [newToken(), newToken()];
  const ends = { createdAt: NOW, expiresAt: new Date(NOW.getTime() + HOUR) };
  const someone = { email: "nueva@muestra.example", name: "Persona de muestra", office: "Enlace" };
  const made = await inTransaction(db, async (tx) => {
    await tx.update(people).set({ disabledAt: NOW }).where(eq(people.id, "inm-suplente"));
    const by = { role: "observer" as const, invitedById: "administracion" };
    const [invitation] = await tx
      .insert(invitations)
      .values({ tokenHash: tokenHash(invited), ...someone, ...by, ...ends })
      .returning({ id: invitations.id });
    await tx.insert(passwordResets).values({ tokenHash: tokenHash(reset), personId: "sre", ...ends });
    const [term] = await tx.select().from(seatTerms).where(eq(seatTerms.personId, "inm"));
    const [body] = await tx.select().from(bodies).limit(1);
    return { invitationId: invitation?.id ?? "", termId: term?.id ?? "", bodyId: body?.id ?? "" };
  });
  await close();

  const missing = (params: Record<string, string>): Fill => ({ params, subject: "missing" });
  const idOr = (id: string): Fill[] => [{ params: { id } }, missing({ id: "nowhere" })];
  const stateFills: Fill[] = [
    { params: { slug: "chiapas" }, subject: { stateId: "07" } },
    { params: { slug: "tabasco" }, subject: { stateId: "27" } },
    missing({ slug: "nowhere" }),
  ];
  const byPattern: [RegExp, Fill[]][] = [
    [/^\/invitacion/, [{ params: { token: invited } }, missing({ token: newToken() })]],
    [/^\/contrasena/, [{ params: { token: reset } }, missing({ token: newToken() })]],
    [
      /:termId/,
      [{ params: { id: "seat-inm", termId: made.termId } }, missing({ id: "seat-inm", termId: "no" })],
    ],
    [/asientos/, idOr("seat-inm")],
    [/organos/, idOr(made.bodyId)],
    [/instituciones\/:id/, idOr("inm")],
    [/:slug/, stateFills],
    [/invitaciones/, idOr(made.invitationId)],
    [/personas\/:id/, idOr("tabasco")],
  ];
  const fillsOf = (address: string, { name }: Caller): Fill[] => {
    const pattern = urls[address as keyof typeof urls];
    if (!pattern.includes(":")) return [{ params: {} }];
    if (pattern === urls.endOwnSession) {
      const foreign = ownSession.get(name === "observer" ? "delegate" : "observer") ?? "";
      return [{ params: { id: ownSession.get(name) ?? foreign } }, missing({ id: foreign })];
    }
    return byPattern.find(([part]) => part.test(pattern))?.[1] ?? [];
  };
  return { url, callers, fillsOf };
}
