import { isUtf8 } from "node:buffer";
import { cutValue, faultsMax } from "./faults.ts";
import type { Fault } from "./lake.ts";

/** Longer ones are all but always a quote that was never closed. */
export const recordBytesMax = 1_048_576;
const byteOrderMark = Buffer.from("\uFEFF");

/** Where one record of a text file lies; written over by the next, to spare an object a row. */
export type Place = {
  /** Where its content ends, and where the next record starts. */
  contentEnd: number;
  next: number;
  /** Physical lines it takes. */
  lines: number;
};

/** What is wrong with a record, without the line it is in. */
export type Finding = Omit<Fault, "line">;

/** How records of a text format are told apart, judged and kept. */
export type Form = {
  readonly place: Place;
  /** Finds the record that starts at `from`. False where the bytes end before it does. */
  find(bytes: Buffer, from: number): boolean;
  /** Bytes are about to be read; what was kept of the ones before is not needed any more. */
  begin(bytes: Buffer): void;
  /** Judges the record that was found, and keeps it if it is a good row. */
  take(from: number): { kept: boolean; findings: readonly Finding[] };
  /** The good rows of the bytes that were begun with, as CSV without a header, each ended by a line feed. */
  rows(): Buffer;
  /** The names of the columns, in the order in which `rows` has them. */
  readonly names: string[] | undefined;
  /** Whether anything can be said of further records. */
  readonly isLost: boolean;
  /** What only the end of the file shows. */
  end(): readonly Finding[];
  /** Why a record does not end. */
  readonly endless: { tooLong: string; cutOff: string };
};

export type Scan = {
  /** Takes the next bytes of the file; gives back its good rows that are complete by now. */
  take(chunk: Uint8Array): Buffer;
  /** Takes the end of the file: its last line may lack a line end. */
  end(): Buffer;
  /** A fault that ends the reading, at the line that has been reached. */
  stop(reason: string): void;
  readonly stopped: boolean;
  readonly names: string[] | undefined;
  /** Good rows so far. */
  readonly rows: number;
  readonly faults: Fault[];
  readonly faultCount: number;
  /** The lines of the wanted rows, by row. */
  readonly lines: Map<number, number>;
};

const accepted: readonly Finding[] = [];
export const goodRow = { kept: true, findings: accepted };
export const notARow = { kept: false, findings: accepted };

/** A finding about a whole record. */
export const finding = (bytes: Buffer, from: number, to: number, reason: string): Finding => ({
  column: null,
  value: cutValue(bytes.toString("utf8", from, Math.min(to, from + 1_000))),
  reason: `the line ${reason}`,
});

/**
 * Checks the form of a text file while it streams by, so that DuckDB is only ever given rows it cannot misread, and so that a
 * fault has its physical line. `wantedRows` (1 is the first) are looked up.
 */
export function createScan(form: Form, wantedRows: ReadonlySet<number> = new Set()): Scan {
  const { place } = form;
  const faults: Fault[] = [];
  const lines = new Map<number, number>();
  let faultCount = 0;
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let rows = 0;
  let stopped = false;
  let started = false;

  function addFaults(findings: readonly Finding[]): void {
    for (const found of findings) {
      faultCount++;
      if (faults.length < faultsMax) faults.push({ line, ...found });
    }
  }

  function stop(reason: string): void {
    addFaults([{ column: null, value: null, reason }]);
    stopped = true;
  }

  function takeRecord(bytes: Buffer, from: number, utf8: boolean): void {
    if (!utf8 && !isUtf8(bytes.subarray(from, place.contentEnd))) {
      addFaults([finding(bytes, from, place.contentEnd, "is not UTF-8")]);
      return;
    }
    const { kept, findings } = form.take(from);
    addFaults(findings);
    if (!kept) return;
    rows++;
    if (wantedRows.has(rows)) lines.set(rows, line);
  }

  function scanRows(bytes: Buffer): Buffer {
    // No character holds the byte of a line feed, so this cuts none in two.
    const utf8 = isUtf8(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1));
    let from = 0;
    form.begin(bytes);
    while (!stopped && from < bytes.length && form.find(bytes, from)) {
      takeRecord(bytes, from, utf8);
      stopped ||= form.isLost || (faultCount > 0 && form.names === undefined);
      line += place.lines;
      from = place.next;
    }
    rest = stopped ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from));
    if (rest.length > recordBytesMax) stop(form.endless.tooLong);
    return form.rows();
  }

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
      const good = rest.length === 0 || stopped ? Buffer.alloc(0) : scanRows(Buffer.concat([rest, Buffer.from("\n")]));
      if (rest.length > 0 && !stopped) stop(form.endless.cutOff);
      if (!stopped) addFaults(form.end());
      return good;
    },
    stop,
    get stopped() {
      return stopped;
    },
    get names() {
      return form.names;
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
