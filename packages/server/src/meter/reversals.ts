import type { NewId } from "../clock.ts";
import { and, eq, inArray, isNull } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { ChainEnd } from "./block.ts";
import { addToCounters } from "./counters.ts";
import { storeEvents } from "./record.ts";
import type { UsageEvent } from "./usage-event.ts";
import { type Counter, countedIn } from "./windows.ts";

/** Why an event is taken back, as the reversal's outcome says it. */
export type Taking = { outcome: "interrupted" | "corrected"; reason: string; requestId?: string };
type EventRow = Db["t"]["usageEvents"]["$inferSelect"];

/** Those of the events that exist and have not been taken back. */
export async function findReversible(tx: Db, ids: readonly string[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const { usageEvents } = tx.t;
  const found = await tx
    .select()
    .from(usageEvents)
    .where(and(inArray(usageEvents.id, [...ids]), isNull(usageEvents.corrects)));
  const reversals = await tx
    .select({ corrects: usageEvents.corrects })
    .from(usageEvents)
    .where(inArray(usageEvents.corrects, [...ids]));
  const reversed = new Set(reversals.map(({ corrects }) => corrects));
  return found.filter(({ id }) => !reversed.has(id));
}

/**
 * Takes events back by new entries that are their negatives: nothing is edited. Units go back to the counters they came from,
 * a retry of the call is a new one, and parts it paid for are to be paid again.
 */
export async function reverseEvents(
  tx: Db,
  end: ChainEnd,
  rows: readonly EventRow[],
  taking: Taking,
  newId: NewId,
): Promise<UsageEvent[]> {
  const reversals = rows.map((row) => reversalOf(row, taking, newId("use"), end.atMs));
  await addToCounters(tx, givenBack(rows));
  await storeEvents(tx, end, reversals);
  const { recentCalls, sharedParts } = tx.t;
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.delete(recentCalls).where(inArray(recentCalls.eventId, ids));
    await tx.delete(sharedParts).where(inArray(sharedParts.eventId, ids));
  }
  return reversals;
}

/** Of the original's day, hour and segment, so that each of them adds up to what was really had. */
function reversalOf(row: EventRow, { outcome, reason, requestId }: Taking, id: string, atMs: number): UsageEvent {
  return {
    ...row,
    id,
    outcome,
    rows: 0 - row.rows,
    bytes: 0 - row.bytes,
    units: 0 - row.units,
    amountMillis: 0 - row.amountMillis,
    requestId: requestId ?? row.requestId,
    asked: "",
    limits: "",
    corrects: row.id,
    reason,
    at: atMs,
  };
}

function givenBack(rows: readonly EventRow[]): Counter[] {
  const sums = new Map<string, Counter>();
  for (const row of rows)
    for (const { counter, measure } of countedIn(row)) {
      const key = `${counter.owner} ${counter.window} ${counter.start}`;
      const sum = sums.get(key) ?? { ...counter, used: 0, held: 0 };
      sum.used -= measure === "money" ? row.amountMillis : row.units;
      sums.set(key, sum);
    }
  return [...sums.values()].filter(({ used }) => used < 0);
}

/** The event that takes this one back, if there is one. */
export async function findReversal(db: Db, id: string): Promise<EventRow | undefined> {
  const { usageEvents } = db.t;
  const [row] = await db.select().from(usageEvents).where(eq(usageEvents.corrects, id)).limit(1);
  return row;
}

export async function isReversedTwice(tx: Db, id: string): Promise<boolean> {
  const { usageEvents } = tx.t;
  return (await tx.$count(usageEvents, eq(usageEvents.corrects, id))) > 1;
}
