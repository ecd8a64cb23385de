import { invalidRequest } from "../http/problem.ts";
import { exportFilesMax, type FileShape } from "../lake/lake.ts";
import type { ExportRow } from "./queries.ts";
import type { Export, NewExport } from "./schemas.ts";

/** The files that are asked for, with what is meant where nothing is said. */
export function shapeOf({ format, compression, ...wanted }: NewExport, rowsMax: number): FileShape {
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
  };
}

export const storedShape = ({ compression, rowsPerFile, bytesPerFile, formulaSafe }: ExportRow): FileShape => ({
  compression: compression as FileShape["compression"], // written from the enum only
  rowsPerFile,
  bytesPerFile,
  formulaSafe,
});

type WireShape = Pick<Export, "compression" | "rows_per_file" | "bytes_per_file" | "formula_safe">;
export function toShape(row: ExportRow): WireShape {
  const { compression, rowsPerFile, bytesPerFile, formulaSafe } = storedShape(row);
  return { compression, rows_per_file: rowsPerFile, bytes_per_file: bytesPerFile, formula_safe: formulaSafe };
}
