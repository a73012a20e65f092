/** How often something was tried since when, and until when it must wait. */
export interface Tries {
  count: number;
  since: Date;
  waitUntil: Date | null;
}

const MINUTE = 60_000;

/*
 * Our limits (security C22, C47). Of an account: five failures are free, then each waits twice as long, to fifteen
 * minutes; never for good, so that a stranger cannot lock anyone out. Of an address: so many in ten minutes.
 */
export const limits = {
  accountFailures: 5,
  accountFirstWait: 30_000,
  accountLongestWait: 15 * MINUTE,
  addressFailures: 20,
  addressWindow: 10 * MINUTE,
  forget: 60 * MINUTE,
} as const;

const fresh = (now: Date): Tries => ({ count: 0, since: now, waitUntil: null });

/** Seconds still to wait, or 0. */
export const secondsToWait = (tries: Tries | undefined, now: Date): number =>
  Math.max(0, Math.ceil(((tries?.waitUntil?.getTime() ?? 0) - now.getTime()) / 1000));

/** What an account's tries become after one more failure. An hour without any forgets them. */
export function afterAccountFailure(tries: Tries | undefined, now: Date): Tries {
  const stale =
    tries && now.getTime() - tries.since.getTime() > limits.forget && secondsToWait(tries, now) === 0;
  const before = !tries || stale ? fresh(now) : tries;
  const count = before.count + 1;
  const over = count - limits.accountFailures;
  const wait =
    over < 0 ? 0 : Math.min(limits.accountFirstWait * 2 ** Math.min(over, 20), limits.accountLongestWait);
  return { count, since: before.since, waitUntil: wait ? new Date(now.getTime() + wait) : null };
}

/** What an address's tries become after one more; when the window is full it waits for the window's end. */
export function afterAddressTry(
  tries: Tries | undefined,
  now: Date,
  most: number = limits.addressFailures,
): Tries {
  const over = !tries || now.getTime() - tries.since.getTime() >= limits.addressWindow;
  const before = over ? fresh(now) : tries;
  const count = before.count + 1;
  const end = new Date(before.since.getTime() + limits.addressWindow);
  return { count, since: before.since, waitUntil: count >= most ? end : null };
}
