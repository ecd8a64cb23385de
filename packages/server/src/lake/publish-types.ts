import type { Column } from "../datasets/definition.ts";
import { quoteText } from "./duckdb.ts";
import { recordBytesMax } from "./publish-scan.ts";
import { type ColumnType, parseColumnType } from "./value-text.ts";

/** How a text of the source becomes a value. Each part is SQL. */
export type Conversion = {
  /** The value, or null where the text is none. */
  value: string;
  /** When-then pairs over the text and the value, told in this order; a text that meets none is good. */
  faults: [when: string, reason: string][];
};

const jsonInteger = "-?(0|[1-9][0-9]*)";
const integerMax = Number.MAX_SAFE_INTEGER;
const clockTime = "([01][0-9]|2[0-3]):[0-5][0-9]";
const timestampForm = `[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]${clockTime}(:[0-5][0-9]([.][0-9]+)?)?([Zz]|[+-]${clockTime})?`;

const matches = (raw: string, pattern: string) => `regexp_full_match(${raw}, ${quoteText(pattern)})`;

function decimalConversion(type: ColumnType & { kind: "decimal" }, raw: string): Conversion {
  const wholeDigits = type.precision - type.scale;
  const whole = wholeDigits > 0 ? `(0|[1-9][0-9]{0,${wholeDigits - 1}})` : "0";
  return {
    value: `TRY_CAST(${raw} AS DECIMAL(${type.precision},${type.scale}))`,
    faults: [
      [`NOT ${matches(raw, `${jsonInteger}([.][0-9]+)?`)}`, "is not a decimal: digits with at most one point"],
      [
        // Zeros behind the last digit add nothing, and nothing is ever rounded.
        `NOT ${matches(raw, `-?${whole}([.][0-9]{0,${type.scale}}0*)?`)}`,
        `does not fit decimal(${type.precision},${type.scale}) without rounding`,
      ],
    ],
  };
}

/** The moment in UTC. A text with a zone of its own means that one, any other the zone of the source. */
function timestampConversion(raw: string, value: string, zone: string | undefined): Conversion {
  const upper = `upper(${raw})`;
  // Minutes are the finest some sources state; the seconds are then zero.
  const full = `CASE WHEN substr(${raw}, 17, 1) = ':' THEN ${upper} ELSE left(${upper}, 16) || ':00' || substr(${upper}, 17) END`;
  const local = `TRY_CAST(left(${full}, 26) AS TIMESTAMP)`;
  const zoneless = zone === undefined ? "NULL" : `CAST(timezone(${quoteText(zone)}, ${local}) AS TIMESTAMP)`;
  const hasOffset = `substr(${raw}, length(${raw}) - 5, 1) IN ('+', '-')`;
  const utc = `suffix(${upper}, 'Z')`;
  const faults: Conversion["faults"] = [
    [`NOT ${matches(raw, timestampForm)}`, "is not a timestamp like 2024-02-29T13:45:00Z"],
    [matches(raw, ".*[.][0-9]{6}[0-9]*[1-9][0-9]*([Zz]|[+-].*)?"), "is finer than a microsecond"],
  ];
  if (zone === undefined) {
    faults.push([`NOT ${utc} AND NOT ${hasOffset}`, "states no time zone, and the dataset has no source_time_zone"]);
  }
  faults.push([
    `${value} IS NULL OR NOT (${value} >= TIMESTAMP '0001-01-01' AND ${value} < TIMESTAMP '10000-01-01')`,
    "is not a moment of the calendar",
  ]);
  if (zone !== undefined) {
    faults.push([
      `NOT ${utc} AND NOT ${hasOffset} AND timezone(${quoteText(zone)}, CAST(${value} AS TIMESTAMPTZ)) <> ${local}`,
      `does not exist in ${zone}: clocks were put forward over it`,
    ]);
  }
  return {
    value: `CASE WHEN ${utc} THEN TRY_CAST(${full} AS TIMESTAMP)
      WHEN ${hasOffset} THEN CAST(TRY_CAST(${full} AS TIMESTAMPTZ) AS TIMESTAMP) ELSE ${zoneless} END`,
    faults,
  };
}

/** Strict by type: what a spreadsheet or a lenient parser would guess at is refused. `raw` and `value` are SQL names. */
export function typeConversion(column: Column, raw: string, value: string, zone: string | undefined): Conversion {
  const type = parseColumnType(column.type);
  switch (type.kind) {
    case "string":
      return {
        value: raw,
        // Of a file of text this is known before; Parquet keeps both.
        faults: [
          [`contains(${raw}, chr(0))`, "contains a NUL character"],
          [`strlen(${raw}) > ${recordBytesMax}`, `is longer than ${recordBytesMax} bytes`],
        ],
      };
    case "boolean":
      return { value: `${raw} = 'true'`, faults: [[`${raw} NOT IN ('true', 'false')`, "is neither true nor false"]] };
    case "integer":
      return {
        value: `TRY_CAST(${raw} AS BIGINT)`,
        faults: [
          // Many tools write a whole number with a point once its column has empty fields: 134300.00 is one.
          [`NOT ${matches(raw, `${jsonInteger}([.]0+)?`)}`, "is not an integer, or has leading zeros or spaces"],
          [
            `coalesce(${value} NOT BETWEEN -${integerMax} AND ${integerMax}, true)`,
            `is beyond ${integerMax}: such a column is declared decimal or string`,
          ],
        ],
      };
    case "number":
      return {
        // Minus zero has no text of its own.
        value: `TRY_CAST(${raw} AS DOUBLE) + CAST(0 AS DOUBLE)`,
        faults: [
          [`NOT ${matches(raw, `${jsonInteger}([.][0-9]+)?([eE][+-]?[0-9]+)?`)}`, "is not a number as JSON writes one"],
          [`NOT coalesce(isfinite(${value}), false)`, "is too large for a number"],
        ],
      };
    case "date":
      return {
        value: `TRY_CAST(${raw} AS DATE)`,
        faults: [
          [`NOT ${matches(raw, "[0-9]{4}-[0-9]{2}-[0-9]{2}")}`, "is not a date like 2024-02-29"],
          [`CAST(${value} AS VARCHAR) IS DISTINCT FROM ${raw}`, "is not a day of the calendar"],
        ],
      };
    case "decimal":
      return decimalConversion(type, raw);
    case "timestamp":
      return timestampConversion(raw, value, zone);
  }
}
