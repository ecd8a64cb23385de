import { choice, given, type InputOf, integer, optional, text, toggle } from "./fields.ts";
import { instant } from "./output/times.ts";
import { readFilters, rowFlags } from "./row-filters.ts";
import { compressions } from "./words.ts";

const bytesPerFileMin = 65_536;

/** The flags that say which rows and which files, of an order and of an estimate alike. */
export const orderFlags = {
  compression: optional(choice("how the files are packed: zstd for Parquet, else none", compressions)),
  rowsPerFile: optional(integer("cut into files of at most so many rows", "n", 1)),
  bytesPerFile: optional(
    integer("cut into files of at most so many bytes, before they are packed", "n", bytesPerFileMin),
  ),
  splitBy: optional(text("a file for each value of this column, one of the key or the time", "column")),
  splitPeriod: optional(choice("of a time that splits: what a file is of", ["year", "month", "day"])),
  formulaSafe: toggle("defuse texts in CSV that a spreadsheet would run as formulas"),
  ...rowFlags,
  version: optional(integer("an older version", "n", 1)),
  asOf: optional(instant("the version that was current then")),
};

/** As the API takes them, without what was not given. */
export function readOrder(conditions: readonly string[], flags: InputOf<typeof orderFlags>) {
  const { rowsPerFile, bytesPerFile, splitBy, splitPeriod, formulaSafe, asOf, ...rest } = flags;
  return given({
    filters: conditions.length > 0 ? readFilters(conditions) : undefined,
    rows_per_file: rowsPerFile,
    bytes_per_file: bytesPerFile,
    split_by: splitBy,
    split_period: splitPeriod,
    formula_safe: formulaSafe || undefined,
    as_of: asOf,
    ...rest,
  });
}
