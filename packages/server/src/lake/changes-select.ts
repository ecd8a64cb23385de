import type { Definition } from "../datasets/definition.ts";
import { changeColumn } from "./changes-set.ts";
import { quoteName, quoteText } from "./duckdb.ts";
import { cutsOf } from "./first-rows.ts";
import type { RowWindow, State } from "./lake.ts";
import { conditionsOf, type Select, sqlType, typeOf } from "./query-conditions.ts";

// No column of a dataset can have a space in its name.
export const ofPartition = '"of partition"';
const isSeen = '"is seen"';

type Wanted = {
  /** Of the rows that are found. */
  definition: Definition;
  since: State;
  to: State;
  window: RowWindow | null;
  fileOf(sha256: string): string;
};

/** Each row that only one state has, or that differs between the two, with the partition it is in or was in. */
export function selectChanges({ definition, since, to, window, fileOf }: Wanted): Select {
  const seen = window === null ? { sql: "true", values: [] } : seenOf(since.definition, window);
  const names = definition.columns.map(({ name }) => name).filter((name) => name !== changeColumn);
  const { key, time } = definition;
  const had = new Set(since.definition.columns.map(({ name }) => name));
  const others = names.filter((name) => !key.includes(name));
  const values = names.map((name) => {
    const [before, after] = [`o.${quoteName(name)}`, `n.${quoteName(name)}`];
    // Who may no longer see a row is told which one it was, and nothing that was in it.
    const told = key.includes(name) || name === time;
    if (told) return `coalesce(${after}, ${before}) AS ${quoteName(name)}`;
    if (!had.has(name)) return `${after} AS ${quoteName(name)}`;
    return `CASE WHEN n.${ofPartition} IS NULL AND o.${isSeen} THEN ${before} ELSE ${after} END AS ${quoteName(name)}`;
  });
  const differs = others.map((name) =>
    had.has(name) ? `o.${quoteName(name)} IS DISTINCT FROM n.${quoteName(name)}` : `n.${quoteName(name)} IS NOT NULL`,
  );
  const oldNames = names.filter((name) => had.has(name));
  return {
    sql: `SELECT CASE WHEN o.${ofPartition} IS NULL THEN 'added' WHEN n.${ofPartition} IS NOT NULL THEN 'changed'
        WHEN o.${isSeen} THEN 'removed' ELSE 'expired' END AS ${quoteName(changeColumn)},
      coalesce(n.${ofPartition}, o.${ofPartition}) AS ${ofPartition}, ${values.join(", ")}
      FROM (${sideSql(since, oldNames, fileOf, seen.sql)}) o FULL OUTER JOIN (${sideSql(to, names, fileOf, "true")}) n
      ON ${key.map((name) => `o.${quoteName(name)} = n.${quoteName(name)}`).join(" AND ")}
      WHERE ${[`o.${ofPartition} IS NULL`, `n.${ofPartition} IS NULL`, ...differs].join(" OR ")}`,
    values: seen.values,
  };
}

/** A filter on a column that the older state had not leaves every row out of sight, as it would have then. */
function seenOf(definition: Definition, window: RowWindow): Select {
  const names = new Set(definition.columns.map(({ name }) => name));
  if (window.filters.some(({ column }) => !names.has(column))) return { sql: "false", values: [] };
  const { sql, values } = conditionsOf(definition, window);
  return { sql: sql === "" ? "true" : `coalesce(${sql}, false)`, values };
}

function sideSql({ definition, parts }: State, names: string[], fileOf: Wanted["fileOf"], seen: string): string {
  const columns = names.map(quoteName);
  if (parts.length === 0) {
    const empty = names.map((name) => `CAST(NULL AS ${sqlType(typeOf(definition, name))}) AS ${quoteName(name)}`);
    return `SELECT ${empty.join(", ")}, NULL AS ${ofPartition}, NULL AS ${isSeen} WHERE false`;
  }
  const files = parts.map(({ sha256 }) => quoteText(fileOf(sha256))).join(", ");
  const partitions = parts.map(({ partition }) => quoteText(partition)).join(", ");
  const cuts = cutsOf(parts);
  return `SELECT ${columns.join(", ")}, list_extract([${partitions}], CAST(file_index AS BIGINT) + 1) AS ${ofPartition},
    ${seen} AS ${isSeen} FROM read_parquet([${files}]) ${cuts.length === 0 ? "" : `WHERE ${cuts.join(" AND ")}`}`;
}
