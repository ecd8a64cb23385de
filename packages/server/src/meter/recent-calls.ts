import type { Db } from "../store/store.ts";

/** A logical call that was metered: a client's own retry of it within a while is the same call, and not charged again. */
export type RecentCall = Omit<Db["t"]["recentCalls"]["$inferSelect"], "at"> & { at: number };

/** By `callKey`. */
export type RecentCalls = ReadonlyMap<string, RecentCall>;

export const sameCallMs = 600_000;

export const callKey = (lineageId: string, callId: string) => `${lineageId} ${callId}`;

/** The call that this one repeats, if it asks the same and is no later than a client's own retries are. */
export function repeated(first: RecentCall | undefined, queryHash: string, nowMs: number): RecentCall | undefined {
  if (first === undefined || first.queryHash !== queryHash) return undefined;
  return nowMs - first.at <= sameCallMs ? first : undefined;
}
