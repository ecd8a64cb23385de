import { usageFailure } from "./failures.ts";
import { choice, many, names, optional, text } from "./fields.ts";

const reserved = new Set([
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
]);

export const filterArgument = () =>
  many(text("conditions: ticker=NPN, close.gte=100; .ne .gt .gte .lt .lte .null compare", "column=value"));

/** The flags that choose rows, for queries and exports alike. */
export const rowFlags = {
  from: optional(text("rows of this time and later", "time")),
  to: optional(text("rows before this time", "time")),
  columns: optional(names("these columns only, in this order", "a,b")),
  order: optional(choice("the order of the rows; - means descending", ["time", "-time", "key", "-key"])),
};

/** `ticker=NPN ticker=SOL close.gte=100`: a column named twice may have either value. */
export function readFilters(conditions: readonly string[]): Record<string, string[]> {
  const filters = new Map<string, string[]>();
  for (const condition of conditions) {
    const at = condition.indexOf("=");
    if (at < 1)
      throw usageFailure(`${condition} is no condition.`, { hint: "A condition is column=value, such as ticker=NPN." });
    const name = condition.slice(0, at);
    if (reserved.has(name))
      throw usageFailure(`${name} is not a column.`, {
        hint: `Where it can be chosen, it is a flag: --${name.replace("_", "-")} ${condition.slice(at + 1)}.`,
      });
    filters.set(name, [...(filters.get(name) ?? []), condition.slice(at + 1)]);
  }
  return Object.fromEntries(filters);
}
