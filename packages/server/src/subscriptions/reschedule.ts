import type { Zones } from "../meter/zones.ts";
import { and, asc, eq, gt, inArray, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { periodEnd } from "./period.ts";
import { updateSubscription } from "./queries.ts";
import { liveStatuses } from "./statuses.ts";

/** What is ordered for the end of the period under way happens when that ends by the partner's new calendar. */
export async function reschedulePending(tx: Db, partnerId: string, zones: Zones, now: Date): Promise<void> {
  const { subscriptions } = tx.t;
  const isPending = or(gt(subscriptions.cancelsAt, now), gt(subscriptions.changesAt, now));
  const pending = await tx.lock(
    tx
      .select()
      .from(subscriptions)
      .where(and(eq(subscriptions.partnerId, partnerId), inArray(subscriptions.status, liveStatuses), isPending))
      .orderBy(asc(subscriptions.id)),
  );
  for (const row of pending) {
    const at = periodEnd({ ...row, zones }, now);
    await updateSubscription(tx, row.id, row.cancelsAt ? { cancelsAt: at } : { changesAt: at });
  }
}
