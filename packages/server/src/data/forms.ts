import { setImmediate } from "node:timers/promises";
import { preferred } from "../http/accept.ts";
import { type Encoding, encodingFor, notAcceptable, pack, packedBytesMin } from "../http/encoding.ts";
import { type FormatName, formatNames } from "../lake/grammar-page.ts";
import { csvOf } from "./csv.ts";

/** The media types rows are given in; the first of a format is the one that is answered. */
export const mediaTypes = {
  json: ["application/json"],
  ndjson: ["application/x-ndjson", "application/ndjson", "application/jsonl"],
  csv: ["text/csv"],
} as const satisfies Record<FormatName, readonly string[]>;

const contentTypes: Record<FormatName, string> = {
  json: mediaTypes.json[0],
  ndjson: mediaTypes.ndjson[0],
  csv: `${mediaTypes.csv[0]}; charset=utf-8; header=present`,
};
const offered = formatNames.flatMap((format) => mediaTypes[format].map((type) => ({ type, format })));
const offeredTypes = offered.map(({ type }) => type);

/** How a caller wants an answer written and packed. */
export type Form = { format: FormatName; encoding: Encoding | null };
export type Accepted = { accept: string | undefined; acceptEncoding: string | undefined };

/** What the query names comes before what `Accept` likes. */
export function formFor(named: FormatName | null, { accept, acceptEncoding }: Accepted): Form {
  return { format: named ?? formatFor(accept), encoding: encodingFor(acceptEncoding) };
}

function formatFor(accept: string | undefined): FormatName {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return "json";
  const type = preferred(accept, offeredTypes);
  const found = offered.find((one) => one.type === type);
  if (!found) throw notAcceptable("Accept", offeredTypes);
  return found.format;
}

/** The strong tag of a page in one form: another format or packing has other bytes. `identity` names the rows alone. */
export const tagOf = (identity: string, format: FormatName, encoding: Encoding | null): string =>
  `"${identity}${format === "json" ? "" : `-${format}`}${encoding === null ? "" : `-${encoding}`}"`;

/** The tags of what a caller may have been given: a short page is never packed, which is known only once it is read. */
export const possibleTags = (identity: string, { format, encoding }: Form): string[] =>
  encoding === null
    ? [tagOf(identity, format, null)]
    : [tagOf(identity, format, encoding), tagOf(identity, format, null)];

export const formHeaders = (format: FormatName) => ({
  "content-type": contentTypes[format],
  vary: "accept, accept-encoding",
});

// Some milliseconds of the event loop.
const rowsPerTurn = 1_000;

/** Rows as lines: NDJSON is their very texts, CSV what an export writes. */
export async function linesOf(
  format: "ndjson" | "csv",
  names: readonly string[],
  rows: readonly string[],
): Promise<string> {
  const { header, line } = csvOf(names);
  const write = format === "csv" ? line : (row: string) => row;
  let text = format === "csv" ? `${header}\n` : "";
  for (let at = 0; at < rows.length; at += rowsPerTurn) {
    if (at > 0) await setImmediate();
    for (const row of rows.slice(at, at + rowsPerTurn)) text += `${write(row)}\n`;
  }
  return text;
}

/** A text, and how many bytes it comes to. */
type Measured = { text: string; bytes: number };

/** A body as it leaves; what usage counts are the bytes before it is packed, whatever the caller accepts. */
export async function bodyIn(
  { format, encoding }: Form,
  identity: string,
  { text, bytes }: Measured,
  packIn: typeof pack = pack,
): Promise<{ body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  // Its length is said here, where it is known: whoever writes it would count once more.
  if (encoding === null || bytes < packedBytesMin)
    return { body: text, headers: { etag: tagOf(identity, format, null), "content-length": String(bytes) } };
  const headers = { etag: tagOf(identity, format, encoding), "content-encoding": encoding };
  return { body: await packIn(text, encoding), headers };
}
