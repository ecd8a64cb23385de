import type { AccessLine } from "../access-log.ts";
import { type Form, formHeaders } from "../data/forms.ts";
import { pack, packedBytesMin } from "../http/encoding.ts";
import type { SqlColumn } from "./messages.ts";
import type { SqlResult } from "./schemas.ts";

/** A result whose usage is stored. */
export type Metered = {
  columns: SqlColumn[];
  rows: number;
  datasets: SqlResult["datasets"];
  /** What the access log says of each dataset, where one is written. */
  lines: AccessLine[];
};

export type SqlAnswer = {
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  receipts: string[];
  lines: AccessLine[];
};

/** A result as it leaves. Its rows come from the sandbox as they are written: here they are joined, and never read. */
export async function sqlAnswer(
  { columns, rows, datasets, lines }: Metered,
  written: readonly Buffer[],
  { format, encoding }: Form,
  limits: Record<string, string>,
): Promise<SqlAnswer> {
  const bytesScanned = datasets.reduce((sum, { bytes_scanned: bytes }) => sum + bytes, 0);
  const receipts = datasets.map(({ receipt }) => receipt);
  const rest = JSON.stringify({ rows, bytes_scanned: bytesScanned, datasets } satisfies Omit<
    SqlResult,
    "columns" | "data"
  >);
  const pieces =
    format === "json"
      ? [Buffer.from(`{"columns":${JSON.stringify(columns)},"data":[`), ...written, Buffer.from(`],${rest.slice(1)}`)]
      : written;
  const text = Buffer.concat(pieces);
  const headers: Record<string, string> = {
    ...formHeaders(format),
    ...limits,
    "cache-control": "private, no-store",
    "wizdata-receipt": receipts.join(", "),
    "wizdata-rows": String(rows),
    "wizdata-bytes-scanned": String(bytesScanned),
  };
  if (encoding === null || text.length < packedBytesMin) return { body: text, headers, receipts, lines };
  return { body: await pack(text, encoding), headers: { ...headers, "content-encoding": encoding }, receipts, lines };
}
