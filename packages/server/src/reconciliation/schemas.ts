import { z } from "@hono/zod-openapi";
import { id, orNull, time } from "../http/wire.ts";

const LocalDate = z.iso.date().openapi({ type: "string", format: "date", example: "2026-03-01" });

export const ReconciliationQuery = z.strictObject({
  from: LocalDate.optional().openapi({
    description: "The first of the partners' own days. Default: that of this month.",
  }),
  to: LocalDate.optional().openapi({
    description: "The day after the last one, at most 31 days later. Default: the first of the month after `from`.",
  }),
  partner_id: z.string().max(100).optional().openapi({
    description: "Only this partner. Blocks are everybody's all the same.",
    example: "par_01jcz3q8v4k2m6n8p0r2t4w6x8",
  }),
});
export type ReconciliationQuery = z.infer<typeof ReconciliationQuery>;

const Figures = z
  .object({ calls: z.int(), rows: z.int(), bytes: z.int(), units: z.int(), amount_millis: z.int() })
  .openapi("UsageFigures");

const kinds = ["rollups", "months", "counters", "archives", "blocks", "signed_days"] as const;

const Difference = z
  .object({
    kind: z.enum(kinds).openapi({
      description:
        "What differs from the usage events: `rollups` by day, `counters`, `blocks`, `signed_days`, or a month with `archives`. `months` differ from the rollups of their days.",
    }),
    subject: z.string().openapi({
      description: "The key and outcome, the counter, the block, or the day.",
      example: "key_01jcz3q8v4k2m6n8p0r2t4w6x8 ok",
    }),
    partner_id: id("par").nullable(),
    period: z.string().openapi({ description: "The partner's day or month, or the UTC day.", example: "2026-03-10" }),
    figure: z.string().openapi({ example: "units" }),
    expected: z.int().openapi({ description: "What the events come to; for `months`, the rollups." }),
    found: z.int().openapi({ description: "What is stored there instead." }),
  })
  .openapi("UsageDifference");
export type Difference = z.infer<typeof Difference>;

export const Reconciliation = z
  .object({
    from: z.string(),
    to: z.string(),
    partner_id: id("par").nullable(),
    at: time().openapi({ description: "The moment that is compared: what is stored later is in none of it." }),
    compared: z.object({
      key_days: z.int().openapi({ description: "Pairs of a key and a day that had usage." }),
      key_months: z.int().openapi({ description: "Likewise of months, where a whole month is asked for." }),
      counters: z.int().openapi({ description: "Days, and months that are asked for whole." }),
      blocks: z.int(),
      signed_days: z.int(),
    }),
    totals: z.object({
      events: Figures,
      rollups: Figures,
      months: orNull(Figures).openapi({ description: "Null where no whole month is asked for." }),
      counters: z.object({
        expected: z.int().openapi({ description: "Units of the events, once for each counter that they count in." }),
        used: z.int(),
      }),
      ledger: z.object({
        stored: z.int().openapi({ description: "Events of the span's UTC days that name a block." }),
        events: z.int().openapi({ description: "What the blocks of these days say they have." }),
        blocks: z.int(),
        signed_days: z.int(),
        signed_events: z.int(),
      }),
    }),
    archived_months: z.array(z.string()).openapi({
      description:
        "Months whose events are in the lake. They are compared as a whole by their stored sums, and their days, counters and blocks are left out.",
    }),
    differences_count: z.int(),
    differences: z.array(Difference).openapi({ description: "The first 200." }),
  })
  .openapi("Reconciliation");
export type Reconciliation = z.infer<typeof Reconciliation>;
