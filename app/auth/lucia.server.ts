import { and, eq, gt, isNull, lt, ne } from "drizzle-orm";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import type { Db } from "~db/client.server";
import { authSessions, people, roleGrants } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import type { Role } from "~db/vocabulary";
import { isToken, newToken, tokenHash } from "./secrets.server";

/*
 * The only file that knows Lucia, and the one place where a sign-in becomes a session. Lucia v3 would store the
 * cookie's token itself, knows no absolute end and lets attributes overwrite the person: this wrapper gives it the
 * token's SHA-256, keeps the 12 hours and the epoch, and names every column.
 */
declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionFacts, PersonFacts>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: PersonFacts;
  }
}

interface SessionFacts {
  createdAt: Date;
  authEpoch: number;
  device: string;
}

interface PersonFacts {
  name: string;
  office: string;
  authEpoch: number;
  role: Role;
  institutionId: string | null;
  stateId: string | null;
}

const IDLE = new TimeSpan(60, "m");
const ABSOLUTE = new TimeSpan(12, "h");
/** An idle end is moved at most this often, so that reading pages seldom writes. */
const RENEWAL = new TimeSpan(1, "m");

const HASH = /^[0-9a-f]{64}$/;
const hashed = (id: string): string => {
  if (!HASH.test(id)) throw new Error("a session is stored under the SHA-256 of its token and nothing else");
  return id;
};

function adapterOver(db: Db): Adapter {
  const change = (work: (tx: Db) => Promise<unknown>) =>
    inTransaction(db, async (tx) => void (await work(tx)));
  return {
    async getSessionAndUser(id) {
      const [row] = await db
        .select({ session: authSessions, person: people, grant: roleGrants })
        .from(authSessions)
        .innerJoin(people, and(eq(people.id, authSessions.personId), isNull(people.disabledAt)))
        .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), isNull(roleGrants.endedAt)))
        .where(eq(authSessions.id, hashed(id)));
      if (!row) return [null, null];
      const { session, person, grant } = row;
      const user: DatabaseUser = {
        id: person.id,
        attributes: {
          name: person.name,
          office: person.office,
          authEpoch: person.authEpoch,
          role: grant.role,
          institutionId: grant.institutionId,
          stateId: grant.stateId,
        },
      };
      return [asLucias(session), user];
    },
    async getUserSessions(personId) {
      const rows = await db.select().from(authSessions).where(eq(authSessions.personId, personId)).limit(100);
      return rows.map(asLucias);
    },
    // Lucia reckons the end with the machine's clock; ours is reckoned from the moment of the request.
    setSession: ({ id, userId, attributes }) =>
      change((tx) =>
        tx.insert(authSessions).values({
          id: hashed(id),
          personId: userId,
          createdAt: attributes.createdAt,
          expiresAt: new Date(attributes.createdAt.getTime() + IDLE.milliseconds()),
          authEpoch: attributes.authEpoch,
          device: attributes.device,
        }),
      ),
    updateSessionExpiration: (id, expiresAt) =>
      change((tx) =>
        tx
          .update(authSessions)
          .set({ expiresAt })
          .where(eq(authSessions.id, hashed(id))),
      ),
    deleteSession: (id) => change((tx) => tx.delete(authSessions).where(eq(authSessions.id, hashed(id)))),
    deleteUserSessions: (personId) =>
      change((tx) => tx.delete(authSessions).where(eq(authSessions.personId, personId))),
    deleteExpiredSessions: () =>
      Promise.reject(new Error("sessions are swept by their own command, with its clock")),
  };
}

const asLucias = (row: typeof authSessions.$inferSelect): DatabaseSession => ({
  id: row.id,
  userId: row.personId,
  expiresAt: row.expiresAt,
  attributes: { createdAt: row.createdAt, authEpoch: row.authEpoch, device: row.device },
});

const luciaOver = (db: Db) =>
  new Lucia<SessionFacts, PersonFacts>(adapterOver(db), {
    sessionExpiresIn: IDLE,
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });

const built = new WeakMap<Db, ReturnType<typeof luciaOver>>();
function lucia(db: Db) {
  const found = built.get(db) ?? luciaOver(db);
  built.set(db, found);
  return found;
}

/** Begins a session in the given transaction. Answers the token for the cookie, which is kept nowhere. */
export async function beginSession(tx: Db, personId: string, facts: SessionFacts): Promise<string> {
  const token = newToken();
  await lucia(tx).createSession(personId, facts, { sessionId: tokenHash(token) });
  return token;
}

/** A session that holds: who is in it, and until when. */
export interface OpenSession {
  sessionId: string;
  personId: string;
  person: PersonFacts;
}

/**
 * The session behind a cookie's token, or null: unknown, idle for an hour, older than twelve, begun before the
 * person's sessions were ended, or of a person disabled. Use moves its idle end on.
 */
export async function readSession(db: Db, token: string, now: Date): Promise<OpenSession | null> {
  if (!isToken(token)) return null;
  const id = tokenHash(token);
  const { session, user } = await lucia(db).validateSession(id);
  if (!session) return null;
  const tooOld = now.getTime() - session.createdAt.getTime() >= ABSOLUTE.milliseconds();
  const idle = session.expiresAt.getTime() <= now.getTime();
  if (tooOld || idle || session.authEpoch !== user.authEpoch) {
    await lucia(db).invalidateSession(id);
    return null;
  }
  const idleEnd = now.getTime() + IDLE.milliseconds();
  if (idleEnd - session.expiresAt.getTime() >= RENEWAL.milliseconds()) {
    await inTransaction(db, async (tx) => {
      await tx
        .update(authSessions)
        .set({ expiresAt: new Date(idleEnd) })
        .where(eq(authSessions.id, id));
    });
  }
  const { id: personId, ...person } = user;
  return { sessionId: id, personId, person };
}

/** Ends one session of this person. Another person's is not found. */
export async function endSession(tx: Db, personId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .delete(authSessions)
    .where(and(eq(authSessions.id, sessionId), eq(authSessions.personId, personId)))
    .returning({ id: authSessions.id });
  return ended.length > 0;
}

/** Ends every session of a person, except perhaps the one in which they act. */
export async function endSessions(tx: Db, personId: string, except?: string): Promise<void> {
  const theirs = eq(authSessions.personId, personId);
  await tx.delete(authSessions).where(except ? and(theirs, ne(authSessions.id, except)) : theirs);
}

/** A person's sessions that still hold, newest first. */
export const openSessions = (db: Db, personId: string, now: Date) =>
  db
    .select({ id: authSessions.id, createdAt: authSessions.createdAt, device: authSessions.device })
    .from(authSessions)
    .where(and(eq(authSessions.personId, personId), gt(authSessions.expiresAt, now)))
    .orderBy(authSessions.createdAt)
    .limit(50);

/** Removes sessions whose end has passed. */
export const sweepSessions = (db: Db, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.delete(authSessions).where(lt(authSessions.expiresAt, now));
  });
