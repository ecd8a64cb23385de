import { z } from "@hono/zod-openapi";
import { IdParam, id, Money, orNull, time } from "../http/wire.ts";
import { ledgerEventFields } from "../ledger/schemas.ts";

export const groupings = ["day", "month", "dataset", "key", "operation", "status"] as const;
export type Grouping = (typeof groupings)[number];

const LocalDate = z.iso.date().openapi({ type: "string", format: "date", example: "2026-03-01" });
export const PartnerId = z.string().max(100).openapi({
  description: "Whose usage. An operator gives it; a partner's key sees its own.",
  example: "par_01jcz3q8v4k2m6n8p0r2t4w6x8",
});

export const UsageQuery = z.strictObject({
  by: z
    .enum(groupings)
    .default("day")
    .openapi({ description: "What each row sums up. `status` also counts calls that were refused, by problem code." }),
  from: LocalDate.optional().openapi({
    description: "First day, in the partner's time zone. Default: the first of this month.",
  }),
  to: LocalDate.optional().openapi({
    description: "The day after the last one. Default: the first of the month after `from`, and after today.",
  }),
  dataset: z.string().max(100).optional(),
  key_id: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: "One key. By lineage, see `by=key`: a rotation gives a lineage another key." }),
  operation: z.string().max(40).optional().openapi({ example: "query" }),
  partner_id: PartnerId.optional(),
  format: z.enum(["json", "csv"]).optional().openapi({ description: "Instead of an `Accept` header." }),
});
export type UsageQuery = z.infer<typeof UsageQuery>;

export const figures = {
  calls: z.int(),
  rows: z.int(),
  bytes: z.int(),
  units: z.int().openapi({ description: "What it took from the quotas." }),
};
export const Amount = z.object({
  amount: Money.openapi({ description: "What it costs beside recurring prices, rounded to minor units." }),
  amount_millis: z.int().openapi({ description: "The same exactly, in thousandths of a minor unit." }),
});

export const UsageRow = z
  .object({
    day: z.string().optional().openapi({ example: "2026-03-10" }),
    month: z.string().optional().openapi({ example: "2026-03" }),
    dataset: z.string().optional(),
    key_id: id("key").optional(),
    lineage_id: id("lin").optional(),
    key_name: z.string().optional(),
    operation: z.string().optional(),
    status: z.string().optional().openapi({ description: "`ok`, or the code of the problem that refused the call." }),
    ...figures,
    ...Amount.shape,
  })
  .openapi("UsageRow", {
    description:
      "One group, named by the field that `by` asks for. What is priced in another currency is a row of its own.",
  });
export type UsageRow = z.infer<typeof UsageRow>;

export const UsageReport = z
  .object({
    partner_id: id("par"),
    by: z.enum(groupings),
    from: z.string(),
    to: z.string(),
    time_zone: z.string(),
    data: z.array(UsageRow),
    totals: z.object({
      ...figures,
      refused_calls: z.int().openapi({
        description: "Not part of `calls`: refused calls cost nothing. They are known some seconds later.",
      }),
      amounts: z.array(Amount).openapi({ description: "One per currency." }),
    }),
  })
  .openapi("UsageReport");
export type UsageReport = z.infer<typeof UsageReport>;

export const LimitsQuery = z.strictObject({ partner_id: PartnerId.optional() });
export type LimitsQuery = z.infer<typeof LimitsQuery>;

const Limit = z
  .object({
    name: z.string().openapi({ example: "license-day" }),
    dataset: z.string().nullable().openapi({ description: "For the limits of a license." }),
    lineage_id: id("lin").nullable().openapi({ description: "For the limits of one key, which its rotations share." }),
    limit: z.int(),
    used: z.int(),
    held: z.int().openapi({ description: "Reserved by exports that are not ready yet." }),
    remaining: z.int(),
    window_seconds: z.int().openapi({ description: "The true length of this very window." }),
    resets_at: time(),
    override: orNull(
      z.object({
        reason: z.string().openapi({ description: "As the operator gave it, for the partner to read." }),
        until: time().openapi({ description: "From then on the tier's limit holds." }),
      }),
    ).openapi({ description: "Why this limit is another than the tier's; null where it is not." }),
  })
  .openapi("Limit");
export type Limit = z.infer<typeof Limit>;

export const Limits = z
  .object({
    partner_id: id("par"),
    data: z.array(Limit).openapi({
      description:
        "Of the plan, of each live subscription, and of each key with limits of its own. The tightest one decides.",
    }),
    spending: z
      .object({ limit: Money, used: Money, held: Money, resets_at: time() })
      .nullable()
      .openapi({ description: "The monthly spending limit; null where there is none." }),
  })
  .openapi("Limits");
export type Limits = z.infer<typeof Limits>;

export const UsageEventParam = IdParam("use");
export const UsageEvent = z.object({ ...ledgerEventFields, ...Amount.shape }).openapi("UsageEvent");
export type UsageEvent = z.infer<typeof UsageEvent>;
