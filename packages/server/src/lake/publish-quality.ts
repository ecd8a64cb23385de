import type { Definition } from "../datasets/definition.ts";
import type { Cadence } from "../datasets/schemas.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import type { ExpectedPairs } from "./lake.ts";
import { parseColumnType } from "./value-text.ts";

type Period = {
  name: ExpectedPairs["period"];
  /** How a time becomes the number of its period. */
  sql: string;
  /** Every period of the calendar is expected: years, but not trading days. */
  isGapless: boolean;
  /** The key tells periods apart, so that no two rows share one. */
  isUnique: boolean;
};

/** A Monday before all dates that are read: weeks counted from it begin on Mondays. */
const firstDay = "TIMESTAMP '0001-01-01'";

/** Null where the cadence has no periods, or the time is too coarse to tell them apart. */
function periodOf(cadence: Cadence, { columns, key, time }: Definition): Period | null {
  const column = columns.find(({ name }) => name === time);
  if (!column || !key.includes(column.name)) return null;
  const { kind } = parseColumnType(column.type);
  const at = quoteName(column.name);
  if (kind === "integer")
    return cadence === "annual" ? { name: "year", sql: at, isGapless: true, isUnique: true } : null;
  const since = (unit: "day" | "hour" | "minute") => `date_diff('${unit}', ${firstDay}, CAST(${at} AS TIMESTAMP))`;
  const gapless = (name: Period["name"], sql: string) => ({ name, sql, isGapless: true, isUnique: false });
  if (cadence === "annual") return gapless("year", `year(${at})`);
  if (cadence === "quarterly") return gapless("quarter", `year(${at}) * 4 + quarter(${at})`);
  if (cadence === "monthly") return gapless("month", `year(${at}) * 12 + month(${at})`);
  if (cadence === "weekly") return gapless("week", `${since("day")} // 7`);
  if (cadence === "daily") return { name: "day", sql: since("day"), isGapless: false, isUnique: kind === "date" };
  if (kind === "timestamp" && (cadence === "hourly" || cadence === "minute")) {
    const name = cadence === "hourly" ? "hour" : "minute";
    return { name, sql: since(name), isGapless: false, isUnique: false };
  }
  return null;
}

/**
 * How many pairs of a key and a period there are, of those expected from each key's first period to its last: all of them for
 * years, quarters, months and weeks; for days and finer, which markets rest on, those in which any key has a row.
 */
export async function countPairs(
  db: Duckdb,
  definition: Definition,
  cadence: Cadence,
  from: string,
): Promise<ExpectedPairs | null> {
  const period = periodOf(cadence, definition);
  if (!period) return null;
  const others = definition.key.filter((name) => name !== definition.time).map(quoteName);
  const grouped = others.length > 0 ? `GROUP BY ${others.join(", ")}` : "";
  const spans = `spans AS (SELECT min(period) AS first, max(period) AS last, count(*) AS present FROM pairs ${grouped})`;
  const pairs = `pairs AS (SELECT ${period.isUnique ? "" : "DISTINCT"} ${[...others, `${period.sql} AS period`].join(", ")} FROM ${from})`;
  const calendar = `calendar AS (SELECT period, row_number() OVER (ORDER BY period) AS place FROM (SELECT DISTINCT period FROM pairs))`;
  const [counts] = await db.rows(
    period.isGapless
      ? `WITH ${pairs}, ${spans} SELECT count(*), sum(last - first + 1), sum(present) FROM spans`
      : `WITH ${pairs}, ${spans}, ${calendar} SELECT count(*), sum(b.place - a.place + 1), sum(present) FROM spans
          JOIN calendar a ON a.period = first JOIN calendar b ON b.period = last`,
  );
  const [keys = 0, expected = 0, present = 0] = (counts ?? []).map(Number);
  return { keys, expected, present, period: period.name };
}
