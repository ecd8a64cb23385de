import { record } from "../changes.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { asOf, dueAt } from "./deal.ts";
import {
  dueSubscriptions,
  liveSubscription,
  lockSubscription,
  updateSubscription,
  type ZonedSubscription,
} from "./queries.ts";
import { toSubscription } from "./wire.ts";

const readMax = 100;
const platform = { requestId: "period-end", principal: { keyId: "system" } };

/**
 * Writes down what was ordered for a moment that has come, with its audit entry and event. Rights hold without it, so it may
 * be late; the row is locked and settled only while it is due, so it happens once.
 */
export async function sweepDue(services: Services): Promise<void> {
  for (;;) {
    const ids = await dueSubscriptions(services.store.db, services.clock(), readMax);
    for (const id of ids) await services.store.transaction((tx) => lockSettled(services, tx, id));
    if (ids.length > 0) services.rights.drop();
    if (ids.length < readMax) return;
  }
}

/** A subscription that nobody else changes until the transaction ends, with all that is due written down. */
export async function lockSettled(services: Services, tx: Db, id: string): Promise<ZonedSubscription | undefined> {
  const found = await lockSubscription(tx, id);
  return found && settle(services, tx, found);
}

/** Ends what should have ended by now, so that there is room for another. */
export async function settleLive(services: Services, tx: Db, partnerId: string, dataset: string): Promise<void> {
  const live = await liveSubscription(tx, partnerId, dataset);
  if (live && dueAt(live, services.clock())) await lockSettled(services, tx, live.id);
}

async function settle(services: Services, tx: Db, before: ZonedSubscription): Promise<ZonedSubscription> {
  const now = services.clock();
  const due = dueAt(before, now);
  if (!due) return before;
  const after = asOf(before, now);
  const { zones: _, ...row } = after;
  await updateSubscription(tx, row.id, row);
  await record(services, tx, platform, {
    result: undefined,
    action: row.status === "canceled" ? "subscription.canceled" : "subscription.changed",
    target: row.id,
    partnerId: row.partnerId,
    before: toSubscription(before, new Date(due.getTime() - 1)),
    after: toSubscription(after, now),
    rights: true,
  });
  return after;
}
