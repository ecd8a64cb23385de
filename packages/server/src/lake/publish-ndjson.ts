import type { Column } from "../datasets/definition.ts";
import { cutValue } from "./faults.ts";
import { createJsonRecord, type JsonValue } from "./publish-json.ts";
import { type Finding, type Form, finding, goodRow, notARow, recordBytesMax } from "./publish-scan.ts";
import { parseColumnType } from "./value-text.ts";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const comma = 0x2c;
const noValue = { kind: "null", from: 0, to: 0 } as const;
const noColumn: Taken = { kinds: [], otherwise: "is a column that the dataset does not have" };

type Taken = { kinds: readonly JsonValue["kind"][]; otherwise: string };

/** Which JSON a column takes, and what is said of any other. A decimal may be a text, since many readers round numbers. */
function takenBy({ type }: Column): Taken {
  switch (parseColumnType(type).kind) {
    case "integer":
    case "number":
      return { kinds: ["number"], otherwise: "is not a number: JSON writes one without quotes" };
    case "boolean":
      return { kinds: ["boolean"], otherwise: "is neither true nor false" };
    case "decimal":
      return { kinds: ["number", "text"], otherwise: "is neither a number nor a text of one" };
    default:
      return { kinds: ["text"], otherwise: "is not a text: JSON writes one in quotes" };
  }
}

/**
 * One JSON object a line, whose members are the columns, in any order; null and a missing member are the same. Good rows become
 * CSV, each value with the very characters it had, so that from there on both formats are one.
 */
export function ndjsonForm(columns: readonly Column[], others?: "refused" | "ignored"): Form {
  const names = columns.map(({ name }) => name);
  const taken = columns.map(takenBy);
  const isText = columns.map(({ type }) => type === "string");
  const record = createJsonRecord(names, others);
  const place = { contentEnd: 0, next: 0, lines: 1 };
  let bytes: Buffer = Buffer.alloc(0);
  let out: Buffer = Buffer.alloc(0);
  let kept = 0;

  /** The first value that is of no kind its column takes. */
  function misfit(): Finding | undefined {
    for (let at = 0; at < names.length; at++) {
      const { kind, from, to } = record.values[at] ?? noValue;
      if (kind === "null") continue;
      const column = names[at] ?? null;
      const { kinds, otherwise } = taken[at] ?? noColumn;
      if (!kinds.includes(kind))
        return { column, value: cutValue(bytes.toString("utf8", from, to)), reason: otherwise };
      if (kind === "text" && to - from === 2 && !isText[at])
        return { column, value: "", reason: "is an empty text: write null where there is no value" };
    }
    return undefined;
  }

  function keep(lineBytes: number): void {
    // Nothing gets longer on its way but a missing member, which becomes a comma.
    const bytesMax = kept + lineBytes + names.length + 1;
    if (bytesMax > out.length) {
      const larger = Buffer.allocUnsafe(bytesMax * 2);
      out.copy(larger, 0, 0, kept);
      out = larger;
    }
    for (const value of record.values) {
      if (value.kind === "text" && value.decoded !== undefined) {
        out[kept++] = quote;
        kept += out.write(value.decoded.replaceAll('"', '""'), kept);
        out[kept++] = quote;
      } else if (value.kind !== "null") kept += bytes.copy(out, kept, value.from, value.to);
      out[kept++] = comma;
    }
    out[kept - 1] = lineFeed;
  }

  return {
    place,
    find(all, from) {
      const end = all.indexOf(lineFeed, from);
      if (end < 0) return false;
      place.next = end + 1;
      place.contentEnd = end > from && all[end - 1] === carriageReturn ? end - 1 : end;
      return true;
    },
    begin(chunk) {
      bytes = chunk;
      kept = 0;
      if (out.length < chunk.length) out = Buffer.allocUnsafe(chunk.length);
    },
    take(from) {
      const { contentEnd } = place;
      if (from === contentEnd) return { kept: false, findings: [finding(bytes, from, contentEnd, "is an empty line")] };
      const wrong = record.read(bytes, from, contentEnd);
      if (wrong && wrong.column === null)
        return { kept: false, findings: [finding(bytes, from, contentEnd, wrong.reason)] };
      const found = wrong ?? misfit();
      if (found) return { ...notARow, findings: [found] };
      keep(contentEnd - from);
      return goodRow;
    },
    rows: () => out.subarray(0, kept),
    names,
    isLost: false,
    end: () =>
      names
        .filter((_, at) => record.everNamed[at] === 0)
        .map((column) => ({ column, value: null, reason: `no line names the column ${column}` })),
    endless: {
      tooLong: `a line is longer than ${recordBytesMax} bytes: each row is a JSON object in a line of its own`,
      cutOff: "the line is cut off",
    },
  };
}
