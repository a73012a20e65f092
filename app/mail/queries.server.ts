import { desc } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { outbox } from "~db/schema";

const SHOWN = 50;

/** The newest letters, with their text while they have not left: what a demonstration without SMTP shows. */
export const newestLetters = (db: Db) =>
  db
    .select({
      id: outbox.id,
      recipient: outbox.recipient,
      subject: outbox.subject,
      body: outbox.body,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      failedAt: outbox.failedAt,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .orderBy(desc(outbox.createdAt))
    .limit(SHOWN);
