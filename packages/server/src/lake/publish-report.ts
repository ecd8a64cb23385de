import type { Definition } from "../datasets/definition.ts";
import type { Cadence } from "../datasets/schemas.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import type { PublishReport } from "./lake.ts";
import { definitionChecks } from "./publish-checks.ts";
import { countPairs } from "./publish-quality.ts";
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

/** Counts over rows that add up: those of a version are the sums of its parts'. */
export type CellCounts = Pick<PublishReport, "rows" | "nonNullCells" | "cells" | "failedChecks"> & {
  invalidCells: number;
};

/** Counts over rows that `from` names, which are kept. */
export async function measureRows(
  db: Duckdb,
  definition: Definition,
  cadence: Cadence,
  from = "rows",
): Promise<Pick<PublishReport, "rows" | "nonNullCells" | "cells" | "failedChecks" | "quality">> {
  const { invalidCells, ...counts } = await countCells(db, definition, from);
  return { ...counts, quality: { invalidCells, pairs: await countPairs(db, definition, cadence, from) } };
}

export async function countCells(db: Duckdb, definition: Definition, from: string): Promise<CellCounts> {
  const nonNull = definition.columns.map(({ name }) => `count(${quoteName(name)})`);
  const checks = definitionChecks(definition);
  const failed = checks.map(({ fails }) => `count(*) FILTER (${fails})`);
  // A cell that fails two checks is one invalid cell.
  const invalid = [...Map.groupBy(checks, ({ column }) => column).values()].map(
    (ofColumn) => `count(*) FILTER (${ofColumn.map(({ fails }) => `(${fails})`).join(" OR ")})`,
  );
  const sums = [nonNull, failed, invalid].map((counts) => counts.join(" + ") || "0");
  const [counts] = await db.rows(`SELECT count(*), ${sums.join(", ")} FROM ${from}`);
  const [rows = 0, nonNullCells = 0, failedChecks = 0, invalidCells = 0] = (counts ?? []).map(Number);
  return { rows, nonNullCells, cells: rows * definition.columns.length, failedChecks, invalidCells };
}
