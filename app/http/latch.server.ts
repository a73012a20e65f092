import { AsyncLocalStorage } from "node:async_hooks";

/*
 * The latch: a loader or an action that answers without having asked the table of rules is a defect, and is answered
 * as one. Each runs with a latch of its own, so that a parent's question never covers its child.
 */
const latches = new AsyncLocalStorage<{ asked: boolean }>();

/** Says that the present loader or action has asked who may. Called by `authorize` and `openToAll` only. */
export function passLatch(): void {
  const latch = latches.getStore();
  if (latch) latch.asked = true;
}

/** Runs a loader or action; throws when it came to an answer without having asked. What it throws itself goes on. */
export async function behindLatch<Answer>(
  name: string,
  work: () => Promise<Answer> | Answer,
): Promise<Answer> {
  const latch = { asked: false };
  const answer = await latches.run(latch, async () => work());
  if (!latch.asked) throw new Error(`${name} answered without asking who may`);
  return answer;
}

/** For what everyone may see or send: public pages and signing in. A rule like any other. */
export const openToAll = (): void => passLatch();
