import { open } from "node:fs/promises";
import type { Definition } from "../datasets/definition.ts";
import { csvForm } from "./publish-csv.ts";
import type { Recognized } from "./publish-form.ts";
import { ndjsonForm } from "./publish-ndjson.ts";
import { createScan, type Scan } from "./publish-scan.ts";
import { type Packed, TooLong, Unreadable, unpacked } from "./publish-unpack.ts";

/** An upload whose rows are lines of text. */
export type TextSource = Packed & {
  format: Exclude<Recognized["format"], "parquet">;
  definition: Definition;
  /** What is done with columns that the definition does not have. */
  others: "refused" | "ignored";
  bytesMax: number;
};

function scanOf({ format, definition: { columns }, others }: TextSource, wantedRows?: ReadonlySet<number>): Scan {
  const names = columns.map(({ name }) => name);
  const form = format === "csv" ? csvForm(names, others) : ndjsonForm(columns, others);
  return createScan(form, wantedRows);
}

async function scanFile(source: TextSource, scan: Scan, keep: (rows: Buffer) => Promise<void>): Promise<void> {
  try {
    for await (const chunk of unpacked(source, source.bytesMax)) {
      if (scan.stopped) return;
      await keep(scan.take(chunk));
    }
    await keep(scan.end());
  } catch (error) {
    if (!(error instanceof Unreadable) || error instanceof TooLong) throw error;
    scan.stop(error.message);
  }
  if (scan.rows > 0 || scan.faultCount > 0) return;
  scan.stop(source.format === "csv" && scan.names ? "the file has a header and no rows" : "the file is empty");
}

/** Copies the good rows of an upload, without header, into a plain CSV file that DuckDB cannot misread. */
export async function copyRows(source: TextSource, rowsFile: string): Promise<Scan> {
  const scan = scanOf(source);
  const target = await open(rowsFile, "wx");
  try {
    await scanFile(source, scan, async (rows) => {
      if (rows.length > 0) await target.writeFile(rows);
    });
  } finally {
    await target.close();
  }
  return scan;
}

/** The physical lines of some rows, found by reading the file again: only bad files need them. */
export async function findLines(source: TextSource, rows: ReadonlySet<number>): Promise<ReadonlyMap<number, number>> {
  const scan = scanOf(source, rows);
  if (rows.size > 0) await scanFile(source, scan, async () => {});
  return scan.lines;
}
