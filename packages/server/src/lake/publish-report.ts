import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import type { PublishReport } from "./lake.ts";
import { definitionChecks } from "./publish-checks.ts";
import type { TimestampDigits } from "./value-text.ts";

/** The fewest digits that hold every timestamp of the version. */
export async function timestampDigits(db: Duckdb, { columns }: Definition): Promise<TimestampDigits> {
  const names = columns.filter((column) => column.type === "timestamp").map((column) => quoteName(column.name));
  if (names.length === 0) return 0;
  const anyFinerThan = (micros: number) =>
    `coalesce(bool_or(${names.map((name) => `coalesce(epoch_us(${name}) % ${micros} <> 0, false)`).join(" OR ")}), false)`;
  const [finer] = await db.rows(`SELECT ${anyFinerThan(1_000)}, ${anyFinerThan(1_000_000)} FROM rows`);
  if (finer?.[0] === true) return 6;
  return finer?.[1] === true ? 3 : 0;
}

/** Counts over the rows that are kept. */
export async function measureRows(
  db: Duckdb,
  definition: Definition,
): Promise<Pick<PublishReport, "rows" | "nonNullCells" | "cells" | "failedChecks">> {
  const nonNull = definition.columns.map(({ name }) => `count(${quoteName(name)})`);
  const failed = definitionChecks(definition).map(({ fails }) => `count(*) FILTER (${fails})`);
  const [counts] = await db.rows(`SELECT count(*), ${nonNull.join(" + ")}, ${failed.join(" + ") || "0"} FROM rows`);
  const [rows = 0, nonNullCells = 0, failedChecks = 0] = (counts ?? []).map(Number);
  return { rows, nonNullCells, cells: rows * definition.columns.length, failedChecks };
}
