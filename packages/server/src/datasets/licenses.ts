import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { subscribedTier } from "../subscriptions/access-queries.ts";
import { findLicense, type LicenseRow, selectLicenses, updateLicense } from "./licenses-queries.ts";
import type { License, LicenseList, LicenseTerms } from "./licenses-schemas.ts";
import { toPolicy, toStoredPolicy } from "./policy.ts";
import { addsOf, seesOf } from "./policy-words.ts";
import { pricesOf } from "./prices.ts";
import { type DatasetRow, lockDataset } from "./queries.ts";
import { type Tier, tierNames } from "./tiers.ts";
import { visibleDataset } from "./visible.ts";

export async function listLicenses({ store, clock }: Services, call: Call, slug: string): Promise<LicenseList> {
  const dataset = await visibleDataset(store.db, call, slug);
  const rows = await selectLicenses(store.db, slug);
  const inOrder = tierNames.flatMap((tier) => rows.filter((row) => row.tier === tier));
  const now = clock();
  const data = inOrder.map((row, at) => toLicense(dataset, now, row, inOrder[at - 1]));
  return { data, subscribed: (await subscribedTier(store.db, call.principal.partnerId, slug, now)) ?? null };
}

/** Replaces the terms of a tier. Limits and features hold for its subscribers from the next request; their recorded prices stay. */
export function setLicense(
  services: Services,
  call: Call,
  slug: string,
  tier: Tier,
  terms: LicenseTerms,
): Promise<License> {
  const priceMultiplierMillis = Math.round(terms.price_multiplier * 1_000);
  if (tier === "free" && priceMultiplierMillis > 0) throw freeCosts();
  const { per_minute: perMinute, per_day: perDay, per_month: perMonth, features } = terms;
  return change(services, call, async (tx) => {
    const dataset = await lockDataset(tx, slug);
    const before = dataset && (await findLicense(tx, slug, tier));
    if (!before) throw new Problem("not_found");
    const policy = terms.policy === undefined ? before.policy : toStoredPolicy(dataset.definition, terms.policy);
    const row = { dataset: slug, tier, perMinute, perDay, perMonth, priceMultiplierMillis, features, policy };
    await updateLicense(tx, row);
    const cheaper = await findCheaper(tx, slug, tier);
    const now = services.clock();
    const after = toLicense(dataset, now, row, cheaper);
    return {
      result: after,
      action: "license.updated",
      target: `${slug}/${tier}`,
      partnerId: null,
      before: toLicense(dataset, now, before, cheaper),
      after,
      rights: true,
    };
  });
}

/** The tier before it, which it is compared with. */
async function findCheaper(tx: Db, slug: string, tier: Tier): Promise<LicenseRow | undefined> {
  const before = tierNames[tierNames.indexOf(tier) - 1];
  return before && findLicense(tx, slug, before);
}

type Priced = Pick<DatasetRow, "price" | "currency" | "definition">;

function toLicense({ price, currency, definition }: Priced, now: Date, row: LicenseRow, cheaper?: LicenseRow): License {
  const { monthly, annual } = pricesOf(price, row.priceMultiplierMillis);
  return {
    // Written from enums only.
    tier: row.tier as License["tier"],
    per_minute: row.perMinute,
    per_day: row.perDay,
    per_month: row.perMonth,
    features: row.features as License["features"],
    price_multiplier: row.priceMultiplierMillis / 1_000,
    monthly_price: { amount: monthly, currency },
    annual_price: { amount: annual, currency },
    policy: row.policy && toPolicy(row.policy),
    sees: seesOf(definition, row.policy, now),
    adds: cheaper ? addsOf(definition, row, cheaper) : [],
  };
}

const freeCosts = () =>
  invalidRequest([
    { path: "price_multiplier", message: "the free tier costs nothing: give 0, or change another tier" },
  ]);
