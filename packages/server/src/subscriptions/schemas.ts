import { z } from "@hono/zod-openapi";
import { LicenseCalls, TierName } from "../datasets/licenses-schemas.ts";
import { PageQuery, pageOf } from "../http/pages.ts";
import { Instant, id, Money, orNull, time } from "../http/wire.ts";
import { statusNames } from "./statuses.ts";

export const Billing = z.enum(["monthly", "annual", "payg"]).openapi("Billing", {
  description: "`annual` costs ten months; `payg` has no recurring part and a price per call and per 1 000 rows.",
});
export type Billing = z.infer<typeof Billing>;

const SubscriptionStatus = z.enum(statusNames).openapi("SubscriptionStatus");

const Period = z.object({ start: time(), end: time() }).openapi("Period", {
  description: "From midnight in the partner's time zone up to, and not with, another midnight.",
});
export type Period = z.infer<typeof Period>;

const When = z.enum(["now", "period_end"]).openapi("When");

const PendingChange = z
  .object({
    tier: TierName,
    billing: Billing,
    price: Money.openapi({ description: "Fixed when the change was ordered." }),
    price_per_call: Money,
    price_per_1000_rows: Money,
    at: time().openapi({ description: "From this instant on it is in force." }),
  })
  .openapi("PendingChange");

const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .openapi({ description: "The partner reads it too.", example: "Backfill of 2025, agreed on 3 March" });

const LimitsOverride = z
  .object({
    per_minute: z.int().nullable().openapi({ description: "null: the tier's." }),
    per_day: z.int().nullable().openapi({ example: 50_000, description: "null: the tier's." }),
    per_month: z.int().nullable().openapi({ description: "null: the tier's." }),
    reason,
    until: time().openapi({ description: "From this instant on the limits of the tier hold." }),
  })
  .openapi("LimitsOverride");

export const Subscription = z
  .object({
    id: id("sub"),
    partner_id: id("par"),
    dataset: z.string().openapi({ example: "nse-kenya" }),
    tier: TierName,
    billing: Billing,
    status: SubscriptionStatus,
    price: Money.openapi({ description: "Of each billing period, as it was when this was agreed." }),
    price_per_call: Money,
    price_per_1000_rows: Money,
    anchor_date: z.string().openapi({
      format: "date",
      example: "2026-01-31",
      description: "Periods begin on its day of the month, or on the last day of a shorter month.",
    }),
    current_period: orNull(Period).openapi({ description: "null once the subscription has ended." }),
    pending_change: orNull(PendingChange).openapi({
      description: "What it becomes at the end of the period under way.",
    }),
    limits_override: orNull(LimitsOverride).openapi({
      description: "Limits in place of the tier's, whatever the tier, while they are in force.",
    }),
    cancels_at: time().nullable().openapi({ description: "When it ends, if that is ordered and not yet so." }),
    created_at: time(),
    canceled_at: time().nullable(),
  })
  .openapi("Subscription");
export type Subscription = z.infer<typeof Subscription>;

export const NewSubscription = z
  .strictObject({
    partner_id: z.string().max(100).optional().openapi({
      example: "par_01jcz3q8v4k2m6n8p0r2t4w6x8",
      description: "Required from an operator; a partner's key means its own company.",
    }),
    tier: TierName,
    billing: Billing.default("monthly"),
  })
  .openapi("NewSubscription");
export type NewSubscription = z.infer<typeof NewSubscription>;

export const SubscriptionChange = z
  .strictObject({
    tier: TierName.optional(),
    billing: Billing.optional(),
    when: When.optional().openapi({
      description: "Default: a higher tier at once, anything else when the period under way ends.",
    }),
  })
  .refine(
    ({ tier, billing }) => tier !== undefined || billing !== undefined,
    "give the tier or the billing to change to",
  )
  .openapi("SubscriptionChange", { example: { tier: "enterprise" } });
export type SubscriptionChange = z.infer<typeof SubscriptionChange>;

export const NewLimitsOverride = z
  .strictObject({
    per_minute: LicenseCalls.optional(),
    per_day: LicenseCalls.optional().openapi({ example: 50_000 }),
    per_month: LicenseCalls.optional(),
    reason,
    until: Instant.openapi({
      description: "When the limits of the tier hold again: in the future, and five years from now at the latest.",
      example: "2030-12-31T00:00:00Z",
    }),
  })
  .refine(
    ({ per_minute, per_day, per_month }) =>
      per_minute !== undefined || per_day !== undefined || per_month !== undefined,
    "give at least one limit",
  )
  .openapi("NewLimitsOverride", {
    description: "Higher or lower than the tier's. A limit that is not given is the tier's.",
    example: { per_day: 50_000, reason: "Backfill of 2025, agreed on 3 March", until: "2030-12-31T00:00:00Z" },
  });
export type NewLimitsOverride = z.infer<typeof NewLimitsOverride>;

export const Cancellation = z
  .strictObject({
    when: When.optional().openapi({
      description: "Default: now. With `period_end` it gives its right until the period under way ends.",
    }),
  })
  .openapi("Cancellation");
export type Cancellation = z.infer<typeof Cancellation>;

export const SubscriptionQuery = z.strictObject({
  ...PageQuery,
  partner_id: z.string().max(100).optional(),
  dataset: z.string().max(200).optional(),
  status: SubscriptionStatus.optional(),
});
export type SubscriptionQuery = z.infer<typeof SubscriptionQuery>;
export const SubscriptionPage = pageOf(Subscription, "SubscriptionPage");
