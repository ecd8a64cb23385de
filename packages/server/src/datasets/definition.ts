import { z } from "@hono/zod-openapi";
import { faultsOfDefinition } from "./definition-faults.ts";

/** Names the query grammar keeps for itself: a column may not be called so. */
const reservedNames = [
  "from",
  "to",
  "order",
  "limit",
  "after",
  "version",
  "as_of",
  "since",
  "columns",
  "format",
  "sample",
] as const;

const ColumnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, "lower-case letters, digits and underscores, starting with a letter")
  .refine((name) => !(reservedNames as readonly string[]).includes(name), "is a word of the query grammar");

const ColumnType = z
  .string()
  .regex(
    /^(string|integer|number|boolean|date|timestamp|decimal\((?:[1-9]|[12]\d|3[0-8]),(?:\d|[12]\d|3[0-8])\))$/,
    "string, integer, number, boolean, date, timestamp or decimal(p,s)",
  )
  .openapi({ description: "string, integer, number, boolean, date, timestamp or decimal(p,s)", example: "number" });

export const Column = z
  .strictObject({
    name: ColumnName.openapi({ example: "day_price" }),
    type: ColumnType,
    unit: z.string().max(80).optional().openapi({ description: "What one of it is, for people.", example: "KES" }),
    description: z.string().max(1_000).optional(),
    nullable: z.boolean().default(true),
    minimum: z.number().optional().openapi({ description: "Smallest value allowed (numbers only)." }),
    maximum: z.number().optional().openapi({ description: "Largest value allowed (numbers only)." }),
    values: z
      .array(z.string().max(200))
      .min(1)
      .max(1_000)
      .optional()
      .openapi({ description: "The only values allowed (strings only)." }),
    pattern: z
      .string()
      .max(200)
      .optional()
      .openapi({ description: "An RE2 expression the whole value matches (strings only)." }),
  })
  .openapi("Column");
export type Column = z.infer<typeof Column>;

const Relation = z
  .strictObject({
    left: ColumnName.openapi({ example: "day_low" }),
    operator: z.enum(["<", "<=", "=", ">=", ">"]),
    right: ColumnName.openapi({ example: "day_high" }),
  })
  .openapi("Relation");

const Shape = z.strictObject({
  columns: z.array(Column).min(1).max(200),
  key: z
    .array(ColumnName)
    .max(8)
    .default([])
    .openapi({
      description: "The columns that identify a row in a version. Empty: rows have no identity.",
      example: ["code", "date"],
    }),
  time: ColumnName.nullable().default(null).openapi({
    description: "The date, timestamp or integer year column, never null, that orders the rows.",
    example: "date",
  }),
  partition: z.enum(["year", "month", "day", "none"]).default("none"),
  repeated_key: z.enum(["refuse", "keep_first", "keep_last"]).default("refuse"),
  source_time_zone: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: "The zone of timestamps that state none.", example: "Africa/Nairobi" }),
  relations: z
    .array(Relation)
    .max(50)
    .default([])
    .openapi({ description: "Comparisons between columns that the quality score counts and `enforce` refuses." }),
  enforce: z.enum(["types", "checks"]).default("types").openapi({
    description:
      "`types` refuses values of a wrong type or null where none may be; `checks` also refuses values outside minimum, maximum, values, pattern and relations.",
  }),
});

/** How a dataset's rows look, are identified, ordered and divided: all the lake needs to know of it. */
export const Definition = Shape.superRefine((definition, context) => {
  for (const { path, message } of faultsOfDefinition(definition)) context.addIssue({ code: "custom", path, message });
}).openapi("Definition");
export type Definition = z.infer<typeof Shape>;
