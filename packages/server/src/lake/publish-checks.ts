import type { Column, Definition } from "../datasets/definition.ts";
import { quoteName, quoteText } from "./duckdb.ts";

/** A declared check over typed values: SQL that is true where a value fails it; null values never do. */
export type Check = { column: string; fails: string; reason: string };

function columnChecks(column: Column): Check[] {
  const value = quoteName(column.name);
  const check = (fails: string, reason: string) => ({ column: column.name, fails, reason });
  const checks: Check[] = [];
  // Written as text and cast, since a bare 0.1 would be a decimal to DuckDB and 1e400 an error.
  const number = (bound: number) => `CAST('${bound}' AS DOUBLE)`;
  const { minimum, maximum, values, pattern } = column;
  if (minimum !== undefined) checks.push(check(`${value} < ${number(minimum)}`, `is below the minimum ${minimum}`));
  if (maximum !== undefined) checks.push(check(`${value} > ${number(maximum)}`, `is above the maximum ${maximum}`));
  if (values)
    checks.push(check(`${value} NOT IN (${values.map(quoteText).join(", ")})`, "is not one of the values allowed"));
  if (pattern !== undefined) {
    checks.push(
      check(`NOT regexp_full_match(${value}, ${quoteText(pattern)})`, `does not match the pattern ${pattern}`),
    );
  }
  return checks;
}

const opposites = { "<": ">=", "<=": ">", "=": "<>", ">=": "<", ">": "<=" } as const;

/** The checks and relations of a definition; a relation counts as one cell, that of its left column. */
export function definitionChecks({ columns, relations }: Definition): Check[] {
  return [
    ...columns.flatMap(columnChecks),
    ...relations.map(({ left, operator, right }) => ({
      column: left,
      fails: `${quoteName(left)} ${opposites[operator]} ${quoteName(right)}`,
      reason: `is not ${operator} ${right}`,
    })),
  ];
}
