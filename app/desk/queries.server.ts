import { and, count, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import { recentOf, type Thing, type Told, timelineOfAll } from "~/audit/queries.server";
import { type Actor, can } from "~/auth/permissions";
import { named } from "~/directory/names";
import { listBodies } from "~/directory/queries.server";
import { type SeatLine, seatsOfInstitution } from "~/directory/seat-queries.server";
import { findState, listStates } from "~/directory/state-queries.server";
import { commissionDay } from "~/jobs/clock";
import type { Db } from "~db/client.server";
import { institutions, invitations, outbox, seatHoldings, states } from "~db/schema";
import type { Facts } from "./attention";

/** What a person stands for: an institution, a state, or neither. */
export interface Stands {
  institution: { id: string; name: string } | null;
  state: { id: string; slug: string; name: string } | null;
}

/** For whom a person acts, by name in the language of the request. */
export async function standsFor(db: Db, { institutionId, stateId }: Actor): Promise<Stands> {
  const [institution] = institutionId
    ? await db.select().from(institutions).where(eq(institutions.id, institutionId))
    : [];
  const [state] = stateId
    ? await db
        .select({ id: states.id, slug: states.slug, name: states.name })
        .from(states)
        .where(eq(states.id, stateId))
    : [];
  return { institution: institution ? named(institution) : null, state: state ?? null };
}

/** Seats that are held by an institution which was absorbed: they go on, and somebody should say with whom. */
async function seatsOfTheGone(db: Db): Promise<number> {
  const [row] = await db
    .select({ seats: count() })
    .from(seatHoldings)
    .innerJoin(institutions, eq(institutions.id, seatHoldings.institutionId))
    .where(and(isNull(seatHoldings.untilDay), isNotNull(institutions.absorbedById)));
  return row?.seats ?? 0;
}

async function directoryFacts(db: Db, today: string): Promise<Facts["directory"]> {
  const bodies = await listBodies(db, today);
  const all = await listStates(db);
  return {
    vacant: bodies.reduce((sum, { vacant }) => sum + vacant, 0),
    unconfirmed: bodies.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
    unreported: all.filter(({ secretariat, phase }) => secretariat === "unknown" || phase === "unknown")
      .length,
    heldByGone: await seatsOfTheGone(db),
  };
}

async function accountsFacts(db: Db, now: Date): Promise<Facts["accounts"]> {
  const open = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt));
  return {
    openInvitations: Number(await db.$count(invitations, and(open, gt(invitations.expiresAt, now)))),
    overInvitations: Number(await db.$count(invitations, and(open, lte(invitations.expiresAt, now)))),
    failedLetters: Number(await db.$count(outbox, isNotNull(outbox.failedAt))),
  };
}

const institutionFacts = (seats: SeatLine[]): Facts["institution"] => ({
  vacant: seats.filter(({ titular }) => titular === null).length,
  withoutAlternate: seats.filter(({ alternates }) => alternates.length === 0).length,
});

/** What the desk knows of the work before a person; only what their role may do something about is read. */
export async function factsFor(db: Db, actor: Actor, { state }: Stands, seats: SeatLine[]): Promise<Facts> {
  const own = state ? (await listStates(db)).find(({ id }) => id === state.id) : undefined;
  return {
    directory: can(actor, "directory.keep") ? await directoryFacts(db, commissionDay(actor.now)) : undefined,
    state: own && { secretariat: own.secretariat, phase: own.phase },
    institution: actor.institutionId ? institutionFacts(seats) : undefined,
    accounts: can(actor, "accounts.manage") ? await accountsFacts(db, actor.now) : undefined,
  };
}

/** The seats of the institution that a person represents, today. */
export const ownSeats = async (db: Db, { institutionId, now }: Actor): Promise<SeatLine[]> =>
  institutionId ? seatsOfInstitution(db, institutionId, commissionDay(now)) : [];

async function ownThings(db: Db, { institution, state }: Stands, seats: SeatLine[]): Promise<Thing[]> {
  const things: Thing[] = seats.map(({ id }) => ({ type: "seat", id }));
  if (institution) things.push({ type: "institution", id: institution.id });
  const whole = state ? await findState(db, state.slug) : undefined;
  if (!whole) return things;
  return [
    ...things,
    { type: "state", id: whole.id },
    ...whole.bodies.map(({ id }): Thing => ({ type: "body", id })),
    ...whole.institutions.map(({ id }): Thing => ({ type: "institution", id })),
  ];
}

/**
 * The ten newest happenings that touch a person's institution or state. Who stands for neither sees the directory's;
 * who keeps the accounts, those of people too.
 */
export async function recentFor(db: Db, actor: Actor, stands: Stands, seats: SeatLine[]): Promise<Told[]> {
  if (stands.institution || stands.state) return timelineOfAll(db, await ownThings(db, stands, seats));
  const directory = ["seat", "institution", "state", "body"] as const;
  return recentOf(
    db,
    can(actor, "accounts.manage") ? [...directory, "person", "invitation"] : [...directory],
  );
}
