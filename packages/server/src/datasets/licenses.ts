import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { findLicense, type LicenseRow, selectLicenses, updateLicense } from "./licenses-queries.ts";
import type { License, LicenseList, LicenseTerms } from "./licenses-schemas.ts";
import { pricesOf } from "./prices.ts";
import { type DatasetRow, lockDataset } from "./queries.ts";
import { type Tier, tierNames } from "./tiers.ts";
import { visibleDataset } from "./visible.ts";

export async function listLicenses({ store }: Services, call: Call, slug: string): Promise<LicenseList> {
  const dataset = await visibleDataset(store.db, call, slug);
  const rows = await selectLicenses(store.db, slug);
  return { data: tierNames.flatMap((tier) => rows.filter((row) => row.tier === tier)).map(toLicense(dataset)) };
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
    const { policy } = before;
    const row = { dataset: slug, tier, perMinute, perDay, perMonth, priceMultiplierMillis, features, policy };
    await updateLicense(tx, row);
    const after = toLicense(dataset)(row);
    return {
      result: after,
      action: "license.updated",
      target: `${slug}/${tier}`,
      partnerId: null,
      before: toLicense(dataset)(before),
      after,
      rights: true,
    };
  });
}

const toLicense =
  ({ price, currency }: Pick<DatasetRow, "price" | "currency">) =>
  (row: LicenseRow): License => {
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
    };
  };

const freeCosts = () =>
  invalidRequest([
    { path: "price_multiplier", message: "the free tier costs nothing: give 0, or change another tier" },
  ]);
