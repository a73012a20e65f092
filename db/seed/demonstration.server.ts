import { record } from "~/audit/record.server";
import { hasher } from "~/auth/password.server";
import { commissionDay } from "~/jobs/clock";
import type { Db } from "../client.server";
import { passwords, people, roleGrants, seatTerms, settings } from "../schema";
import { inTransaction } from "../transaction.server";
import { type CastMember, cast, DEMONSTRATION_PASSWORD } from "./cast";

const YEAR = 365 * 86_400_000;

/** When the demonstration's year begins: it ends on the day it is made. */
export const demonstrationBegins = (now: Date): Date => new Date(now.getTime() - YEAR);

async function enter(tx: Db, member: CastMember, hash: string, began: Date) {
  const { key: id, name, office, email, role, seat } = member;
  const reach = { institutionId: member.institutionId ?? null, stateId: member.stateId ?? null };
  await tx.insert(people).values({ id, name, office, email, createdAt: began, sample: true });
  await tx.insert(passwords).values({ personId: id, hash, changedAt: began });
  await tx.insert(roleGrants).values({ personId: id, role, ...reach, createdAt: began });
  const portal = { personId: null, now: began };
  await record(tx, portal, {
    kind: "accounts.invitation-accepted",
    subjectId: id,
    data: { name, role, ...reach },
  });
  if (!seat) return;
  const { id: seatId, capacity } = seat;
  const fromDay = commissionDay(began);
  const appointment = "Oficio de muestra";
  await tx.insert(seatTerms).values({ seatId, personId: id, capacity, fromDay, appointment, sample: true });
  const data = { personId: id, name, capacity, fromDay, appointment };
  await record(tx, portal, { kind: "directory.term-begun", subjectId: seatId, data });
}

/** Fills a founded database with people to try the portal with, whose year ends today, and marks it as a demonstration. */
export async function demonstrate(db: Db, now: Date): Promise<void> {
  const hash = await hasher.hash(DEMONSTRATION_PASSWORD);
  const began = demonstrationBegins(now);
  await inTransaction(db, async (tx) => {
    for (const member of cast) await enter(tx, member, hash, began);
    const source = { sourceEs: "Marca del portal", sourceEn: "Mark of the portal", ours: true };
    await tx.insert(settings).values({ key: "demonstration", value: "true", ...source });
  });
}
