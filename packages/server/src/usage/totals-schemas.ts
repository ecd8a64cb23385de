import { z } from "@hono/zod-openapi";
import { id } from "../http/wire.ts";
import { Amount, figures, UsageRow } from "./schemas.ts";

const totalGroupings = ["partner", "month", "dataset", "operation", "status"] as const;

const LocalMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-03")
  .openapi({ example: "2026-03" });

export const UsageTotalsQuery = z.strictObject({
  by: z.enum(totalGroupings).default("partner").openapi({ description: "What each row sums up." }),
  from: LocalMonth.optional().openapi({
    description: "First month, in each partner's time zone. Default: this month.",
  }),
  to: LocalMonth.optional().openapi({
    description: "The month after the last one. Default: the month after `from`, and after this one.",
  }),
  dataset: z.string().max(100).optional(),
  operation: z.string().max(40).optional().openapi({ example: "query" }),
});
export type UsageTotalsQuery = z.infer<typeof UsageTotalsQuery>;

const TotalsRow = UsageRow.omit({ day: true, key_id: true, lineage_id: true, key_name: true })
  .extend({ partner_id: id("par").optional(), company: z.string().optional() })
  .openapi("UsageTotalsRow", {
    description:
      "One group, named by the field that `by` asks for. What is priced in another currency is a row of its own.",
  });

export const UsageTotals = z
  .object({
    by: z.enum(totalGroupings),
    from: z.string().openapi({ example: "2026-03" }),
    to: z.string().openapi({ example: "2026-04" }),
    data: z.array(TotalsRow),
    totals: z.object({
      ...figures,
      refused_calls: z.int().openapi({ description: "Not part of `calls`: refused calls cost nothing." }),
      amounts: z.array(Amount).openapi({ description: "One per currency." }),
    }),
  })
  .openapi("UsageTotals");
export type UsageTotals = z.infer<typeof UsageTotals>;
