import { z } from "@hono/zod-openapi";
import { PageQuery, queryInt } from "../http/pages.ts";
import { id, orNull, time } from "../http/wire.ts";

const ledgerEventsDefault = 200;
const ledgerEventsMax = 1_000;

const Hash = z.string().openapi({ description: "SHA-256 in lower-case hexadecimal." });
const path = z.array(Hash).openapi({ description: "The hashes beside its way to the root, the lowest first." });

export const SigningKey = z
  .object({
    kid: z.string().openapi({ example: "sig_0001" }),
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z.string().openapi({ description: "The public key: 32 bytes in base64url, as in a JWK." }),
    created_at: time(),
    retired_at: time()
      .nullable()
      .openapi({ description: "Since when another one signs. What it signed stays proven." }),
  })
  .openapi("SigningKey");
export type SigningKey = z.infer<typeof SigningKey>;

export const ledgerEventFields = {
  id: id("use"),
  partner_id: id("par"),
  subscription_id: id("sub"),
  lineage_id: id("lin"),
  key_id: id("key"),
  dataset: z.string(),
  version: z.int(),
  operation: z.string(),
  outcome: z.string().openapi({
    description: "`ok`; of what takes an event back, why: `interrupted` where its answer never left, `corrected`.",
  }),
  status: z.int().openapi({ description: "The HTTP status of the answer." }),
  rows: z.int(),
  bytes: z.int(),
  units: z.int().openapi({ description: "What it took from the quotas." }),
  amount_millis: z.int().openapi({ description: "What it costs, in thousandths of a minor unit." }),
  segment: z.string().openapi({ description: "The tier and price it was billed under." }),
  local_date: z.string().openapi({ description: "The partner's day it counts in." }),
  local_hour: z.int().openapi({ description: "The hour of that day." }),
  request_id: z.string(),
  asked: z.string().openapi({ description: "What was asked, as far as it is kept." }),
  limits: z
    .string()
    .openapi({ description: "The day and month windows as they stood with this answer: `plan-day 4/10000`." }),
  corrects: id("use").nullable().openapi({ description: "The event that this one takes back." }),
  reason: z.string().nullable().openapi({ description: "Why it takes it back." }),
  at: time(),
};

const LedgerEvent = z.object(ledgerEventFields).openapi("LedgerEvent", {
  description: "A usage event as the ledger holds it. The numbers of one that takes another back are negative.",
});

export const LedgerQuery = z.strictObject({
  day: z.iso.date().openapi({ type: "string", format: "date", example: "2026-03-10", description: "In UTC." }),
  partner_id: z.string().max(100).optional().openapi({
    description: "Whose events. An operator gives it; a partner's key sees its own.",
    example: "par_01jcz3q8v4k2m6n8p0r2t4w6x8",
  }),
  receipt: z.string().max(100).optional().openapi({
    description: "Only the event with this id, which a metered answer carries as `WizData-Receipt`.",
  }),
  ...PageQuery,
  limit: queryInt(1, ledgerEventsMax).default(ledgerEventsDefault).openapi({
    type: "integer",
    minimum: 1,
    maximum: ledgerEventsMax,
    default: ledgerEventsDefault,
    description: "How many events to answer with at most.",
  }),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

export const UsageLedger = z
  .object({
    day: z.string().openapi({ example: "2026-03-10" }),
    partner_id: id("par"),
    signed: z
      .object({
        root: Hash,
        partners: z.int().openapi({ description: "How many partners have events on this day." }),
        events: z.int(),
        heads: z
          .array(z.tuple([z.string(), z.int(), Hash]))
          .openapi({ description: "Of each chain: its id, the number of its last block of this day, its hash." }),
        signature: z.string().openapi({ description: "Ed25519 in base64url, by the key `key_id`." }),
        key_id: z.string().openapi({ description: "One of `/.well-known/wizdata-keys.json`.", example: "sig_0001" }),
        signed_at: time(),
      })
      .openapi({ description: "The day as it was signed, over all partners." }),
    partner: orNull(
      z.object({
        root: Hash,
        events: z.int().openapi({ description: "How many events the partner has on this day." }),
        index: z.int(),
        path,
      }),
    ).openapi({ description: "The proof of the partner's day in it; null where the partner has no events." }),
    data: z
      .array(z.object({ event: LedgerEvent, proof: z.object({ index: z.int(), path }) }))
      .openapi({ description: "The partner's events, by id, each with its proof in the partner's day." }),
    has_more: z.boolean(),
    next_cursor: z
      .string()
      .nullable()
      .openapi({ description: "Give it as `after` for the next page; null on the last." }),
  })
  .openapi("UsageLedger");
export type UsageLedger = z.infer<typeof UsageLedger>;
