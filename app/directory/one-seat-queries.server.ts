import { desc, eq } from "drizzle-orm";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { bodies, seatHoldings, seats, seatTerms } from "~db/schema";
import { named } from "./names";
import { holders, institutionNames, seatRows, withPeople } from "./seat-queries.server";

const LISTED = 200;

/** One seat on a day, with its body and all it has been: holdings and terms, newest first. Undefined if there is none. */
export async function findSeat(db: Db, id: string, day: string) {
  const [line] = await withPeople(db, await seatRows(db, eq(seats.id, id)), day);
  if (!line) return undefined;
  const [facts] = await db
    .select({ body: bodies, sources: seats.sources })
    .from(seats)
    .innerJoin(bodies, eq(bodies.id, seats.bodyId))
    .where(eq(seats.id, id));
  if (!facts) return undefined;
  const held = await db
    .select()
    .from(seatHoldings)
    .where(eq(seatHoldings.seatId, id))
    .orderBy(desc(seatHoldings.fromDay))
    .limit(LISTED);
  const names = await institutionNames(
    db,
    held.flatMap(({ institutionId, throughId }) => [institutionId, throughId]),
  );
  const holdings = held
    .map(({ institutionId, throughId, ...holding }) => ({
      ...holding,
      institution: names.get(institutionId) ?? null,
      institutionId,
      throughId,
      through: names.get(throughId ?? "") ?? null,
    }))
    .sort((a, b) => (b.fromDay ?? "").localeCompare(a.fromDay ?? ""));
  const terms = await holders(db)
    .where(eq(seatTerms.seatId, id))
    .orderBy(desc(seatTerms.fromDay))
    .limit(LISTED);
  return { ...line, body: named(facts.body), sources: facts.sources, holdings, terms };
}

/** What a form about a seat needs, or a refusal: there is no such seat. */
export async function seatForForm(db: Db, id: string | undefined, now: Date) {
  const seat = await findSeat(db, id ?? "", commissionDay(now));
  if (!seat) throw new Refusal("missing", "refusal_missing");
  const { body, position, revision, vote, institution, through, titular, terms } = seat;
  return { id: seat.id, body, position, revision, vote, institution, through, titular, terms };
}
