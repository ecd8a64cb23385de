import { z } from "@hono/zod-openapi";

/** Names the query grammar keeps for itself: a column may not be called so. */
export const reservedNames = ["from", "to", "order", "limit", "after", "version", "as_of", "columns", "format", "sample"] as const;

const ColumnName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, "lower-case letters, digits and underscores, starting with a letter")
  .refine((name) => !(reservedNames as readonly string[]).includes(name), "is a word of the query grammar");

const ColumnType = z.string().regex(
  /^(string|integer|number|boolean|date|timestamp|decimal\((?:[1-9]|[12]\d|3[0-8]),(?:\d|[12]\d|3[0-8])\))$/,
  "string, integer, number, boolean, date, timestamp or decimal(p,s)",
).openapi({ description: "string, integer, number, boolean, date, timestamp or decimal(p,s)", example: "number" });

export const Column = z.strictObject({
  name: ColumnName.openapi({ example: "day_price" }),
  type: ColumnType,
  unit: z.string().max(80).optional().openapi({ description: "What one of it is, for people.", example: "KES" }),
  description: z.string().max(1_000).optional(),
  nullable: z.boolean().default(true),
  minimum: z.number().optional().openapi({ description: "Smallest value allowed (numbers only)." }),
  maximum: z.number().optional().openapi({ description: "Largest value allowed (numbers only)." }),
  values: z.array(z.string().max(200)).min(1).max(1_000).optional().openapi({ description: "The only values allowed (strings only)." }),
  pattern: z.string().max(200).optional().openapi({ description: "An RE2 expression the whole value matches (strings only)." }),
}).openapi("Column");
export type Column = z.infer<typeof Column>;

const Relation = z.strictObject({
  left: ColumnName.openapi({ example: "day_low" }),
  operator: z.enum(["<", "<=", "=", ">=", ">"]),
  right: ColumnName.openapi({ example: "day_high" }),
}).openapi("Relation");

/** How a dataset's rows look, are identified, ordered and divided: all the lake needs to know of it. */
export const Definition = z.strictObject({
  columns: z.array(Column).min(1).max(200),
  key: z.array(ColumnName).max(8).default([]).openapi({ description: "The columns that identify a row in a version. Empty: rows have no identity.", example: ["code", "date"] }),
  time: ColumnName.nullable().default(null).openapi({ description: "The date, timestamp or integer year column, never null, that orders the rows.", example: "date" }),
  partition: z.enum(["year", "month", "day", "none"]).default("none"),
  repeated_key: z.enum(["refuse", "keep_first", "keep_last"]).default("refuse"),
  source_time_zone: z.string().max(64).optional().openapi({ description: "The zone of timestamps that state none.", example: "Africa/Nairobi" }),
  relations: z.array(Relation).max(50).default([]).openapi({ description: "Comparisons between columns that the quality score counts and `enforce` refuses." }),
  enforce: z.enum(["types", "checks"]).default("types").openapi({
    description: "`types` refuses values of a wrong type or null where none may be; `checks` also refuses values outside minimum, maximum, values, pattern and relations.",
  }),
}).superRefine((definition, context) => {
  const byName = new Map(definition.columns.map((column) => [column.name, column]));
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  if (byName.size < definition.columns.length) complain(["columns"], "two columns have the same name");
  if (new Set(definition.key).size < definition.key.length) complain(["key"], "names a column twice");
  definition.key.forEach((name, at) => {
    const column = byName.get(name);
    if (!column) complain(["key", at], `there is no column ${name}`);
    else if (column.nullable) complain(["key", at], `${name} is part of the key, so set nullable to false`);
  });
  definition.relations.forEach(({ left, right }, at) => {
    for (const name of [left, right]) if (!byName.has(name)) complain(["relations", at], `there is no column ${name}`);
  });
  const time = definition.time === null ? undefined : byName.get(definition.time);
  if (definition.time !== null && !time) complain(["time"], `there is no column ${definition.time}`);
  if (time && !["date", "timestamp", "integer"].includes(time.type)) complain(["time"], "must be a date, a timestamp or an integer year");
  if (time?.nullable) complain(["time"], `${time.name} orders the rows, so set nullable to false`);
  if (definition.time === null && definition.partition !== "none") complain(["partition"], "needs a time column");
  if (time?.type === "integer" && !["year", "none"].includes(definition.partition)) complain(["partition"], "an integer year divides by year or none");
}).openapi("Definition");
export type Definition = z.infer<typeof Definition>;
