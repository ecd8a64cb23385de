import { cutValue } from "./faults.ts";
import { emptyRecord, recordFields, scanRecord } from "./publish-record.ts";
import { type Finding, type Form, finding, goodRow, notARow, recordBytesMax } from "./publish-scan.ts";

/** CSV with a header. Good rows are moved to the front of the bytes they came in, past which nothing is read again. */
export function csvForm(columns: readonly string[], others: "refused" | "ignored" = "refused"): Form {
  const record = emptyRecord();
  let bytes: Buffer = Buffer.alloc(0);
  let kept = 0;
  let names: string[] | undefined;
  let isLost = false;

  function fault(from: number): string | null {
    if (record.fault) return record.fault;
    if (record.contentEnd === from) return "is an empty line";
    if (!names || record.fields === names.length) return null;
    return `has ${record.fields} ${record.fields === 1 ? "field" : "fields"} where the header has ${names.length}`;
  }

  function takeHeader(from: number) {
    const header = recordFields(bytes.toString("utf8", from, record.contentEnd));
    const findings = headerFindings(columns, header, others);
    // No column has a space in its name, so what is read past meets none.
    names = header.map((name, at) => (columns.includes(name) ? name : `ignored ${at}`));
    // Without knowing the columns nothing can be said of the rows.
    isLost = findings.length > 0;
    return isLost ? { kept: false, findings } : notARow;
  }

  return {
    place: record,
    find: (all, from) => scanRecord(all, from, record),
    begin(chunk) {
      bytes = chunk;
      kept = 0;
    },
    take(from) {
      const reason = fault(from);
      if (reason) return { kept: false, findings: [finding(bytes, from, record.contentEnd, reason)] };
      if (!names) return takeHeader(from);
      if (kept < from || record.next - record.contentEnd > 1) bytes.copyWithin(kept, from, record.contentEnd);
      kept += record.contentEnd - from;
      bytes[kept++] = 0x0a;
      return goodRow;
    },
    rows: () => bytes.subarray(0, kept),
    get names() {
      return names;
    },
    get isLost() {
      return isLost;
    },
    end: () => [],
    endless: {
      tooLong: `a row is longer than ${recordBytesMax} bytes: a quote may have been opened and not closed`,
      cutOff: "a quote is opened here and never closed",
    },
  };
}

function headerFindings(columns: readonly string[], names: string[], others: "refused" | "ignored"): Finding[] {
  const about = (column: string, reason: string) => ({ column: cutValue(column), value: null, reason });
  const declared = new Set(columns);
  const unknown = others === "ignored" ? [] : names.filter((name) => !declared.has(name));
  const repeated = names.filter((name, at) => declared.has(name) && names.indexOf(name) < at);
  const missing = columns.filter((name) => !names.includes(name));
  return [
    ...missing.map((name) => about(name, `the header does not name the column ${name}`)),
    ...unknown.map((name) => about(name, "the header names a column that the dataset does not have")),
    ...repeated.map((name) => about(name, `the header names the column ${name} twice`)),
  ];
}
