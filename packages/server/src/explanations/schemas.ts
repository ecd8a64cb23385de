import { z } from "@hono/zod-openapi";
import { id, Money, orNull, time } from "../http/wire.ts";
import { UsageLedger } from "../ledger/schemas.ts";

export const ExplanationParam = z.object({
  request_id: z
    .string()
    .max(200)
    .openapi({
      param: { name: "request_id", in: "path" },
      example: "req_01jcz3q8v4k2m6n8p0r2t4w6x8",
      description:
        "The `Request-Id` of an answer, or its receipt (`WizData-Receipt`), which is known for good: answers of archived months are found by their receipts only.",
    }),
});

const SeenLimit = z.object({
  name: z.string().openapi({ example: "license-day" }),
  period: z.string().nullable().openapi({ description: "The partner's day or month; null for minutes." }),
  used: z.int().openapi({ description: "With this answer, and with what was reserved." }),
  limit: z.int().nullable().openapi({ description: "Null where it was counted and not limited." }),
  measure: z.enum(["units", "calls", "amount_millis"]),
});

const Proof = z.object({
  day: z.string().openapi({ description: "In UTC.", example: "2026-03-10" }),
  signed: UsageLedger.shape.signed,
  partner: UsageLedger.shape.partner,
  event: z.object({ index: z.int(), path: z.array(z.string()) }).openapi({
    description: "The way from the event's leaf to the root of the partner's day.",
  }),
});

export const ExplainedEvent = z
  .object({
    receipt: id("use"),
    request_id: z.string(),
    at: time(),
    who: z.object({
      partner_id: id("par"),
      company: z.string(),
      key_id: id("key"),
      key_name: z.string(),
      lineage_id: id("lin"),
      mode: z.string().openapi({ description: "`live`, or `test`, which is never billed." }),
    }),
    what: z.object({
      operation: z.string(),
      dataset: z.string(),
      version: z.int(),
      asked: z.string().openapi({ description: "As it was sent, as far as it is kept." }),
      status: z.int(),
    }),
    limits: z.array(SeenLimit).openapi({ description: "As they stood with this answer." }),
    decision: z.object({
      because: z.string().openapi({ description: "Why it was let through, and what it took." }),
      subscription_id: id("sub"),
      tier: z.string().nullable().openapi({ description: "At that moment, as the terms below." }),
      billing: z.string().nullable(),
      period_start: z.string().openapi({ description: "The first day of the billing period it belongs to." }),
      price_version: z.int(),
      override: orNull(
        z.object({
          per_minute: z.int().nullable(),
          per_day: z.int().nullable(),
          per_month: z.int().nullable(),
          reason: z.string(),
          until: time(),
        }),
      ).openapi({ description: "The limits that an operator had put in place of the tier's." }),
      terms: orNull(z.object({ version: z.int(), accepted_at: time() })).openapi({
        description: "What the partner had accepted of the dataset's terms.",
      }),
    }),
    rows: z.int(),
    bytes: z.int(),
    units: z.int(),
    cost: z.object({
      amount: Money,
      amount_millis: z.int(),
      price_per_call: orNull(Money),
      price_per_1000_rows: orNull(Money),
      computed: z.string().openapi({ example: "50 a call + 3 rows × 200 / 1000 = 50.6 minor units" }),
    }),
    reversal: orNull(z.object({ receipt: id("use"), outcome: z.string(), reason: z.string(), at: time() })).openapi({
      description: "What takes the event back, if it was taken back.",
    }),
    block: orNull(
      z.object({ chain: z.string(), seq: z.int(), hash: z.string().nullable(), at: time().nullable() }),
    ).openapi({ description: "Null of what is older than the ledger. Without a hash it is missing from it." }),
    leaf: z.string().openapi({ description: "SHA-256 of the event as the ledger has it." }),
    proof: orNull(Proof).openapi({ description: "Null until the day is signed." }),
    proof_note: z.string().nullable().openapi({ description: "When there will be a proof, or why there is none." }),
  })
  .openapi("ExplainedEvent");
export type ExplainedEvent = z.infer<typeof ExplainedEvent>;

export const UsageExplanation = z
  .object({
    request_id: z.string(),
    data: z.array(ExplainedEvent).openapi({
      description: "Usually one. A client that names its requests itself may have used a name again: the latest ten.",
    }),
  })
  .openapi("UsageExplanation");
export type UsageExplanation = z.infer<typeof UsageExplanation>;
