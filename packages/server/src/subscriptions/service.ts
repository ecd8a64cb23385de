import { change } from "../changes.ts";
import { findLicense } from "../datasets/licenses-queries.ts";
import { pricesOf } from "../datasets/prices.ts";
import { type DatasetRow, lockDataset } from "../datasets/queries.ts";
import { type Call, visible } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import { idForm } from "../http/wire.ts";
import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { localDate, periodAt } from "./period.ts";
import {
  cancelLive,
  findSubscription,
  insertSubscription,
  liveSubscription,
  type SubscriptionRow,
  selectSubscriptions,
  type ZonedSubscription,
} from "./queries.ts";
import type { NewSubscription, Subscription, SubscriptionQuery } from "./schemas.ts";
import { liveStatuses } from "./statuses.ts";

/** Gives a partner the right to a dataset, at the price of this moment, from its next request. */
export function subscribe(services: Services, call: Call, slug: string, input: NewSubscription): Promise<Subscription> {
  const { tier, billing, partner_id: partnerId } = input;
  return change(services, call, async (tx) => {
    const now = services.clock();
    // Locked, so that the price recorded is the one that holds when this is committed.
    const dataset = await lockDataset(tx, slug);
    if (!dataset) throw new Problem("not_found");
    if (dataset.currentVersion === null) throw nothingPublished(slug);
    const partner = idForm.test(partnerId) ? await lockPartner(tx, partnerId) : undefined;
    if (!partner) throw noPartner();
    const license = await findLicense(tx, slug, tier);
    if (!license) throw new Problem("not_found");
    const row = await insertSubscription(tx, {
      id: services.newId("sub"),
      partnerId,
      dataset: slug,
      tier,
      billing,
      status: "active",
      ...recordedPrices(dataset, license.priceMultiplierMillis, input),
      priceVersion: 1,
      anchorDate: localDate(now, partner.timeZone),
      createdAt: now,
      canceledAt: null,
    });
    if (!row) throw alreadySubscribed(await liveSubscription(tx, partnerId, slug));
    const result = toSubscription({ ...row, timeZone: partner.timeZone }, now);
    return { result, action: "subscription.created", target: row.id, partnerId, after: result, rights: true };
  });
}

/** The free tier costs nothing; else a recurring price, or one for each use, never both. */
function recordedPrices(dataset: DatasetRow, multiplierMillis: number, { tier, billing }: NewSubscription) {
  const { currency, pricePerCall, pricePer1000Rows } = dataset;
  const none = { currency, price: 0, pricePerCall: 0, pricePer1000Rows: 0 };
  if (tier === "free") return none;
  if (billing === "payg") return { ...none, pricePerCall, pricePer1000Rows };
  return { ...none, price: pricesOf(dataset.price, multiplierMillis)[billing] };
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
    (after, limit) => selectSubscriptions(store.db, { ...filters, ownPartnerId }, after, limit),
    ({ id }) => id,
    (row) => toSubscription(row, now),
  );
}

/** Ends the right at once. Nothing is paid back here. */
export function cancelSubscription(services: Services, call: Call, id: string): Promise<Subscription> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const before = visible(call, await findSubscription(tx, id));
    const row = await cancelLive(tx, id, now);
    if (!row) throw new Problem("conflict", { detail: `The subscription is ${before.status} already.` });
    const result = toSubscription({ ...row, timeZone: before.timeZone }, now);
    return {
      result,
      action: "subscription.canceled",
      target: id,
      partnerId: row.partnerId,
      before: toSubscription(before, now),
      after: result,
      rights: true,
    };
  });
}

function toSubscription(row: ZonedSubscription, now: Date): Subscription {
  const { currency, anchorDate, timeZone } = row;
  // Written from enums only.
  const billing = row.billing as Subscription["billing"];
  const status = row.status as Subscription["status"];
  const isLive = liveStatuses.some((live) => live === status);
  return {
    id: row.id,
    partner_id: row.partnerId,
    dataset: row.dataset,
    tier: row.tier as Subscription["tier"],
    billing,
    status,
    price: { amount: row.price, currency },
    price_per_call: { amount: row.pricePerCall, currency },
    price_per_1000_rows: { amount: row.pricePer1000Rows, currency },
    anchor_date: anchorDate,
    current_period: isLive ? periodAt(now, anchorDate, billing, timeZone) : null,
    created_at: row.createdAt.toISOString(),
    canceled_at: row.canceledAt?.toISOString() ?? null,
  };
}

function nothingPublished(slug: string): Problem {
  return new Problem("no_version_published", {
    detail: "Publish a version first: there is nothing to subscribe to.",
    next: [`wizdata datasets publish ${slug} --file data.csv`],
  });
}

function noPartner(): Problem {
  return new Problem("not_found", {
    detail: "There is no such partner.",
    errors: [{ path: "partner_id", message: "is no partner" }],
    next: ["wizdata partners list"],
  });
}

function alreadySubscribed(live: SubscriptionRow | undefined): Problem {
  return new Problem("already_subscribed", {
    detail: `The partner has ${live?.id} of the tier ${live?.tier}. Cancel it first to change the tier.`,
    next: [`wizdata subscriptions show ${live?.id}`, `wizdata subscriptions cancel ${live?.id}`],
  });
}
