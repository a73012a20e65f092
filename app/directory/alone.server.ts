import { lockChain } from "~db/chain.server";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

/**
 * Runs a command of the directory with no other one beside it. Its rules weigh several rows (one titular a seat, no
 * circle of absorptions), which no single row's revision guards. Every command takes this lock at its end, to record;
 * taking it first costs nothing, and two commands never wait for each other.
 */
export const alone = <Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> =>
  inTransaction(db, async (tx) => {
    await lockChain(tx);
    return work(tx);
  });
