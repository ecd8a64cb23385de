import { and, asc, eq, or, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type Counter, type CounterId, type Counts, counterKey } from "./windows.ts";

/** Counters by `counterKey`; one that nobody counted in yet is missing. */
export async function readCounters(db: Db, ids: readonly CounterId[]): Promise<Map<string, Counts>> {
  return byKey(ids.length === 0 ? [] : await selectCounters(db, ids));
}

/** Holds the counters until the transaction ends. Everybody locks them in order of their keys, so that nobody waits in a circle. */
export async function lockCounters(tx: Db, ids: readonly CounterId[]): Promise<Map<string, Counts>> {
  const { counters } = tx.t;
  if (ids.length === 0) return new Map();
  // A row that is not there cannot be locked.
  await tx
    .insert(counters)
    .values(inOrder(ids.map(({ owner, window, start }) => ({ owner, window, start, used: 0, held: 0 }))))
    .onConflictDoNothing();
  return byKey(await tx.lock(selectCounters(tx, ids)));
}

/** Adds to what is used and held; less than nothing takes away. */
export async function addToCounters(tx: Db, changes: readonly Counter[]): Promise<void> {
  const { counters } = tx.t;
  if (changes.length === 0) return;
  await tx
    .insert(counters)
    .values(inOrder(changes))
    .onConflictDoUpdate({
      target: [counters.owner, counters.window, counters.start],
      set: { used: sql`${counters.used} + excluded.used`, held: sql`${counters.held} + excluded.held` },
    });
}

function selectCounters(db: Db, ids: readonly CounterId[]) {
  const { counters } = db.t;
  const isOneOf = ids.map(({ owner, window, start }) =>
    and(eq(counters.owner, owner), eq(counters.window, window), eq(counters.start, start)),
  );
  return db
    .select()
    .from(counters)
    .where(or(...isOneOf))
    .orderBy(asc(counters.owner), asc(counters.window), asc(counters.start));
}

type Row = { owner: string; window: string; start: string };

function byKey(rows: readonly (Row & Counts)[]): Map<string, Counts> {
  return new Map(rows.map((row) => [counterKey(row as Counter), row])); // windows are written from "day" and "month" only
}

function inOrder<T extends CounterId>(ids: readonly T[]): T[] {
  return ids.toSorted((a, b) => compare(a.owner, b.owner) || compare(a.window, b.window) || compare(a.start, b.start));
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
