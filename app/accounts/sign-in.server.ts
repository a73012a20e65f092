import { and, eq, isNull } from "drizzle-orm";
import { record } from "~/audit/record.server";
import { beginSession } from "~/auth/lucia.server";
import { passwordFits } from "~/auth/password.server";
import { newToken, tokenHash } from "~/auth/secrets.server";
import { afterAccountFailure, afterAddressTry } from "~/auth/throttle";
import { countTry, forgetTries, refuseWhileWaiting, throttleKey } from "~/auth/throttle.server";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { knownDevices, people } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { findSigner } from "./queries.server";

/** From where and with what someone signs in. */
export interface Doorstep {
  now: Date;
  address: string;
  device: string;
  /** The token of a browser's mark, if it has one. */
  deviceToken: string | null;
}

/** The tokens of the cookies to set: the session's, and the browser's mark. */
export interface SignedIn {
  personId: string;
  token: string;
  deviceToken: string;
}

const isKnown = async (
  db: Db,
  personId: string | undefined,
  deviceToken: string | null,
): Promise<boolean> => {
  if (!personId || !deviceToken) return false;
  const mark = and(eq(knownDevices.id, tokenHash(deviceToken)), eq(knownDevices.personId, personId));
  const [found] = await db.select({ id: knownDevices.id }).from(knownDevices).where(mark);
  return found !== undefined;
};

/** Begins a session for a person who has just proved who they are: the one way in, for every kind of proof. */
export async function admit(tx: Db, personId: string, doorstep: Doorstep): Promise<SignedIn> {
  const { now, device } = doorstep;
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  if (!person) throw new Refusal("invalid", "accounts_signInFailed");
  const known = await isKnown(tx, personId, doorstep.deviceToken);
  const deviceToken = known && doorstep.deviceToken ? doorstep.deviceToken : newToken();
  if (!known) await tx.insert(knownDevices).values({ id: tokenHash(deviceToken), personId, createdAt: now });
  const token = await beginSession(tx, personId, { createdAt: now, authEpoch: person.authEpoch, device });
  await record(
    tx,
    { personId, now },
    { kind: "accounts.signed-in", subjectId: personId, data: { newDevice: !known } },
  );
  return { personId, token, deviceToken };
}

/**
 * Signs in by e-mail and password. An unknown address, a wrong password and a disabled person get the same answer
 * after the same work. Refuses while the network address or the account must wait; a browser in which this person
 * has signed in before does not wait for the account, so that strangers cannot lock anyone out.
 */
export async function signIn(
  db: Db,
  { email, password }: { email: string; password: string },
  doorstep: Doorstep,
) {
  const { now } = doorstep;
  const address = throttleKey("address", doorstep.address);
  const account = throttleKey("account", email);
  const signer = await findSigner(db, email);
  const known = await isKnown(db, signer?.id, doorstep.deviceToken);
  await refuseWhileWaiting(db, known ? [address] : [address, account], now);
  const fits = await passwordFits(signer?.hash, password);
  if (!signer || !fits || signer.disabledAt) {
    await countTry(db, address, (tries) => afterAddressTry(tries, now));
    await countTry(db, account, (tries) => afterAccountFailure(tries, now));
    throw new Refusal("invalid", "accounts_signInFailed");
  }
  const signedIn = await inTransaction(db, (tx) => admit(tx, signer.id, doorstep));
  await forgetTries(db, account);
  return signedIn;
}
