import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import { faultsMax, type RowFault } from "./faults.ts";
import { sameKeySql, sameValuesSql } from "./publish-compare.ts";
import type { PublishMode, RowChanges } from "./publish-mode.ts";
import { filePlace } from "./publish-rows.ts";
import { parseColumnType, valueTextSql } from "./value-text.ts";

/** Rows of the file that are right by themselves and do not go with the version before. */
export class RefusedRows extends Error {
  override readonly name = "RefusedRows";
  readonly faults: RowFault[];
  readonly faultCount: number;
  constructor(faults: RowFault[], faultCount: number) {
    super(`${faultCount} rows are refused`);
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

/** Names a row of the version before. No column of a dataset can have a space in its name. */
export const basePart = '"base part"';
export const baseRow = '"base row"';
const isSame = '"is same"';

/** How many rows the file has, how many of them have the key of a row of the base, and how many are that very row. */
export type Found = { rows: number; met: number; same: number };

/**
 * Fills the table `found` with the rows of the base whose keys the file has. `baseSql` gives the rows of all parts that may have one,
 * each with its `base part` and `base row`.
 */
export async function findRows(db: Duckdb, mode: PublishMode, definition: Definition, baseSql: string): Promise<Found> {
  const same = mode === "delete" ? "false" : sameValuesSql(definition, "rows", "base");
  await db.connection.run(
    definition.key.length === 0
      ? `CREATE TABLE found (${basePart} INTEGER, ${baseRow} BIGINT, ${filePlace} BIGINT, ${isSame} BOOLEAN)`
      : `CREATE TABLE found AS SELECT base.${basePart}, base.${baseRow}, rows.${filePlace}, ${same} AS ${isSame}
          FROM (${baseSql}) base JOIN rows ON ${sameKeySql(definition, "rows", "base")}`,
  );
  const [counts] = await db.rows(
    `SELECT (SELECT count(*) FROM rows), count(*), count(*) FILTER (${isSame}) FROM found`,
  );
  const [rows = 0, met = 0, sameRows = 0] = (counts ?? []).map(Number);
  // Rows without identity are the same where all of them are there already, as often as the file has them.
  if (definition.key.length === 0 && (await holdsAll(db, definition, baseSql))) return { rows, met: rows, same: rows };
  return { rows, met, same: sameRows };
}

async function holdsAll(db: Duckdb, { columns }: Definition, baseSql: string): Promise<boolean> {
  const names = columns.map(({ name }) => quoteName(name)).join(", ");
  const [other] = await db.rows(
    `SELECT 1 FROM (SELECT ${names} FROM rows EXCEPT ALL SELECT ${names} FROM (${baseSql})) LIMIT 1`,
  );
  return other === undefined;
}

/** What a publish of this mode does, given what was found. */
export function changesOf(mode: PublishMode, { key }: Definition, { rows, met, same }: Found): RowChanges | null {
  if (key.length === 0) return null;
  if (mode === "delete") return { added: 0, changed: 0, removed: met };
  return { added: rows - met, changed: met - same, removed: 0 };
}

/**
 * An append brings rows of which none was there. Where all of them are, with the same values, it is one that was made before, and
 * changes nothing.
 *
 * @throws RefusedRows
 */
export async function refuseKnownRows(db: Duckdb, definition: Definition, number: number, found: Found): Promise<void> {
  if (definition.key.length === 0 || found.met === 0 || found.same === found.rows) return;
  const key = definition.key.map((name) => {
    const column = definition.columns.find((candidate) => candidate.name === name);
    return valueTextSql(parseColumnType(column?.type ?? "string"), `rows.${quoteName(name)}`, 6);
  });
  const first = await db.rows(`SELECT ${filePlace}, ${isSame}, ${key.join(" || ', ' || ")}
    FROM found JOIN rows USING (${filePlace}) ORDER BY 1 LIMIT ${faultsMax}`);
  const faults = first.map(
    ([row, same, value]): RowFault => ({
      row: Number(row),
      column: definition.key.join(", "),
      value: String(value),
      reason:
        same === true
          ? `is a row of version ${number} already`
          : `is the key of a row of version ${number}, which has other values: an upsert replaces it`,
    }),
  );
  throw new RefusedRows(faults, found.met);
}

/** Leaves in `found` the rows of the base that go, and tells how many of each part. */
export async function dropSameRows(db: Duckdb): Promise<Map<number, number>> {
  await db.connection.run(`DELETE FROM found WHERE ${isSame}`);
  const removed = await db.rows(`SELECT ${basePart}, count(*) FROM found GROUP BY 1`);
  return new Map(removed.map(([part, rows]) => [Number(part), Number(rows)]));
}
