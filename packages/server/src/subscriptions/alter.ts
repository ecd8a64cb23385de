import { change } from "../changes.ts";
import { type DatasetRow, lockDataset } from "../datasets/queries.ts";
import { type Call, visible } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { lockPartner, type PartnerRow } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { lockSettled } from "./due.ts";
import { findSubscription, type SubscriptionRow, updateSubscription, type ZonedSubscription } from "./queries.ts";
import type { Subscription } from "./schemas.ts";
import { isLive } from "./statuses.ts";
import { toSubscription } from "./wire.ts";

type Standing = { before: ZonedSubscription; dataset: DatasetRow; partner: PartnerRow; tx: Db; now: Date };
type Decide = (standing: Standing) => Promise<Partial<SubscriptionRow>>;

/** Changes a live subscription, one change after the other, with all that is due by now written down before. */
export function alter(
  services: Services,
  call: Call,
  id: string,
  action: string,
  decide: Decide,
): Promise<Subscription> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const found = visible(call, await findSubscription(tx, id));
    // First the dataset, as who subscribes does, so that nobody waits in a circle; locked, so that its price holds when this is committed.
    const dataset = await lockDataset(tx, found.dataset);
    // Whose time zone says when periods end.
    const partner = await lockPartner(tx, found.partnerId);
    const before = await lockSettled(services, tx, id);
    if (!before || !dataset || !partner) throw new Problem("not_found");
    if (!isLive(before.status))
      throw new Problem("conflict", {
        detail: `The subscription is ${before.status} already. Subscribe again.`,
        next: [`wizdata datasets subscribe ${before.dataset} --partner ${before.partnerId} --tier ${before.tier}`],
      });
    const changes = await decide({ before, dataset, partner, tx, now });
    await updateSubscription(tx, id, changes);
    const result = toSubscription({ ...before, ...changes }, now);
    const { partnerId } = before;
    return { result, action, target: id, partnerId, before: toSubscription(before, now), after: result, rights: true };
  });
}
