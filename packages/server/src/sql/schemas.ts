import { z } from "@hono/zod-openapi";
import { time } from "../http/wire.ts";
import { formatNames } from "../lake/grammar-page.ts";

const statementCharsMax = 65_536;

export const SqlQuery = z
  .strictObject({
    sql: z
      .string()
      .min(1)
      .max(statementCharsMax)
      .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "has a character that is none")
      .openapi({
        description:
          'One SELECT in DuckDB\'s SQL. Each dataset you subscribe to is a table of its slug: "nse-kenya", or nse_kenya without quotes.',
        example: 'SELECT code, max(day_price) AS top FROM "nse-kenya" GROUP BY code ORDER BY top DESC LIMIT 5',
      }),
    versions: z
      .record(z.string().max(63), z.int().min(1))
      .optional()
      .openapi({
        description: "Versions of the datasets it names, by slug; the current ones when absent.",
        example: { "nse-kenya": 1 },
      }),
    as_of: time()
      .optional()
      .openapi({ description: "The versions that were current at this moment, where `versions` names none." }),
    max_rows: z.int().min(1).optional().openapi({
      description:
        "A result with more rows is refused and not metered; at most, and when absent, what the server allows.",
    }),
    format: z
      .enum(formatNames)
      .optional()
      .openapi({ description: "How the rows are written; `Accept` chooses when absent." }),
  })
  .openapi("SqlQuery");
export type SqlQuery = z.infer<typeof SqlQuery>;

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).openapi("SqlRow", {
  description: "One value a column, as in a page of rows: decimals and times as strings, no value as null.",
});

export const SqlResult = z
  .object({
    columns: z.array(
      z.object({
        name: z.string(),
        type: z.string().openapi({
          description: "string, integer, number, decimal(p,s), boolean, date or timestamp.",
          example: "decimal(18,2)",
        }),
      }),
    ),
    data: z.array(Row).openapi({ description: "All rows of the result: one that is cut short is never given." }),
    rows: z.int(),
    bytes_scanned: z.int().openapi({
      description:
        "What it was metered by: the packed bytes of the columns it names, in all parts of the datasets it names.",
    }),
    datasets: z
      .array(
        z.object({
          dataset: z.string(),
          version: z.int(),
          bytes_scanned: z.int(),
          receipt: z.string().openapi({ description: "The usage event of this dataset." }),
        }),
      )
      .openapi({ description: "Each dataset it names, once, in order of their slugs." }),
  })
  .openapi("SqlResult");
export type SqlResult = z.infer<typeof SqlResult>;
