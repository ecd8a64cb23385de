import { invalidRequest, Problem } from "../http/problem.ts";
import type { Compression, FileForm } from "../lake/lake.ts";

type Said = { contentType: string | undefined; contentEncoding: string | undefined };

/** Media types of a file; where one says nothing of the rows in it, the file's first bytes do. */
// Not application/jsonl: a router that looks for JSON takes it for that.
const forms: Record<string, FileForm> = {
  "text/csv": { format: "csv" },
  "application/x-ndjson": { format: "ndjson" },
  "application/ndjson": { format: "ndjson" },
  "application/vnd.apache.parquet": { format: "parquet" },
  "application/gzip": { compression: "gzip" },
  "application/zstd": { compression: "zstd" },
  "application/octet-stream": {},
};
export const uploadTypes = Object.keys(forms);

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

/** By the end of a name, as people give it. */
const formatEnds: [RegExp, FileForm["format"]][] = [
  [/\.csv$/i, "csv"],
  [/\.(ndjson|jsonl)$/i, "ndjson"],
  [/\.parquet$/i, "parquet"],
];
const compressionEnds: [RegExp, Compression][] = [
  [/\.gz$/i, "gzip"],
  [/\.zst$/i, "zstd"],
];

/** What the name of a file says of it: `prices.csv.gz` is CSV in gzip, `prices` says nothing. */
function formOfName(name: string): FileForm {
  const [ending, packing] = compressionEnds.find(([end]) => end.test(name)) ?? [];
  const format = formatEnds.find(([end]) => end.test(ending ? name.replace(ending, "") : name))?.[1];
  const compression = packing ?? (format === undefined ? undefined : "none");
  return { ...(format ? { format } : {}), ...(compression ? { compression } : {}) };
}

type Stated = { [Member in keyof FileForm]: FileForm[Member] | undefined };

/** What is said in words goes before what a name says, and must not contradict it. */
export function agreedForm(said: Stated, name: string | undefined): FileForm {
  const named = name === undefined ? {} : formOfName(name);
  for (const member of ["format", "compression"] as const) {
    const [stated, meant] = [said[member], named[member]];
    if (stated === undefined || meant === undefined || stated === meant) continue;
    throw invalidRequest([{ path: member, message: `is ${stated}, and the name ${name} says ${meant}` }]);
  }
  const { format = named.format, compression = named.compression } = said;
  return { ...(format ? { format } : {}), ...(compression ? { compression } : {}) };
}
