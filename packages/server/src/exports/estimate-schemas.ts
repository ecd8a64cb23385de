import { z } from "@hono/zod-openapi";
import { orNull } from "../http/wire.ts";
import { ExportedQuery, ExportFormat, orderFields } from "./schemas.ts";

/** The same as an order; without a format it is of pages. */
export const NewEstimate = z
  .strictObject({
    ...orderFields,
    format: ExportFormat.optional().openapi({
      description: "Of the files of an export. Without one the estimate is of a query's pages.",
    }),
  })
  .openapi("NewEstimate");
export type NewEstimate = z.infer<typeof NewEstimate>;

const Figure = z
  .object({
    value: z.int(),
    exact: z.boolean().openapi({ description: "Whether the work comes to exactly this." }),
    at_most: z
      .int()
      .nullable()
      .openapi({ description: "It never comes to more; null where nothing but the work itself bounds it." }),
  })
  .openapi("Figure");

export const Estimate = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ description: "Name it in the order, and the figures are of the very same rows." }),
    format: ExportFormat.nullable().openapi({ description: "null of a query." }),
    query: ExportedQuery,
    rows: z.int().openapi({ description: "Exactly: they were counted." }),
    bytes: Figure.openapi({
      description:
        "Of all files; of a query, of the rows as NDJSON. Exact for CSV and NDJSON that is not packed and for Parquet that is the parts themselves, unless measuring takes too long.",
    }),
    files: orNull(Figure).openapi({ description: "null of a query." }),
  })
  .openapi("Estimate");
export type Estimate = z.infer<typeof Estimate>;
