import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import { faultsMax, type RowFault } from "./faults.ts";
import { filePlace, isFaulty } from "./publish-rows.ts";
import { parseColumnType, type TimestampDigits, valueJsonSql, valueTextSql } from "./value-text.ts";

const repeatedKeysMax = 100;

/** A row whose key an earlier row already has, and that earlier row. */
export type RepeatedRow = RowFault & { firstRow: number };

/** Fills the table `repeated` with the keys that several rows have. */
export async function findRepeatedKeys(db: Duckdb, { key }: Definition): Promise<{ repeatedRows: number }> {
  if (key.length === 0) return { repeatedRows: 0 };
  const names = key.map(quoteName).join(", ");
  // A row with a faulty value has no key to compare.
  await db.connection.run(`CREATE TABLE repeated AS
    SELECT ${names}, min(${filePlace}) AS "first place", max(${filePlace}) AS "last place", count(*) AS "row count"
    FROM rows WHERE NOT ${isFaulty} GROUP BY ${names} HAVING count(*) > 1`);
  const [sum] = await db.rows('SELECT coalesce(sum("row count" - 1), 0) FROM repeated');
  return { repeatedRows: Number(sum?.[0]) };
}

const sameKey = (key: string[]) =>
  key.map((name) => `rows.${quoteName(name)} = repeated.${quoteName(name)}`).join(" AND ");

function keySql(definition: Definition, digits: TimestampDigits, toSql: typeof valueTextSql): string[] {
  return definition.key.map((name) => {
    const column = definition.columns.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`the key names ${name}, which is no column`);
    return toSql(parseColumnType(column.type), `repeated.${quoteName(name)}`, digits);
  });
}

/** The first rows that repeat a key, for a dataset that refuses them. */
export async function repeatedKeyFaults(db: Duckdb, definition: Definition): Promise<RepeatedRow[]> {
  const { key } = definition;
  const text = keySql(definition, 6, valueTextSql).join(" || ', ' || ");
  const found = await db.rows(`SELECT rows.${filePlace}, "first place", ${text}
    FROM rows JOIN repeated ON ${sameKey(key)} WHERE NOT ${isFaulty} AND rows.${filePlace} > "first place"
    ORDER BY 1 LIMIT ${faultsMax}`);
  return found.map(([row, firstRow, value]) => ({
    row: Number(row),
    firstRow: Number(firstRow),
    column: key.join(", "),
    value: String(value),
    reason: "repeats the key of an earlier line",
  }));
}

/** Leaves one row of each repeated key in `rows`, and tells the first keys that were repeated. */
export async function dropRepeatedRows(
  db: Duckdb,
  definition: Definition,
  digits: TimestampDigits,
): Promise<Record<string, unknown>[]> {
  const kept = definition.repeated_key === "keep_last" ? '"last place"' : '"first place"';
  await db.connection.run(`DELETE FROM rows USING repeated
    WHERE ${sameKey(definition.key)} AND rows.${filePlace} <> repeated.${kept}`);
  const values = keySql(definition, digits, valueJsonSql);
  const json = definition.key.map((name, at) => `'${JSON.stringify(name)}:' || ${values[at]}`).join(" || ',' || ");
  const keys = await db.rows(
    `SELECT '{' || ${json} || '}' FROM repeated ORDER BY "first place" LIMIT ${repeatedKeysMax}`,
  );
  return keys.map(([key]) => JSON.parse(String(key)));
}
