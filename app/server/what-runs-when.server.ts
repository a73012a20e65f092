import { lt } from "drizzle-orm";
import { sweepSessions } from "~/auth/lucia.server";
import { sweepThrottles } from "~/auth/throttle.server";
import type { Job } from "~/jobs/schedule.server";
import { type Carrier, sendDue } from "~/mail/outbox.server";
import type { Db } from "~db/client.server";
import { submissions } from "~db/schema";
import { inTransaction } from "~db/transaction.server";

const DAY = 86_400_000;

/** Forms are remembered for a week: long enough for a page left open over a long weekend. */
const forgetSubmissions = (db: Db, now: Date) =>
  inTransaction(db, async (tx) => {
    await tx.delete(submissions).where(lt(submissions.createdAt, new Date(now.getTime() - 7 * DAY)));
  });

/** Everything the portal does by itself, and when. */
export const whatRunsWhen = (db: Db, carrier: Carrier | null): Job[] => [
  { name: "sweep-sessions", when: "17 * * * *", work: (now) => sweepSessions(db, now) },
  {
    name: "sweep-throttles",
    when: "27 * * * *",
    work: (now) => sweepThrottles(db, new Date(now.getTime() - DAY)),
  },
  { name: "forget-submissions", when: "37 4 * * *", work: (now) => forgetSubmissions(db, now) },
  ...(carrier
    ? [{ name: "send-letters", when: "* * * * *", work: (now: Date) => sendDue(db, carrier, now) }]
    : []),
];
