import { Problem } from "../http/problem.ts";
import type { Compression, FileForm } from "../lake/lake.ts";

type Said = { contentType: string | undefined; contentEncoding: string | undefined };

/** Media types of a file; where one says nothing of the rows in it, the file's first bytes do. */
const forms: Record<string, FileForm> = {
  "text/csv": { format: "csv" },
  "application/x-ndjson": { format: "ndjson" },
  "application/ndjson": { format: "ndjson" },
  "application/jsonl": { format: "ndjson" },
  "application/vnd.apache.parquet": { format: "parquet" },
  "application/gzip": { compression: "gzip" },
  "application/zstd": { compression: "zstd" },
  "application/octet-stream": {},
};
/** Of each form the name that the contract uses. */
export const uploadTypes = [
  "text/csv",
  "application/x-ndjson",
  "application/vnd.apache.parquet",
  "application/gzip",
  "application/zstd",
  "application/octet-stream",
] as const;

const encodings: Record<string, Compression> = { gzip: "gzip", "x-gzip": "gzip", zstd: "zstd" };

/** What the headers of an upload say of it. */
export function formOfHeaders({ contentType, contentEncoding }: Said): FileForm {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? "utf-8";
  const encoding = contentEncoding?.trim().toLowerCase() ?? "identity";
  const form = Object.hasOwn(forms, type) ? forms[type] : undefined;
  const packing = Object.hasOwn(encodings, encoding) ? encodings[encoding] : undefined;
  const isTwicePacked = form?.compression !== undefined && packing !== undefined;
  if (!form || charset !== "utf-8" || (encoding !== "identity" && !packing) || isTwicePacked) throw unreadType();
  if (packing) return { ...form, compression: packing };
  // A type that names the rows and no encoding says that the file is plain.
  return form.format === undefined ? form : { ...form, compression: "none" };
}

const unreadType = () =>
  new Problem("unsupported_media_type", {
    detail:
      "Send the file as text/csv, application/x-ndjson (both in UTF-8) or application/vnd.apache.parquet, plain or with Content-Encoding gzip or zstd; or packed, as application/gzip or application/zstd.",
    headers: { accept: uploadTypes.join(", ") },
  });
