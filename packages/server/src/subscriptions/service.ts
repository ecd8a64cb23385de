import { change } from "../changes.ts";
import { findLicense } from "../datasets/licenses-queries.ts";
import { type DatasetRow, lockDataset } from "../datasets/queries.ts";
import { retired } from "../datasets/states.ts";
import { maySee } from "../datasets/visible.ts";
import { type Call, mayReach, visible } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { idForm } from "../http/wire.ts";
import { zonesOf } from "../meter/zones.ts";
import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { refuseUnaccepted } from "../terms/accepted.ts";
import { nothingPending } from "./deal.ts";
import { settleLive } from "./due.ts";
import { nothingOverridden } from "./override.ts";
import { localDate } from "./period.ts";
import { pricesToday } from "./prices.ts";
import {
  findSubscription,
  insertSubscription,
  liveSubscription,
  type SubscriptionRow,
  selectSubscriptions,
} from "./queries.ts";
import type { NewSubscription, Subscription, SubscriptionQuery } from "./schemas.ts";
import { refuseWithoutLeave } from "./self-service.ts";
import { toSubscription } from "./wire.ts";

/** Gives a partner the right to a dataset, at the price of this moment, from its next request. */
export function subscribe(services: Services, call: Call, slug: string, input: NewSubscription): Promise<Subscription> {
  const { tier, billing } = input;
  const partnerId = input.partner_id ?? call.principal.partnerId;
  if (partnerId === null) throw invalidRequest([{ path: "partner_id", message: "is required from an operator" }]);
  return change(services, call, async (tx) => {
    const now = services.clock();
    // Locked, so that the price recorded is the one that holds when this is committed.
    const dataset = await lockDataset(tx, slug);
    if (!dataset || !(await maySee(tx, call.principal.partnerId, dataset))) throw new Problem("not_found");
    if (dataset.state === "retired") throw retired(dataset);
    if (dataset.state === "deprecated") throw deprecated(dataset);
    if (dataset.currentVersion === null) throw nothingPublished(slug);
    const partner = idForm.test(partnerId) && mayReach(call, partnerId) ? await lockPartner(tx, partnerId) : undefined;
    if (!partner) throw noPartner();
    refuseWithoutLeave(call, partner, { right: "change", tier });
    const license = await findLicense(tx, slug, tier);
    if (!license) throw new Problem("not_found");
    await refuseUnaccepted(tx, call, slug, partnerId);
    await settleLive(services, tx, partnerId, slug);
    const row = await insertSubscription(tx, {
      id: services.newId("sub"),
      partnerId,
      dataset: slug,
      tier,
      billing,
      status: "active",
      currency: dataset.currency,
      ...pricesToday(dataset, license.priceMultiplierMillis, { tier, billing }),
      priceVersion: 1,
      anchorDate: localDate(now, zonesOf(partner)),
      createdAt: now,
      canceledAt: null,
      ...nothingPending,
      ...nothingOverridden,
    });
    if (!row) throw alreadySubscribed(await liveSubscription(tx, partnerId, slug), tier);
    const result = toSubscription({ ...row, zones: zonesOf(partner) }, now);
    return { result, action: "subscription.created", target: row.id, partnerId, after: result, rights: true };
  });
}

export async function retrieveSubscription({ store, clock }: Services, call: Call, id: string): Promise<Subscription> {
  return toSubscription(visible(call, await findSubscription(store.db, id)), clock());
}

export function listSubscriptions(
  { store, secrets, clock }: Services,
  call: Call,
  { limit, after, ...filters }: SubscriptionQuery,
): Promise<Page<Subscription>> {
  const now = clock();
  const ownPartnerId = call.principal.partnerId;
  return pageById(
    secrets,
    { call, list: "subscriptions", filters },
    { limit, after },
    (after, limit) => selectSubscriptions(store.db, { ...filters, ownPartnerId, now }, after, limit),
    ({ id }) => id,
    (row) => toSubscription(row, now),
  );
}

function nothingPublished(slug: string): Problem {
  return new Problem("no_version_published", {
    detail: "Publish a version first: there is nothing to subscribe to.",
    next: [`wizdata datasets publish ${slug} --file data.csv`],
  });
}

/** Nobody is sold what is about to end. */
function deprecated({ slug, successor }: DatasetRow): Problem {
  const instead = successor === null ? "Restore it to sell it again." : `Subscribe to ${successor} instead.`;
  return new Problem("dataset_deprecated", {
    detail: `${slug} is deprecated, and who has it keeps it. ${instead}`,
    ...(successor !== null && { extensions: { successor } }),
    next: [successor === null ? `wizdata datasets restore ${slug}` : `wizdata datasets show ${successor}`],
  });
}

function noPartner(): Problem {
  return new Problem("not_found", {
    detail: "There is no such partner.",
    errors: [{ path: "partner_id", message: "is no partner" }],
    next: ["wizdata partners list"],
  });
}

function alreadySubscribed(live: SubscriptionRow | undefined, tier: string): Problem {
  if (!live) return new Problem("already_subscribed");
  const { id, cancelsAt } = live;
  if (cancelsAt)
    return new Problem("already_subscribed", {
      detail: `The partner has ${id} of the tier ${live.tier} until ${cancelsAt.toISOString()}. Withdraw that it ends, or subscribe again then.`,
      next: [`wizdata subscriptions resume ${id}`, `wizdata subscriptions show ${id}`],
    });
  const show = `wizdata subscriptions show ${id}`;
  return new Problem("already_subscribed", {
    detail: `The partner has ${id} of the tier ${live.tier}, billed ${live.billing}. Change it instead.`,
    next: tier === live.tier ? [show] : [`wizdata subscriptions change ${id} --tier ${tier}`, show],
  });
}
