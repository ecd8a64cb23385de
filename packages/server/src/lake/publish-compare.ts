import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import type { RowChanges } from "./publish-mode.ts";
import { filePlace } from "./publish-rows.ts";

/** Beyond so many rows, how a file differs from the version before is left to who asks for it. */
const comparedRowsMax = 1_000_000;

export const filesSql = (files: readonly string[]) => `read_parquet([${files.map(quoteText).join(", ")}])`;

/** True where two rows of one key are the same; `left` and `right` name their tables. */
export function sameValuesSql({ columns, key }: Definition, left: string, right: string): string {
  const others = columns.map(({ name }) => name).filter((name) => !key.includes(name));
  const same = others.map((name) => `${left}.${quoteName(name)} IS NOT DISTINCT FROM ${right}.${quoteName(name)}`);
  return same.join(" AND ") || "true";
}

export const sameKeySql = ({ key }: Definition, left: string, right: string) =>
  key.map((name) => `${left}.${quoteName(name)} = ${right}.${quoteName(name)}`).join(" AND ");

/** Whether parts have the same rows. Of rows without a key their order is a part of what they say. */
export async function haveSameRows(
  db: Duckdb,
  definition: Definition,
  left: readonly string[],
  right: readonly string[],
): Promise<boolean> {
  const names = definition.columns.map(({ name }) => quoteName(name)).join(", ");
  const places = definition.key.length === 0 ? `, row_number() OVER () AS ${filePlace}` : "";
  const [ours, theirs] = [left, right].map((files) => `SELECT ${names}${places} FROM ${filesSql(files)}`);
  // Rows that differ are all but always told by this, which needs no room.
  const sum = (rows = "") => `SELECT count(*), CAST(sum(hash(found)) AS VARCHAR) FROM (${rows}) found`;
  const [one, other] = [await db.rows(sum(ours)), await db.rows(sum(theirs))];
  if (String(one[0]) !== String(other[0])) return false;
  const [difference] = await db.rows(`SELECT 1 FROM ((${ours} EXCEPT ALL ${theirs}) UNION ALL
    (${theirs} EXCEPT ALL ${ours})) LIMIT 1`);
  return difference === undefined;
}

/** How the rows of some parts became those of others; null where they have no identity, or counting would take long. */
export async function countChanges(
  db: Duckdb,
  definition: Definition,
  before: { files: readonly string[]; rows: number },
  after: { files: readonly string[]; rows: number },
): Promise<RowChanges | null> {
  if (definition.key.length === 0 || before.rows + after.rows > comparedRowsMax) return null;
  if (before.files.length === 0 || after.files.length === 0)
    return { added: after.rows, changed: 0, removed: before.rows };
  const [counts] = await db.rows(`SELECT count(*), count(*) FILTER (${sameValuesSql(definition, "a", "b")})
    FROM ${filesSql(before.files)} a JOIN ${filesSql(after.files)} b ON ${sameKeySql(definition, "a", "b")}`);
  const [met = 0, same = 0] = (counts ?? []).map(Number);
  return { added: after.rows - met, changed: met - same, removed: before.rows - met };
}
