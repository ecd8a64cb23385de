import { z } from "@hono/zod-openapi";
import { orNull } from "../http/wire.ts";
import { formatNames } from "../lake/grammar-page.ts";

export const Row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).openapi("Row", {
  description: "One value a column: numbers as JSON numbers, decimals and times as strings, no value as null.",
  example: { date: "2024-12-31", code: "SCOM", day_price: 17.05, volume: 6_164_000 },
});

export const DataPage = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ description: "The version the rows are from; a cursor stays on it." }),
    data: z.array(Row),
    has_more: z.boolean(),
    next_cursor: orNull(
      z
        .string()
        .openapi({ description: "Give it as `after`, with the same query, for the next page; null on the last." }),
    ),
  })
  .openapi("DataPage");

export const DataSample = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ description: "The current version." }),
    data: z.array(Row),
  })
  .openapi("DataSample");

export const SampleQuery = z.strictObject({
  format: z
    .enum(formatNames)
    .optional()
    .openapi({ description: "How the rows are written; `Accept` chooses when absent." }),
});

const text = { type: "string" as const };
const parameter = (
  name: string,
  schema: { type: "string" | "integer"; enum?: string[]; minimum?: number; maximum?: number; default?: number },
  description: string,
  example?: unknown,
) => ({
  name,
  in: "query" as const,
  required: false,
  schema,
  description,
  ...(example === undefined ? {} : { example }),
});

/** Of metered calls. */
export const callParameter = {
  name: "WizData-Call",
  in: "header" as const,
  required: false,
  schema: { type: "string" as const, pattern: "^[A-Za-z0-9_-]{8,64}$" },
  description:
    "Your own name for one call, the same for its retries: within ten minutes the same call with the same query is answered again and not charged again. The SDK sends one.",
};

/** Stated, and read from the route: to have it validated besides would take as long as all else of the chain of middleware. */
export const slugParameter = {
  name: "slug",
  in: "path" as const,
  required: true,
  schema: { ...text, example: "nse-kenya" },
};

/** Read by the lake's own grammar, because which columns there are depends on the dataset. */
export const queryParameters = [
  callParameter,
  {
    name: "filters",
    in: "query" as const,
    required: false,
    style: "form" as const,
    explode: true,
    schema: {
      type: "object" as const,
      additionalProperties: { anyOf: [text, { type: "array" as const, items: text }] },
    },
    description:
      "Any column: `code=SCOM` is equality, repeated it is a list; `volume.gte=1000` with the suffixes .ne .gt .gte .lt .lte .null.",
    example: { code: "SCOM" },
  },
  parameter("from", text, "Rows of this time and later (inclusive).", "2024-01-01"),
  parameter("to", text, "Rows before this time (exclusive).", "2025-01-01"),
  parameter("columns", text, "The columns of the answer, separated by commas; all when absent.", "date,code,day_price"),
  parameter(
    "order",
    { type: "string", enum: ["time", "-time", "key", "-key"] },
    "The order of the rows; `-` for descending.",
  ),
  parameter("limit", { type: "integer", minimum: 1, maximum: 10_000, default: 100 }, "Rows in a page."),
  parameter("after", text, "The `next_cursor` of the page before."),
  parameter("version", { type: "integer", minimum: 1 }, "An older version; the current one when absent."),
  parameter(
    "format",
    { type: "string", enum: [...formatNames] },
    "How the rows are written; `Accept` chooses when absent.",
  ),
  parameter("as_of", text, "The version that was current at this moment.", "2026-01-01T00:00:00Z"),
];
