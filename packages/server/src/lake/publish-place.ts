import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import type { Part } from "./lake.ts";
import { basePart } from "./publish-found.ts";
import type { Coming } from "./publish-groups.ts";
import { nameChars } from "./publish-parts.ts";
import { filePlace } from "./publish-rows.ts";
import { sqlType, typeOf } from "./query-conditions.ts";
import { valueTextSql } from "./value-text.ts";

export const partitionName = '"partition name"';
export const isBehind = '"is behind"';

const lowest = {
  integer: "CAST('-9223372036854775808' AS BIGINT)",
  date: "CAST('-infinity' AS DATE)",
  timestamp: "CAST('-infinity' AS TIMESTAMP)",
};

/**
 * Fills the table `placed` with where each row of the file belongs: its partition; the part of the base there whose times it lies
 * within, or else the one before it, or the first; and whether it lies behind all that its partition has. Parts of a partition have no
 * time in common, so each time has one place.
 */
export async function placeRows(db: Duckdb, definition: Definition, parts: readonly Part[]): Promise<void> {
  if (definition.time === null) return placeAll(db, definition, parts.length);
  const type = typeOf(definition, definition.time);
  const time = quoteName(definition.time);
  const cast = (text: string | null) => `CAST(${quoteText(text ?? "")} AS ${sqlType(type)})`;
  const bottom = type.kind === "integer" || type.kind === "date" ? lowest[type.kind] : lowest.timestamp;
  const ofPartition = Map.groupBy(
    parts.map((part, at) => ({ part, at })),
    ({ part }) => part.partition,
  );
  const slots = [...ofPartition.values()].flatMap((slotsHere) =>
    slotsHere.map(({ part, at }, place) => {
      const since = place === 0 ? bottom : cast(part.timeMin);
      const until = place === slotsHere.length - 1 ? cast(part.timeMax) : "NULL";
      return `(${quoteText(part.partition)}, ${at}, ${since}, ${until})`;
    }),
  );
  await db.connection.run(`CREATE TABLE placed AS
    SELECT r.${filePlace}, r.${partitionName}, s.${basePart},
      s.${basePart} IS NULL OR coalesce(r.moment > s.until, false) AS ${isBehind}
    FROM (SELECT ${filePlace}, ${time} AS moment, ${nameSql(definition, time)} AS ${partitionName} FROM rows) r
    ASOF LEFT JOIN (VALUES ${slots.join(", ")}) AS s(${partitionName}, ${basePart}, since, until)
      ON r.${partitionName} = s.${partitionName} AND r.moment >= s.since`);
}

/** Without a time there is one partition. Its rows are in order of the key, or as they came: then new ones come last. */
async function placeAll(db: Duckdb, { key }: Definition, parts: number): Promise<void> {
  await db.connection.run(`CREATE TABLE placed AS SELECT ${filePlace}, 'all' AS ${partitionName},
    ${parts - 1} AS ${basePart}, ${key.length === 0} AS ${isBehind} FROM rows`);
}

function nameSql(definition: Definition, time: string): string {
  const { partition } = definition;
  if (partition === "none") return "'all'";
  const type = typeOf(definition, definition.time ?? "");
  const text = valueTextSql(type, time, 0);
  return type.kind === "integer" ? text : `left(${text}, ${nameChars[partition]})`;
}

/** The parts that may hold a row of the file: those in whose times one lies. */
export async function partsPlacedIn(db: Duckdb): Promise<number[]> {
  const found = await db.rows(`SELECT DISTINCT ${basePart} FROM placed WHERE NOT ${isBehind} ORDER BY 1`);
  return found.map(([part]) => Number(part));
}

/** Leaves in `placed` the rows that come: not those that are there already. */
export async function countComing(db: Duckdb, allAreThere: boolean): Promise<Coming[]> {
  await db.connection.run(
    allAreThere
      ? "DELETE FROM placed"
      : `DELETE FROM placed WHERE ${filePlace} IN (SELECT ${filePlace} FROM found WHERE "is same")`,
  );
  const found = await db.rows(`SELECT ${partitionName}, CASE WHEN ${isBehind} THEN NULL ELSE ${basePart} END, count(*)
    FROM placed GROUP BY 1, 2`);
  return found.map(([partition, part, rows]) => ({
    partition: String(partition),
    part: part === null ? null : Number(part),
    rows: Number(rows),
  }));
}
