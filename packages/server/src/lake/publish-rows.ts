import type { Column, Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import { faultsMax, type RowFault } from "./faults.ts";
import { type Check, definitionChecks } from "./publish-checks.ts";
import { typeConversion } from "./publish-types.ts";

/** The place of a row in the file, from 1. No column of a dataset can have a space in its name. */
export const filePlace = '"file place"';
export const rawName = (column: string) => quoteName(`raw ${column}`);

/** Rows with a value that is none of its type; the others may be sorted and compared. */
export const isFaulty = '"is faulty"';

type Rule = { column: string; when: string; reason: string };

function typeRules(column: Column, zone: string | undefined): Rule[] {
  const raw = rawName(column.name);
  const empty = { column: column.name, when: `${raw} IS NULL`, reason: "is empty, and the column is not nullable" };
  const { faults } = typeConversion(column, raw, quoteName(column.name), zone);
  return [
    ...(column.nullable ? [] : [empty]),
    ...faults.map(([when, reason]) => ({ column: column.name, when: `${raw} IS NOT NULL AND (${when})`, reason })),
  ];
}

/** One expression a column, so that a value has at most one fault: the first rule it breaks. */
function reasonSql(rules: Rule[]): string {
  const cases = rules.map(({ when, reason }) => `WHEN ${when} THEN ${quoteText(reason)}`);
  return `CASE ${cases.join(" ")} END`;
}

const toRule = ({ column, fails, reason }: Check): Rule => ({ column, when: fails, reason });

/** Expressions that give the reason why a row is refused, or null; each with the column it speaks of. */
function refusals(definition: Definition): { column: string; sql: string }[] {
  const checks = definition.enforce === "checks" ? definitionChecks(definition).map(toRule) : [];
  const typeFaults = definition.columns.map((column) => ({
    column: column.name,
    rules: typeRules(column, definition.source_time_zone),
  }));
  const checkFaults = checks.map((rule) => ({ column: rule.column, rules: [rule] }));
  return [...typeFaults, ...checkFaults]
    .filter(({ rules }) => rules.length > 0)
    .map(({ column, rules }) => ({ column, sql: reasonSql(rules) }));
}

/** SQL for the rows of the CSV file that the scan made: their places, and a text for each column. */
export function csvRows(rowsFile: string, names: readonly string[]): string {
  const columns = names.map((name) => `${quoteText(`raw ${name}`)}: 'VARCHAR'`);
  // The copy was made by us: LF ends its lines, and every row has its fields. Nothing is left to be guessed.
  return `SELECT row_number() OVER () AS ${filePlace}, * FROM read_csv(${quoteText(rowsFile)},
    columns = {${columns.join(", ")}}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', allow_quoted_nulls = false, strict_mode = true, parallel = false)`;
}

/** The texts of a source and their typed values side by side, in file order. */
function typedSql(definition: Definition, textsSql: string): string {
  const typed = definition.columns.map((column) => {
    const name = quoteName(column.name);
    return `${typeConversion(column, rawName(column.name), name, definition.source_time_zone).value} AS ${name}`;
  });
  // Two quotes are an empty text; of any other type there is none.
  const emptied = definition.columns
    .filter(({ type }) => type !== "string")
    .map(({ name }) => `nullif(${rawName(name)}, '') AS ${rawName(name)}`);
  const texts = emptied.length === 0 ? textsSql : `SELECT * REPLACE (${emptied.join(", ")}) FROM (${textsSql})`;
  return `SELECT *, ${typed.join(", ")} FROM (${texts})`;
}

/** Fills a table, `rows` for a file's, with the typed values of a source and says how many rows it took and how many are faulty. */
export async function loadRows(db: Duckdb, definition: Definition, textsSql: string, table = "rows") {
  const columns = definition.columns.map((column) => quoteName(column.name));
  const faulty = refusals(definition).map(({ sql }) => `(${sql}) IS NOT NULL`);
  await db.connection.run(`CREATE TABLE ${quoteName(table)} AS SELECT ${filePlace}, ${columns.join(", ")},
    ${faulty.join(" OR ") || "false"} AS ${isFaulty} FROM (${typedSql(definition, textsSql)})`);
  const [counts] = await db.rows(`SELECT count(*), count(*) FILTER (${isFaulty}) FROM ${quoteName(table)}`);
  return { rows: Number(counts?.[0]), faultyRows: Number(counts?.[1]) };
}

/** The faults of the first faulty rows, and the count of all, by reading the file once more: only bad files need it. */
export async function findRowFaults(db: Duckdb, definition: Definition, textsSql: string) {
  const reasons = refusals(definition);
  const raws = reasons.map(({ column }) => rawName(column));
  const columns = [...reasons.map(({ sql }) => sql), ...raws];
  const source = typedSql(definition, textsSql);
  const found = await db.rows(`SELECT s.${filePlace}, ${columns.join(", ")} FROM (${source}) s
    WHERE ${reasons.map(({ sql }) => `(${sql}) IS NOT NULL`).join(" OR ")} ORDER BY 1 LIMIT ${faultsMax}`);
  const counts = reasons.map(({ sql }) => `count(${sql})`);
  const [total = []] = await db.rows(`SELECT ${counts.join(", ")} FROM (${source})`);
  const faults = found.flatMap(([row, ...cells]): RowFault[] =>
    reasons.flatMap(({ column }, at) => {
      const reason = cells[at];
      const value = cells[reasons.length + at];
      if (typeof reason !== "string") return [];
      return [{ row: Number(row), column, value: typeof value === "string" ? value : null, reason }];
    }),
  );
  return { faults, faultCount: total.reduce<number>((sum, count) => sum + Number(count), 0) };
}
