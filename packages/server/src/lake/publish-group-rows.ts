import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import type { Part } from "./lake.ts";
import type { PartMeta } from "./parts-meta.ts";
import { filesSql } from "./publish-compare.ts";
import { basePart, baseRow } from "./publish-found.ts";
import type { Group } from "./publish-groups.ts";
import { type NewPart, writeRows } from "./publish-parts.ts";
import { isBehind, partitionName } from "./publish-place.ts";
import { filePlace } from "./publish-rows.ts";
import { sqlType, typeOf } from "./query-conditions.ts";
import { valueTextSql } from "./value-text.ts";

type FileOf = (sha256: string) => string;

const columnsSql = ({ columns }: Definition) => columns.map(({ name }) => quoteName(name)).join(", ");

/** The rows of some parts of the base, each with the place of its part there and its own in that. */
export function baseRowsSql(
  definition: Definition,
  parts: readonly { part: Part; at: number }[],
  fileOf: FileOf,
): string {
  const columns = columnsSql(definition);
  if (parts.length === 0) {
    const types = definition.columns.map(
      ({ name }) => `CAST(NULL AS ${sqlType(typeOf(definition, name))}) AS ${quoteName(name)}`,
    );
    return `SELECT 0 AS ${basePart}, 0 AS ${baseRow}, ${types.join(", ")} WHERE false`;
  }
  const places = parts.map(({ at }) => at).join(", ");
  return `SELECT ([${places}])[CAST(file_index AS BIGINT) + 1] AS ${basePart}, file_row_number AS ${baseRow}, ${columns}
    FROM ${filesSql(parts.map(({ part }) => fileOf(part.sha256)))}`;
}

type Job = {
  definition: Definition;
  meta: PartMeta;
  group: Group & { partition: string };
  /** Of a delete, no row comes. */
  deletes: boolean;
  fileOf: FileOf;
  file: string;
};

/** Writes what stays of some parts of the base and what comes to them as one part. */
export async function writeGroup(
  db: Duckdb,
  { definition, meta, group, deletes, fileOf, file }: Job,
): Promise<NewPart> {
  const columns = columnsSql(definition);
  const stays = `SELECT ${columns}, 0 AS "is new", ${basePart}, ${baseRow}
    FROM (${baseRowsSql(definition, group.parts, fileOf)}) base
    WHERE NOT EXISTS (SELECT 1 FROM found WHERE found.${basePart} = base.${basePart} AND found.${baseRow} = base.${baseRow})`;
  const comes = `SELECT ${columns}, 1 AS "is new", 0 AS ${basePart}, ${filePlace} AS ${baseRow}
    FROM rows WHERE ${filePlace} IN (SELECT ${filePlace} FROM placed WHERE ${placeSql(group)})`;
  const from = `(${deletes ? stays : `${stays} UNION ALL ${comes}`})`;
  const written = await writeRows(db, { definition, meta, from, places: `"is new", ${basePart}, ${baseRow}`, file });
  return { part: { ...written, partition: group.partition, ...(await boundsOf(db, definition, meta, file)) }, file };
}

function placeSql({ partition, parts, takesBehind }: Group & { partition: string }): string {
  const places = parts.map(({ at }) => at);
  const within = places.length === 0 ? "false" : `NOT ${isBehind} AND ${basePart} IN (${places.join(", ")})`;
  return `${partitionName} = ${quoteText(partition)} AND (${within} OR (${takesBehind} AND ${isBehind}))`;
}

async function boundsOf(db: Duckdb, definition: Definition, { timestampDigits }: PartMeta, file: string) {
  const { time } = definition;
  const text = (bound: string) =>
    time === null ? "NULL" : valueTextSql(typeOf(definition, time), `${bound}(${quoteName(time)})`, timestampDigits);
  const [found] = await db.rows(`SELECT count(*), ${text("min")}, ${text("max")} FROM ${filesSql([file])}`);
  const [rows, timeMin, timeMax] = found ?? [];
  return {
    rows: Number(rows),
    timeMin: time === null ? null : String(timeMin),
    timeMax: time === null ? null : String(timeMax),
  };
}
