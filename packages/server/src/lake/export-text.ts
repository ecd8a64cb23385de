import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Cut, cutRows, findEnds } from "./export-cut.ts";
import { measureFile, TooManyFiles } from "./export-files.ts";
import { openPacked, type PackedFile } from "./export-pack.ts";
import { type ExportFile, exportFilesMax, type FileShape } from "./lake.ts";

export type WrittenText = {
  /** The plain file with all rows. */
  file: string;
  format: "csv" | "ndjson";
  rows: number;
};

/** Makes of one plain file the files of an export: cut where that is asked for, packed, hashed and synced. */
export async function divideText(
  text: WrittenText,
  shape: FileShape,
  work: string,
  nameOf: (number: number | null) => string,
  rowsOfFiles?: readonly number[],
): Promise<ExportFile[]> {
  const { compression, rowsPerFile, bytesPerFile } = shape;
  const isCut = rowsPerFile !== null || bytesPerFile !== null || rowsOfFiles !== undefined;
  if (!isCut && compression === "none") {
    const name = nameOf(null);
    await rename(text.file, join(work, name));
    return [await measureFile(join(work, name), name, text.rows)];
  }
  const head = text.format === "csv" ? await headOf(text.file) : Buffer.alloc(0);
  const layout = { start: head.length, headBytes: head.length, findEnd: findEnds[text.format]() };
  const limits = {
    rowsPerFile: rowsPerFile ?? Number.POSITIVE_INFINITY,
    bytesPerFile: bytesPerFile ?? Number.POSITIVE_INFINITY,
    rowsOfFiles,
  };
  const open = (number: number) => openFile(work, nameOf(isCut ? number : null), head, shape);
  const files = await writeCuts(cutRows(text.file, layout, limits), open);
  await rm(text.file);
  return files;
}

type Begun = { name: string; packed: PackedFile };

async function openFile(work: string, name: string, head: Buffer, { compression }: FileShape): Promise<Begun> {
  const packed = await openPacked(join(work, name), compression);
  await packed.write(head);
  return { name, packed };
}

async function writeCuts(cuts: AsyncIterable<Cut>, open: (number: number) => Promise<Begun>): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  let rows = 0;
  // No rows are a file too: it says which columns there would be.
  let begun = await open(1);
  const end = async () => {
    files.push({ name: begun.name, rows, ...(await begun.packed.close()) });
    rows = 0;
  };
  for await (const cut of cuts) {
    await begun.packed.write(cut.bytes);
    rows += cut.rows;
    if (!cut.endsFile) continue;
    await end();
    if (files.length >= exportFilesMax) throw new TooManyFiles();
    begun = await open(files.length + 1);
  }
  await end();
  return files;
}

/** The line of names. Names of columns are plain, so it ends with the first line feed. */
async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headBytesMax) });
    return buffer.subarray(0, buffer.subarray(0, bytesRead).indexOf("\n") + 1);
  } finally {
    await handle.close();
  }
}
const headBytesMax = 65_536;
