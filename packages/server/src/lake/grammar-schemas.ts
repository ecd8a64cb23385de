import { z } from "@hono/zod-openapi";
import { formatNames, pageRowsDefault, pageRowsMax } from "./grammar-page.ts";

// How the contract shows a query as JSON. What each word means is the grammar's to judge, which knows the dataset's columns.

export const Order = z.enum(["time", "-time", "key", "-key"]);

const FilterValue = z.union([z.string().max(65_536), z.number(), z.boolean()]);
const FilterValues = z.union([FilterValue, z.array(FilterValue).min(1).max(1_000)], {
  error: "must be a text, a number, true, false or a list of them",
});

const bound = (which: string, example: string) =>
  z
    .union([z.string().max(64), z.int()], { error: "must be a date, a time or a year" })
    .optional()
    .openapi({ description: `${which} Only for a dataset with a time column.`, example });

/** Which rows and columns, in which order: the same for queries and exports. */
export const queryFields = {
  filters: z
    .record(z.string().max(200), FilterValues)
    .optional()
    .openapi({
      description:
        "Conditions by column: a name alone is equality, a list any of its values; `.ne .gt .gte .lt .lte .null` compare.",
      example: { code: ["SCOM", "KCB"], "day_price.gte": 10 },
    }),
  from: bound("The first moment of the range.", "2020-01-01"),
  to: bound("The moment the range ends before.", "2021-01-01"),
  columns: z
    .array(z.string().max(200))
    .min(1)
    .max(200)
    .optional()
    .openapi({ example: ["date", "code", "day_price"] }),
  order: Order.optional().openapi({
    description: "By time where there is a time column, else by key, unless said otherwise.",
  }),
  version: z.int().min(1).optional().openapi({ description: "The current version unless said otherwise.", example: 1 }),
};

export const asOf = z.string().max(64).optional().openapi({
  description: "The version that was current at this moment.",
  example: "2026-01-01T00:00:00Z",
});

/** The body of `POST /data/{slug}/query`. */
export const RowQuery = z
  .strictObject({
    ...queryFields,
    limit: z
      .int()
      .min(1)
      .max(pageRowsMax)
      .optional()
      .openapi({
        description: `Rows in a page at most: ${pageRowsDefault} unless said otherwise.`,
        example: pageRowsDefault,
      }),
    after: z.string().max(4_096).optional().openapi({ description: "The `next_cursor` of the page before." }),
    as_of: asOf,
    format: z
      .enum(formatNames)
      .optional()
      .openapi({ description: "How the rows are written; `Accept` chooses when absent." }),
  })
  .openapi("RowQuery");
export type RowQuery = z.infer<typeof RowQuery>;
