const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** One record of a CSV file, as far as its form goes; written over by the next scan to spare an object a row. */
export type CsvRecord = {
  /** Where its content ends, and where the next record starts. */
  contentEnd: number;
  next: number;
  fields: number;
  /** Physical lines it takes; more than one where quoted fields hold line ends. */
  lines: number;
  fault: string | null;
};

export const emptyRecord = (): CsvRecord => ({ contentEnd: 0, next: 0, fields: 0, lines: 0, fault: null });

/** Stands behind the last quote of a quoted field; -1 where the bytes end before it. */
function skipQuoted(bytes: Uint8Array, from: number, record: CsvRecord): number {
  let at = from + 1;
  for (;;) {
    const byte = bytes[at];
    if (byte === undefined) return -1;
    if (byte === quote) {
      // What follows the very last quote decides what it is.
      if (at + 1 >= bytes.length) return -1;
      if (bytes[at + 1] !== quote) return at + 1;
      at++;
    } else if (byte === lineFeed) record.lines++;
    else if (byte === 0) record.fault ??= "contains a NUL character";
    at++;
  }
}

/** Stands on the comma or line end behind an unquoted field; -1 where the bytes end before it. */
function skipPlain(bytes: Uint8Array, from: number, record: CsvRecord): number {
  let at = from;
  for (;;) {
    let byte = bytes[at];
    // All that means something in CSV is a comma or below it, so most characters pass in this loop.
    while (byte !== undefined && byte > comma) byte = bytes[++at];
    if (byte === undefined) return -1;
    if (byte === comma || byte === lineFeed) return at;
    if (byte === carriageReturn) {
      if (at + 1 >= bytes.length) return -1;
      if (bytes[at + 1] === lineFeed) return at;
      record.fault ??= "contains a carriage return outside quotes";
    } else if (byte === quote) record.fault ??= "contains a quote, though the field does not start with one";
    else if (byte === 0) record.fault ??= "contains a NUL character";
    at++;
  }
}

/**
 * Reads the form of the record that starts at `from`, by RFC 4180 and nothing looser. False where the bytes end before the
 * record does.
 */
export function scanRecord(bytes: Uint8Array, from: number, record: CsvRecord): boolean {
  record.fields = 0;
  record.lines = 1;
  record.fault = null;
  let at = from;
  for (;;) {
    const quoted = bytes[at] === quote;
    if (quoted) at = skipQuoted(bytes, at, record);
    if (at < 0) return false;
    const fieldEnd = skipPlain(bytes, at, record);
    if (fieldEnd < 0) return false;
    if (quoted && fieldEnd > at) record.fault = "has text behind a closing quote";
    record.fields++;
    if (bytes[fieldEnd] === comma) {
      at = fieldEnd + 1;
      continue;
    }
    record.contentEnd = fieldEnd;
    record.next = fieldEnd + (bytes[fieldEnd] === carriageReturn ? 2 : 1);
    return true;
  }
}

/** The fields of a record without faults. */
export function recordFields(text: string): string[] {
  const fields: string[] = [];
  for (const [, field = "", separator] of text.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/gy)) {
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (separator === "") break;
  }
  return fields;
}
