import { desc } from "drizzle-orm";
import { commissionDay } from "~/jobs/clock";
import type { Db } from "~db/client.server";
import { events } from "~db/schema";
import { actorOf } from "../support/cast";
import { NOW } from "../support/database";

export const today = commissionDay(NOW);
export const secretary = actorOf("secretaria");

/** The day so many days from today. */
export function daysFromToday(days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** What a promise was refused with: its kind and message, or the failure itself. */
export const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (refusal: { kind?: string; key?: string }) => (refusal.key ? `${refusal.kind} ${refusal.key}` : refusal),
  );

/** The newest lines of the record, newest first. */
export const lastHappenings = (db: Db, many = 1) =>
  db
    .select({ kind: events.kind, actorId: events.actorId, subjectId: events.subjectId, data: events.data })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(many);
