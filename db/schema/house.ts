import { createdAt, id, index, instant, json, primaryKey, table, text, whole } from "./columns";

/** Everything that happened, in order. A hash chain: appended to, and a trigger refuses all else. */
export const events = table(
  "events",
  {
    seq: whole("seq").primaryKey(),
    at: instant("at").notNull(),
    /** Null: the portal itself. */
    actorId: text("actor_id"),
    kind: text("kind").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    data: json<Record<string, unknown>>("data").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull().unique(),
  },
  (t) => [
    index("events_by_subject").on(t.subjectType, t.subjectId, t.seq),
    index("events_by_actor").on(t.actorId, t.seq),
  ],
);

/** Letters to send. Written in the transaction that causes them; the text is erased once sent. */
export const outbox = table(
  "outbox",
  {
    id: id(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: createdAt(),
    attempts: whole("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
  },
  (t) => [index("outbox_due").on(t.sentAt, t.failedAt, t.nextAttemptAt)],
);

/** Forms that were sent with a key, and the answer given: sent again, they get the same answer and do nothing. */
export const submissions = table(
  "submissions",
  {
    /** The person's id, or `anyone` before sign-in. */
    senderId: text("sender_id").notNull(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    location: text("location").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.senderId, t.key] }), index("submissions_by_age").on(t.createdAt)],
);
