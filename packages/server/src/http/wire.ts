import { z } from "@hono/zod-openapi";
import type { IdPrefix } from "../clock.ts";

// What many schemas share: ids, times and money.

const example = "01jcz3q8v4k2m6n8p0r2t4w6x8";

/** An id in an answer. */
export const id = (prefix: IdPrefix) => z.string().openapi({ example: `${prefix}_${example}` });

/** An id in a path or a body; anything else is no id of ours, and is answered as one that does not exist. */
export const IdParam = (prefix: IdPrefix) =>
  z.object({
    id: z
      .string()
      .max(100)
      .openapi({ param: { name: "id", in: "path" }, example: `${prefix}_${example}` }),
  });

export const idForm = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/;

/** A component of the contract, or null. `.nullable()` would make the component itself nullable wherever it is named. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

export const time = () => z.string().openapi({ format: "date-time", example: "2026-11-21T08:30:00.000Z" });

const currencies = new Set(Intl.supportedValuesOf("currency"));

export const Currency = z
  .string()
  .refine((code) => currencies.has(code), "an ISO 4217 code such as ZAR")
  .openapi({ example: "ZAR", description: "ISO 4217." });

export const Money = z
  .object({
    amount: z.int().openapi({ example: 12_500, description: "Minor units: 12500 of ZAR is R 125.00." }),
    currency: z.string().openapi({ example: "ZAR", description: "ISO 4217." }),
  })
  .openapi("Money");
export type Money = z.infer<typeof Money>;

/** Instants in a request: RFC 3339 with a zone, and a date that exists. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .openapi({ type: "string", format: "date-time", example: "2027-01-01T00:00:00Z" });
