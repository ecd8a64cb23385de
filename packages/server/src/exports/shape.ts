import type { Definition } from "../datasets/definition.ts";
import { invalidRequest } from "../http/problem.ts";
import { exportFilesMax, type FileShape, type FileSplit } from "../lake/lake.ts";
import type { ExportRow } from "./queries.ts";
import type { Export, NewExport } from "./schemas.ts";

/** The files that are asked for, with what is meant where nothing is said. */
export function shapeOf(
  definition: Definition,
  { format, compression, ...wanted }: Pick<NewExport, ShapeField>,
  rowsMax: number,
): FileShape {
  const { rows_per_file: rowsPerFile = null, bytes_per_file: bytesPerFile = null } = wanted;
  const isCsv = format === "csv";
  if (wanted.formula_safe && !isCsv)
    throw invalidRequest([
      { path: "formula_safe", message: "is for csv: nothing runs a formula out of another format" },
    ]);
  if (rowsPerFile !== null && rowsMax > rowsPerFile * exportFilesMax) {
    const least = Math.ceil(rowsMax / exportFilesMax);
    const message = `would make more than ${exportFilesMax} files: ask for ${least} rows a file or more`;
    throw invalidRequest([{ path: "rows_per_file", message }]);
  }
  return {
    compression: compression ?? (format === "parquet" ? "zstd" : "none"),
    rowsPerFile,
    bytesPerFile,
    // Whoever does not say so may open the file in a spreadsheet.
    formulaSafe: wanted.formula_safe ?? isCsv,
    split: splitOf(definition, wanted),
  };
}

type ShapeField =
  | "format"
  | "compression"
  | "rows_per_file"
  | "bytes_per_file"
  | "formula_safe"
  | "split_by"
  | "split_period";

function splitOf(definition: Definition, wanted: Omit<Pick<NewExport, ShapeField>, "format">): FileSplit | null {
  const { split_by: column, split_period: period = null, rows_per_file, bytes_per_file } = wanted;
  const refuse = (path: string, message: string) => invalidRequest([{ path, message }]);
  if (column === undefined) {
    if (period !== null) throw refuse("split_period", "says how the times of split_by are grouped: give that too");
    return null;
  }
  if (rows_per_file !== undefined || bytes_per_file !== undefined)
    throw refuse("split_by", "decides which rows are in a file, so rows_per_file and bytes_per_file cannot");
  const { key, time, columns } = definition;
  const type = columns.find(({ name }) => name === column)?.type;
  if (type === undefined || (!key.includes(column) && column !== time))
    throw refuse(
      "split_by",
      `is none of the columns that identify or date a row: ${[...new Set([...key, ...(time === null ? [] : [time])])].join(", ")}`,
    );
  const isTime = type === "date" || type === "timestamp";
  if (isTime && period === null) throw refuse("split_period", `${column} has times: say year, month or day`);
  if (!isTime && period !== null) throw refuse("split_period", `is for dates and timestamps, and ${column} is ${type}`);
  return { column, period };
}

/** As a row keeps it: names of columns have no colon. */
export const splitText = (split: FileSplit | null | undefined): string | null =>
  split ? [split.column, ...(split.period === null ? [] : [split.period])].join(":") : null;

function readSplit(text: string | null): FileSplit | null {
  if (text === null) return null;
  const [column = "", period = null] = text.split(":");
  return { column, period: period as FileSplit["period"] }; // as splitText wrote it
}

export const storedShape = ({
  compression,
  rowsPerFile,
  bytesPerFile,
  formulaSafe,
  splitBy,
}: ExportRow): FileShape => ({
  compression: compression as FileShape["compression"], // written from the enum only
  rowsPerFile,
  bytesPerFile,
  formulaSafe,
  split: readSplit(splitBy),
});

type WireShape = Pick<
  Export,
  "compression" | "rows_per_file" | "bytes_per_file" | "formula_safe" | "split_by" | "split_period"
>;
export function toShape(row: ExportRow): WireShape {
  const { compression, rowsPerFile, bytesPerFile, formulaSafe, split } = storedShape(row);
  return {
    ...{ compression, rows_per_file: rowsPerFile, bytes_per_file: bytesPerFile, formula_safe: formulaSafe },
    ...{ split_by: split?.column ?? null, split_period: split?.period ?? null },
  };
}
