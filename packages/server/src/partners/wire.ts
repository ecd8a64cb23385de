import { zoneAt, zonesOf } from "../meter/zones.ts";
import type { PartnerRow } from "./queries.ts";
import type { Partner } from "./schemas.ts";

export const toPartner = (row: PartnerRow, now: Date): Partner => ({
  id: row.id,
  company: row.company,
  email: row.email,
  industry: row.industry,
  country: row.country,
  // Written from enums only.
  plan: row.plan as Partner["plan"],
  status: row.status as Partner["status"],
  billing_currency: row.billingCurrency,
  time_zone: zoneAt(zonesOf(row), now.getTime()),
  time_zone_next: toNextZone(row, now),
  monthly_spending_limit:
    row.spendingLimit === null ? null : { amount: row.spendingLimit, currency: row.billingCurrency },
  allowlist: row.allowlist,
  self_service: {
    // Written from enums only.
    subscriptions: (row.selfService ?? "none") as Partner["self_service"]["subscriptions"],
    tiers: row.selfServiceTiers as Partner["self_service"]["tiers"],
  },
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

function toNextZone({ timeZoneNext, timeZoneChangesAt }: PartnerRow, now: Date): Partner["time_zone_next"] {
  if (timeZoneNext === null || timeZoneChangesAt === null || timeZoneChangesAt <= now) return null;
  return { time_zone: timeZoneNext, at: timeZoneChangesAt.toISOString() };
}
