import { AsyncLocalStorage } from "node:async_hooks";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Tables } from "./tables.ts";

/** The statements both databases understand. Typed as Postgres, run on both. */
export type Db = Pick<
  PgDatabase<PgQueryResultHKT>,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "$count" | "$with" | "with"
> & {
  t: Tables;
  /** Holds the rows a query selects until the transaction ends. */
  lock<Q extends { for(strength: "update"): unknown }>(query: Q): Q;
};

export type Store = {
  dialect: "sqlite" | "postgres";
  /** The migrations that opening it applied. */
  applied: string[];
  /** Committed data, read-only: SQLite refuses a write here. */
  db: Db;
  transaction: Transaction;
  /** Many reads of one moment, however long they take and whatever is committed meanwhile. */
  snapshot: Transaction;
  /** Whether the database answers and can be written to. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type Transaction = <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

const inside = new AsyncLocalStorage<true>();

/** A nested transaction would wait for its own outer one for ever on SQLite, so both databases refuse it. */
export function flat(transaction: Transaction): Transaction {
  return async (work) => {
    if (inside.getStore()) throw new Error("A transaction is open: pass its tx down instead of opening another.");
    return transaction((tx) => inside.run(true, () => work(tx)));
  };
}
