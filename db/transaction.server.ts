import { AsyncLocalStorage } from "node:async_hooks";
import type { Connection, Db } from "./client.server";

const keepers = new WeakMap<Db, Connection>();
const afterwards = new WeakMap<Db, (() => void)[]>();
const inside = new AsyncLocalStorage<true>();

/** Registers an open connection, so that its `db` can begin transactions. */
export function keep(connection: Connection): Connection {
  keepers.set(connection.db, connection);
  return connection;
}

/**
 * Runs `work` in one durable transaction and answers what it answers; whatever it throws undoes everything.
 * Given a `tx`, joins it. Inside, await queries of `tx` and nothing else: no mail, no file, no hash.
 */
export async function inTransaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  if (afterwards.has(db)) return work(db);
  const keeper = keepers.get(db);
  if (!keeper) throw new Error("this transaction is over, or this database was never opened");
  if (inside.getStore())
    throw new Error("a transaction is open: hand its tx on, or this one waits for itself");

  let consequences: (() => void)[] = [];
  const result = await inside.run(true, () =>
    keeper.transact(async (tx) => {
      consequences = [];
      afterwards.set(tx, consequences);
      try {
        return await work(tx);
      } finally {
        afterwards.delete(tx);
      }
    }),
  );
  for (const consequence of consequences) inside.exit(consequence);
  return result;
}

/** Calls `consequence` once the transaction is on disk, and never if it is undone. */
export function afterCommit(tx: Db, consequence: () => void): void {
  const list = afterwards.get(tx);
  if (!list) throw new Error("afterCommit needs an open transaction");
  list.push(consequence);
}
