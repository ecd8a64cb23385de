import { createReadStream } from "node:fs";
import { emptyRecord, scanRecord } from "./publish-record.ts";

/** Some rows that follow each other; `endsFile` where the next ones belong into another file. */
export type Cut = { bytes: Buffer; rows: number; endsFile: boolean };
export type CutLimits = {
  rowsPerFile: number;
  bytesPerFile: number;
  /** The very rows of each file, where these decide. */
  rowsOfFiles?: readonly number[] | undefined;
};

const chunkBytes = 1_048_576;
const lineFeed = 0x0a;

/** Where the record that starts at `from` ends; -1 where the bytes end before it does. */
type FindEnd = (bytes: Buffer, from: number) => number;

export const findEnds = {
  csv(): FindEnd {
    const record = emptyRecord();
    return (bytes, from) => (scanRecord(bytes, from, record) ? record.next : -1);
  },
  ndjson: (): FindEnd => (bytes, from) => bytes.indexOf(lineFeed, from) + 1 || -1,
};

/**
 * Cuts a file of text between rows, so that no piece has more rows or bytes than may be; a single row that is longer is a piece of
 * its own. Where a file ends depends on its rows alone, so the same rows are cut alike every time. `headBytes` is what each file begins with.
 */
export async function* cutRows(
  file: string,
  { start, headBytes, findEnd }: { start: number; headBytes: number; findEnd: FindEnd },
  { rowsPerFile, bytesPerFile, rowsOfFiles }: CutLimits,
): AsyncGenerator<Cut> {
  let rest: Buffer = Buffer.alloc(0);
  let fileNumber = 0;
  let fileRows = 0;
  let fileBytes = headBytes;
  for await (const chunk of createReadStream(file, { start, highWaterMark: chunkBytes })) {
    const bytes: Buffer = Buffer.concat([rest, chunk]);
    let begin = 0;
    let rows = 0;
    let from = 0;
    for (let end = findEnd(bytes, from); end > 0; end = from < bytes.length ? findEnd(bytes, from) : -1) {
      const isFull = fileRows >= (rowsOfFiles?.[fileNumber] ?? rowsPerFile) || fileBytes + (end - from) > bytesPerFile;
      if (isFull && fileRows > 0) {
        yield { bytes: bytes.subarray(begin, from), rows, endsFile: true };
        begin = from;
        rows = 0;
        fileNumber++;
        fileRows = 0;
        fileBytes = headBytes;
      }
      rows++;
      fileRows++;
      fileBytes += end - from;
      from = end;
    }
    if (rows > 0) yield { bytes: bytes.subarray(begin, from), rows, endsFile: false };
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) throw new Error("a file that was written here does not end with a line");
}
