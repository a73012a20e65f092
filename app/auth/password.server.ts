import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "~/refusal";

/** Argon2id, 19 MiB and two passes (OWASP's floor), in the thread pool: about 30 ms that stop nobody else. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const QUEUE = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** Two hashes at a time, twenty waiting, and whoever comes after that is asked to come back: memory stays bounded. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE) {
      throw new Refusal("too-many", "refusal_tooMany", { params: { seconds: 5 }, retryAfterSeconds: 5 });
    }
    await new Promise<void>((next) => waiting.push(next));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, not left empty: whoever arrives in between would take it too.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The hasher, in one place so that a test can count its calls: one for a known person, one for an unknown one. */
export const hasher = {
  hash: (password: string) => inTurn(() => hash(password.normalize("NFC"), COST)),
  verify: (stored: string, password: string) => inTurn(() => verify(stored, password.normalize("NFC"))),
};

let decoy: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `stored`. Without a `stored` (nobody by that address) the same work is done
 * on a decoy, so that the time taken tells nothing.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", COST);
  const fits = await hasher.verify(stored ?? (await decoy), password);
  return fits && stored !== undefined;
}
