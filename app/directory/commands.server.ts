import { and, eq, isNull, sql } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { authorize } from "~/auth/authorize.server";
import type { Actor } from "~/auth/permissions";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { institutions, people, seatHoldings, seats, seatTerms } from "~db/schema";
import { alone } from "./alone.server";
import type { NewTerm, SeatHolding, SeatVote, TermEnd, VoteChoice } from "./forms";
import { refuseWhile } from "./issues";
import { named } from "./names";
import { passingIssues } from "./succession";
import { beginIssues, dayBefore, endIssues, formerTitular } from "./terms";
import { voteWord } from "./words";

const missing = () => new Refusal("missing", "refusal_missing");
const stale = (theirs: Record<string, string>, revision: number) =>
  new Refusal("stale", "refusal_stale", { theirs, revision });

async function seatOf(tx: Db, id: string) {
  const [seat] = await tx.select().from(seats).where(eq(seats.id, id));
  if (!seat) throw missing();
  return seat;
}

async function institutionOf(tx: Db, id: string, field: string) {
  const [institution] = await tx.select().from(institutions).where(eq(institutions.id, id));
  if (!institution) throw new Refusal("invalid", "directory_noSuchInstitution", { field });
  return institution;
}

const termsOf = (tx: Db, seatId: string) => tx.select().from(seatTerms).where(eq(seatTerms.seatId, seatId));

async function openHolding(tx: Db, seatId: string) {
  const [open] = await tx
    .select()
    .from(seatHoldings)
    .where(and(eq(seatHoldings.seatId, seatId), isNull(seatHoldings.untilDay)));
  return open;
}

const voteOf: Record<VoteChoice, boolean | null> = { votes: true, "voice-only": false, unconfirmed: null };

/** The secretary says whether a seat votes, and why; or takes back what was said. Refuses what is so already. */
export function setSeatVote(db: Db, actor: Actor, id: string, { vote: choice, reason, revision }: SeatVote) {
  return alone(db, async (tx) => {
    const seat = await seatOf(tx, id);
    authorize(actor, "directory.keep");
    const vote = voteOf[choice];
    if (seat.revision !== revision) throw stale({ vote: voteWord(seat.vote) }, seat.revision);
    if (seat.vote === vote) throw new Refusal("invalid", "directory_voteSame", { field: "vote" });
    await tx
      .update(seats)
      .set({ vote, revision: revision + 1 })
      .where(eq(seats.id, id));
    await record(tx, actor, { kind: "directory.seat-vote-set", subjectId: id, data: { vote, reason } });
  });
}

/**
 * A seat passes to an institution, through one of its units if it says so, from a day that has come. The holding that
 * stood ends the day before. The people on the seat stay until somebody says otherwise.
 */
export function passSeat(db: Db, actor: Actor, id: string, passing: SeatHolding) {
  const { institutionId, throughId = null, fromDay, source, revision } = passing;
  return alone(db, async (tx) => {
    const seat = await seatOf(tx, id);
    const open = await openHolding(tx, id);
    authorize(actor, "directory.keep");
    if (seat.revision !== revision) {
      const present = open && (await institutionOf(tx, open.institutionId, "institutionId"));
      throw stale({ institutionId: present ? named(present).name : "" }, seat.revision);
    }
    const institution = await institutionOf(tx, institutionId, "institutionId");
    const unit = throughId ? await institutionOf(tx, throughId, "throughId") : null;
    const openFrom = open?.fromDay ?? null;
    refuseWhile(passingIssues({ institution, unit, fromDay, openFrom, today: commissionDay(actor.now) }));
    if (open?.institutionId === institutionId && open.throughId === throughId) {
      throw new Refusal("invalid", "directory_holdsAlready", { field: "institutionId" });
    }
    await handOver(tx, actor, id, { open, institutionId, throughId, fromDay, source });
  });
}

interface Handing {
  open: { id: string } | undefined;
  institutionId: string;
  throughId: string | null;
  fromDay: string;
  source: string;
}

/** Closes a seat's open holding and opens the next, recorded on the seat. For commands that have asked the rules. */
export async function handOver(tx: Db, actor: Actor, seatId: string, { open, ...next }: Handing) {
  await tx
    .update(seats)
    .set({ revision: sql`${seats.revision} + 1` })
    .where(eq(seats.id, seatId));
  if (open) {
    const ended = { untilDay: dayBefore(next.fromDay) };
    await tx.update(seatHoldings).set(ended).where(eq(seatHoldings.id, open.id));
  }
  await tx.insert(seatHoldings).values({ seatId, ...next });
  await record(tx, actor, { kind: "directory.seat-passed", subjectId: seatId, data: next });
}

/**
 * Puts a person on record who holds a seat and has no account. The table is of `accounts`, which rests upon this room
 * and so cannot be called from it: people without an address are written here, everybody else there.
 */
async function registerHolder(tx: Db, actor: Actor, { name, office }: { name: string; office: string }) {
  const [person] = await tx.insert(people).values({ name, office, createdAt: actor.now }).returning();
  if (!person) throw missing();
  return person;
}

async function holderOf(tx: Db, actor: Actor, { personId, name = "", office = "" }: NewTerm) {
  if (!personId) return registerHolder(tx, actor, { name, office });
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  if (!person) throw new Refusal("invalid", "directory_noSuchPerson", { field: "personId" });
  return person;
}

/**
 * A person begins on a seat as titular or alternate, by an appointment. Refuses a second titular at a time, unless the
 * form says that the former one ends the day before; and a person who is on that seat already.
 */
export function beginTerm(db: Db, actor: Actor, seatId: string, form: NewTerm) {
  const { capacity, fromDay, untilDay = null, appointment } = form;
  return alone(db, async (tx) => {
    const seat = await seatOf(tx, seatId);
    authorize(actor, "directory.keep");
    const person = await holderOf(tx, actor, form);
    const terms = await termsOf(tx, seat.id);
    const next = { personId: person.id, capacity, fromDay, untilDay };
    refuseWhile(beginIssues(terms, next, form.endFormer === "on"));
    const former = form.endFormer === "on" ? formerTitular(terms, next) : undefined;
    if (former) await closeTerm(tx, actor, former, dayBefore(fromDay));
    await tx.insert(seatTerms).values({ seatId, ...next, appointment });
    const data = { personId: person.id, name: person.name, capacity, fromDay, appointment };
    await record(tx, actor, { kind: "directory.term-begun", subjectId: seatId, data });
  });
}

type TermRow = typeof seatTerms.$inferSelect;

async function closeTerm(tx: Db, actor: Actor, term: TermRow, untilDay: string) {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, term.personId));
  await tx
    .update(seatTerms)
    .set({ untilDay, revision: term.revision + 1 })
    .where(eq(seatTerms.id, term.id));
  const data = { name: person?.name ?? "", capacity: term.capacity, untilDay };
  await record(tx, actor, { kind: "directory.term-ended", subjectId: term.seatId, data });
}

/** A term ends on a day, which may lie ahead. A term that is over stays as it is; a foreseen end only comes sooner. */
export function endTerm(
  db: Db,
  actor: Actor,
  seatId: string,
  termId: string,
  { untilDay, revision }: TermEnd,
) {
  return alone(db, async (tx) => {
    const term = (await termsOf(tx, seatId)).find(({ id }) => id === termId);
    if (!term) throw missing();
    authorize(actor, "directory.keep");
    if (term.revision !== revision) throw stale({ untilDay: term.untilDay ?? "" }, term.revision);
    refuseWhile(endIssues(term, untilDay, commissionDay(actor.now)));
    await closeTerm(tx, actor, term, untilDay);
  });
}
