import { isUtf8 } from "node:buffer";
import { cutValue, faultsMax } from "./faults.ts";
import type { Fault } from "./lake.ts";
import { emptyRecord, recordFields, scanRecord } from "./publish-record.ts";

/** Longer ones are all but always a quote that was never closed. */
const recordBytesMax = 1_048_576;
const byteOrderMark = Buffer.from("\uFEFF");

export type Scan = {
  /** Takes the next bytes of the file; gives back its good rows that are complete by now, each ended by a line feed. */
  take(chunk: Uint8Array): Buffer;
  /** Takes the end of the file: its last line may lack a line end. */
  end(): Buffer;
  /** A fault that ends the reading, at the line that has been reached. */
  stop(reason: string): void;
  readonly stopped: boolean;
  /** The names in the first line. */
  readonly header: string[] | undefined;
  /** Good rows so far, without the header. */
  readonly rows: number;
  readonly faults: Fault[];
  readonly faultCount: number;
  /** The lines of the wanted rows, by row. */
  readonly lines: Map<number, number>;
};

/**
 * Checks the form of a CSV file while it streams by, so that DuckDB is only ever given rows it cannot misread, and so that a
 * fault has its physical line. `checkHeader` says what is wrong with the names; `wantedRows` (1 is the first) are looked up.
 */
export function createScan(
  checkHeader: (names: string[]) => Fault[],
  wantedRows: ReadonlySet<number> = new Set(),
): Scan {
  const record = emptyRecord();
  const faults: Fault[] = [];
  const lines = new Map<number, number>();
  let faultCount = 0;
  let rest: Buffer = Buffer.alloc(0);
  let header: string[] | undefined;
  let line = 1;
  let rows = 0;
  let stopped = false;

  function addFault(fault: Fault): void {
    faultCount++;
    if (faults.length < faultsMax) faults.push(fault);
  }

  function stop(reason: string): void {
    addFault({ line, column: null, value: null, reason });
    stopped = true;
  }

  function formFault(bytes: Buffer, from: number, utf8: boolean): string | null {
    if (!utf8 && !isUtf8(bytes.subarray(from, record.contentEnd))) return "is not UTF-8";
    if (record.fault) return record.fault;
    if (record.contentEnd === from) return "is an empty line";
    if (header && record.fields !== header.length) {
      return `has ${record.fields} ${record.fields === 1 ? "field" : "fields"} where the header has ${header.length}`;
    }
    return null;
  }

  function readHeader(bytes: Buffer, from: number): void {
    header = recordFields(bytes.toString("utf8", from, record.contentEnd));
    for (const fault of checkHeader(header)) addFault(fault);
    // Without knowing the columns nothing can be said of the rows.
    if (faultCount > 0) stopped = true;
  }

  /** Moves the good rows of `bytes` to its front, past which nothing is read again, and returns them. */
  function scanRows(bytes: Buffer): Buffer {
    // No character holds the byte of a line feed, so this cuts none in two.
    const utf8 = isUtf8(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1));
    let from = 0;
    let kept = 0;
    while (!stopped && from < bytes.length && scanRecord(bytes, from, record)) {
      const reason = formFault(bytes, from, utf8);
      if (reason) {
        const value = cutValue(bytes.toString("utf8", from, Math.min(record.contentEnd, from + 1_000)));
        addFault({ line, column: null, value, reason: `the line ${reason}` });
        // A bad first line is no header.
        if (!header) stopped = true;
      } else if (!header) readHeader(bytes, from);
      else {
        rows++;
        if (wantedRows.has(rows)) lines.set(rows, line);
        if (kept < from || record.next - record.contentEnd > 1) bytes.copyWithin(kept, from, record.contentEnd);
        kept += record.contentEnd - from;
        bytes[kept++] = 0x0a;
      }
      line += record.lines;
      from = record.next;
    }
    rest = stopped ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from));
    if (rest.length > recordBytesMax) {
      stop(`a row is longer than ${recordBytesMax} bytes: a quote may have been opened and not closed`);
    }
    return bytes.subarray(0, kept);
  }

  let started = false;
  function startsAfterMark(chunk: Buffer): Buffer {
    started = true;
    return chunk.subarray(0, 3).equals(byteOrderMark) ? chunk.subarray(3) : chunk;
  }

  return {
    take(chunk) {
      const bytes = Buffer.concat([rest, chunk]);
      // Shorter than the mark can be: wait for more.
      if (!started && bytes.length < byteOrderMark.length) {
        rest = bytes;
        return Buffer.alloc(0);
      }
      return scanRows(started ? bytes : startsAfterMark(bytes));
    },
    end() {
      if (rest.length === 0 || stopped) return Buffer.alloc(0);
      const good = scanRows(Buffer.concat([rest, Buffer.from("\n")]));
      if (rest.length > 0 && !stopped) stop("a quote is opened here and never closed");
      return good;
    },
    stop,
    get stopped() {
      return stopped;
    },
    get header() {
      return header;
    },
    get rows() {
      return rows;
    },
    faults,
    get faultCount() {
      return faultCount;
    },
    lines,
  };
}
