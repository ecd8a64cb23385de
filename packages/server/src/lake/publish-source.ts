import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Definition } from "../datasets/definition.ts";
import { cutValue } from "./faults.ts";
import type { Fault } from "./lake.ts";
import { createScan, type Scan } from "./publish-scan.ts";

export type Source = { file: string; encoding: "plain" | "gzip"; definition: Definition };

const chunkBytes = 262_144;
/** A few kilobytes of gzip can unpack to anything. */
const plainBytesMax = 64 * 1024 ** 3;

async function* readChunks({ file, encoding }: Source): AsyncGenerator<Buffer> {
  const packed = createReadStream(file, { highWaterMark: chunkBytes });
  if (encoding === "plain") return yield* packed;
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  packed.on("error", (error) => gunzip.destroy(error));
  yield* packed.pipe(gunzip);
}

const gzipProblems: Record<string, string> = {
  Z_BUF_ERROR: "the gzip file is cut off here",
  Z_DATA_ERROR: "the gzip file is damaged here, or is not gzip",
};

function checkHeader(definition: Definition, names: string[]): Fault[] {
  const fault = (column: string, reason: string) => ({ line: 1, column: cutValue(column), value: null, reason });
  const declared = new Set(definition.columns.map((column) => column.name));
  const unknown = names.filter((name) => !declared.has(name));
  const repeated = names.filter((name, at) => declared.has(name) && names.indexOf(name) < at);
  const missing = [...declared].filter((name) => !names.includes(name));
  return [
    ...missing.map((name) => fault(name, `the header does not name the column ${name}`)),
    ...unknown.map((name) => fault(name, "the header names a column that the dataset does not have")),
    ...repeated.map((name) => fault(name, `the header names the column ${name} twice`)),
  ];
}

async function scanFile(source: Source, scan: Scan, keep: (rows: Buffer) => Promise<void>): Promise<void> {
  let plainBytes = 0;
  try {
    for await (const chunk of readChunks(source)) {
      plainBytes += chunk.length;
      if (plainBytes > plainBytesMax) scan.stop(`the file is longer than ${plainBytesMax} bytes when unpacked`);
      if (scan.stopped) return;
      await keep(scan.take(chunk));
    }
    await keep(scan.end());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = gzipProblems[code];
    if (!reason) throw error;
    scan.stop(reason);
  }
  if (plainBytes === 0 && !scan.stopped) scan.stop("the file is empty");
  else if (scan.rows === 0 && scan.faultCount === 0) scan.stop("the file has a header and no rows");
}

/** Copies the good rows of an upload, without header, into a plain file that DuckDB cannot misread. */
export async function copyRows(source: Source, rowsFile: string): Promise<Scan> {
  const scan = createScan((names) => checkHeader(source.definition, names));
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
export async function findLines(source: Source, rows: ReadonlySet<number>): Promise<ReadonlyMap<number, number>> {
  const scan = createScan(() => [], rows);
  if (rows.size > 0) await scanFile(source, scan, async () => {});
  return scan.lines;
}
