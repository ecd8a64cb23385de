import { asc, count, eq, inArray, max, min } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

/** Of so many partners that wait, those that have waited longest are looked at. */
const partnersMax = 100;

/**
 * The id of the queued export whose turn it is: of a partner that may have one more running, first of those with the fewest, then of
 * those whose last one was begun longest ago. However many a partner orders, another's first one waits for one of them at most.
 */
export async function nextTurn(db: Db, runningMax: number): Promise<string | undefined> {
  const { exports } = db.t;
  const waiting = await db
    .select({ partnerId: exports.partnerId, id: min(exports.id) })
    .from(exports)
    .where(eq(exports.status, "queued"))
    .groupBy(exports.partnerId)
    .orderBy(asc(min(exports.id)))
    .limit(partnersMax);
  if (waiting.length === 0) return undefined;
  const partners = waiting.map(({ partnerId }) => partnerId);
  const running = await db
    .select({ partnerId: exports.partnerId, count: count() })
    .from(exports)
    .where(eq(exports.status, "running"))
    .groupBy(exports.partnerId);
  const begun = await db
    .select({ partnerId: exports.partnerId, at: max(exports.startedAt) })
    .from(exports)
    .where(inArray(exports.partnerId, partners))
    .groupBy(exports.partnerId);
  const runningOf = new Map(running.map(({ partnerId, count }) => [partnerId, count]));
  const begunOf = new Map(begun.map(({ partnerId, at }) => [partnerId, at?.getTime() ?? 0]));
  const turns = waiting.flatMap(({ partnerId, id }) => {
    const turn = { id, running: runningOf.get(partnerId) ?? 0, begun: begunOf.get(partnerId) ?? 0 };
    return turn.running < runningMax ? [turn] : [];
  });
  // Those that stand alike stay in the order of their ids.
  const [next] = turns.sort((one, other) => one.running - other.running || one.begun - other.begun);
  return next?.id ?? undefined;
}
