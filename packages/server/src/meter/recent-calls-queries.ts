import { and, eq } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Member } from "./meter.ts";
import { repeated } from "./recent-calls.ts";

/** Whether a call was metered already, so that its repeat takes nothing. */
export async function isRepeated(
  db: Db,
  lineageId: string,
  { id, queryHash }: NonNullable<Member["call"]>,
  nowMs: number,
): Promise<boolean> {
  const { recentCalls } = db.t;
  const [first] = await db
    .select()
    .from(recentCalls)
    .where(and(eq(recentCalls.lineageId, lineageId), eq(recentCalls.callId, id)));
  return first !== undefined && repeated({ ...first, at: first.at.getTime() }, queryHash, nowMs) !== undefined;
}
