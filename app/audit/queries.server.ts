import { and, desc, eq, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import { locale, m } from "~/i18n";
import { formatInstant } from "~/ui/time";
import type { Db } from "~db/client.server";
import { events, people } from "~db/schema";
import { GENESIS } from "./chain";
import type { EventData, EventKind, SubjectType } from "./events";
import { namesIn, type Subject } from "./names.server";
import { sentenceOf } from "./sentences";

/** An entry of the record as a page tells it. */
export interface Told {
  seq: number;
  at: string;
  atText: string;
  by: string;
  text: string;
  quote?: string;
  subject: Subject;
}

/** One thing of the portal. */
export interface Thing {
  type: SubjectType;
  id: string;
}

const PAGE = 50;
/** How far back a look over all things goes, so that it never reads the whole record. */
const RECENT = 5000;

async function entries(db: Db, where: SQL | undefined, limit: number): Promise<Told[]> {
  const rows = await db
    .select({ event: events, by: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(where)
    .orderBy(desc(events.seq))
    .limit(Math.min(limit, PAGE));
  const { names, subjectOf } = await namesIn(
    db,
    rows.map(({ event }) => event),
  );
  return rows.map(({ event, by }) => {
    const at = event.at.toISOString();
    return {
      seq: event.seq,
      at,
      atText: formatInstant(at, locale()),
      by: by ?? m.audit_portal(),
      ...sentenceOf(event.kind as EventKind, event.data as EventData<EventKind>, names),
      subject: subjectOf(event),
    };
  });
}

const about = ({ type, id }: Thing) => and(eq(events.subjectType, type), eq(events.subjectId, id));

/** What happened to one thing, newest first; at most 50. */
export const timelineOf = (db: Db, type: SubjectType, id: string, limit = 20): Promise<Told[]> =>
  entries(db, about({ type, id }), limit);

/** What happened to any of some things, newest first; at most 50. Of no things, nothing. */
export const timelineOfAll = async (db: Db, things: Thing[], limit = 10): Promise<Told[]> =>
  things.length === 0 ? [] : entries(db, or(...things.map(about)), limit);

/** The last entry's number and hash: whoever keeps them can tell later whether the record was rewritten. */
export async function head(db: Db): Promise<{ seq: number; hash: string }> {
  const [last] = await db
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  return last ?? { seq: 0, hash: GENESIS };
}

/** The newest happenings to these kinds of things, among the last 5000 of the record. */
export async function recentOf(db: Db, types: SubjectType[], limit = 10): Promise<Told[]> {
  const { seq } = await head(db);
  return entries(db, and(gt(events.seq, seq - RECENT), inArray(events.subjectType, types)), limit);
}

/** A page of the record, newest first, from before `before` if given; `older` is where the next page begins, or null. */
export async function recent(db: Db, before: number | null, limit = PAGE) {
  const told = await entries(db, before === null ? undefined : lt(events.seq, before), limit);
  const last = told.at(-1);
  return { told, older: last && last.seq > 1 ? last.seq : null };
}
