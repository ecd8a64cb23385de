/** A column's declared type, taken apart. */
export type ColumnType =
  | { kind: "string" | "integer" | "number" | "boolean" | "date" | "timestamp" }
  | { kind: "decimal"; precision: number; scale: number };

/** Fraction digits of every timestamp of a version: the fewest of these that lose nothing. */
export type TimestampDigits = 0 | 3 | 6;

export function parseColumnType(type: string): ColumnType {
  const decimal = /^decimal\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return { kind: "decimal", precision: Number(decimal[1]), scale: Number(decimal[2]) };
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "date":
    case "timestamp":
      return { kind: type };
    default:
      throw new Error(`unknown column type ${type}`);
  }
}

/**
 * DuckDB and JavaScript print the same shortest digits and differ in where the point goes. `number_text` moves it to where
 * JavaScript's String(x) has it; nearly all numbers take one of its first two ways.
 */
export const valueTextMacros = `
  CREATE TEMP MACRO scientific_text(x, mantissa, exponent) AS CASE
    WHEN exponent BETWEEN 0 AND 20
      THEN rpad(replace(mantissa, '.', ''), exponent + 1 + CASE WHEN x < 0 THEN 1 ELSE 0 END, '0')
    WHEN exponent BETWEEN -6 AND -1
      THEN CASE WHEN x < 0 THEN '-0.' ELSE '0.' END || repeat('0', -exponent - 1) || replace(ltrim(mantissa, '-'), '.', '')
    ELSE mantissa || CASE WHEN exponent < 0 THEN 'e-' ELSE 'e+' END || abs(exponent) END;
  CREATE TEMP MACRO printed_text(x, printed) AS CASE
    WHEN contains(printed, 'e')
      THEN scientific_text(x, split_part(printed, 'e', 1), CAST(split_part(printed, 'e', 2) AS INTEGER))
    WHEN suffix(printed, '.0') THEN left(printed, -2)
    ELSE printed END;
  CREATE TEMP MACRO number_text(x) AS CASE
    WHEN x = trunc(x) AND abs(x) < 1e15 THEN CAST(CAST(x AS BIGINT) AS VARCHAR)
    WHEN abs(x) >= 1e-4 AND abs(x) < 1e15 THEN CAST(x AS VARCHAR)
    ELSE printed_text(x, CAST(x AS VARCHAR)) END;
`;

const timestampCuts: Record<TimestampDigits, (sql: string) => string> = {
  0: (sql) => `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`,
  3: (sql) => `strftime(${sql}, '%Y-%m-%dT%H:%M:%S.%gZ')`,
  6: (sql) => `strftime(${sql}, '%Y-%m-%dT%H:%M:%S.%fZ')`,
};

/**
 * SQL for the one text a value has in pages, exports and every other format; null stays null. `sql` is a column or
 * expression of the type a part stores; the connection comes from openDuckdb, which knows the macros.
 */
export function valueTextSql(type: ColumnType, sql: string, digits: TimestampDigits): string {
  switch (type.kind) {
    case "string":
      return sql;
    case "number":
      return `number_text(${sql})`;
    case "timestamp":
      return timestampCuts[digits](sql);
    case "decimal":
      // DuckDB leaves out the zero before the point where the type has no room for one.
      return type.precision > type.scale
        ? `CAST(${sql} AS VARCHAR)`
        : `regexp_replace(CAST(${sql} AS VARCHAR), '^(-?)[.]', '\\10.')`;
    default:
      return `CAST(${sql} AS VARCHAR)`;
  }
}

/** SQL for a value as it stands in a JSON row: never null, always text. */
export function valueJsonSql(type: ColumnType, sql: string, digits: TimestampDigits): string {
  const text = valueTextSql(type, sql, digits);
  switch (type.kind) {
    case "integer":
    case "number":
    case "boolean":
      return `coalesce(${text}, 'null')`;
    case "string":
      return `coalesce(CAST(to_json(${text}) AS VARCHAR), 'null')`;
    default:
      return `coalesce('"' || ${text} || '"', 'null')`;
  }
}

/** SQL for a row as JSON, with these columns in this order and nothing between them. */
export function rowJsonSql(columns: readonly { name: string; type: ColumnType }[], digits: TimestampDigits): string {
  const members = columns.map(({ name, type }, at) => {
    const value = valueJsonSql(type, `"${name.replaceAll('"', '""')}"`, digits);
    return `'${`${at === 0 ? "{" : ","}${JSON.stringify(name)}:`.replaceAll("'", "''")}', ${value}`;
  });
  return `concat(${members.join(", ")}, '}')`;
}
