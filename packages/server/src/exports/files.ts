import { attachment } from "../http/attachment.ts";
import type { Call } from "../http/call.ts";
import type { ServedFile } from "../http/file.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { refuseTestKey } from "./create.ts";
import type { ExportRow } from "./queries.ts";
import type { ExportFormat } from "./schemas.ts";
import { readyExport } from "./service.ts";
import { storedShape } from "./shape.ts";
import { formatOf } from "./wire.ts";

export const mediaTypes = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
  gzip: "application/gzip",
  zstd: "application/zstd",
} as const satisfies Record<ExportFormat | "gzip" | "zstd", string>;

/** What the file itself is: one that is packed stays so on its way, so that its hash is that of the manifest. */
function mediaType(row: ExportRow): string {
  const format = formatOf(row);
  const { compression } = storedShape(row);
  if (format !== "parquet" && compression !== "none") return mediaTypes[compression];
  return format === "csv" ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes[format];
}

/** A file of an export, as its manifest promises it: same name, length and hash as long as the export lives. */
export async function findFile(services: Services, call: Call, id: string, name: string): Promise<ServedFile> {
  const row = await readyExport(services, call, id);
  refuseTestKey(call, row);
  const file = fileOf(services, row, name);
  if (!file) throw new Problem("not_found");
  return file;
}

/** Only names of the manifest are files: no name is ever made part of a path before it was found there. */
export function fileOf({ lake }: Services, row: ExportRow, name: string): ServedFile | undefined {
  const file = row.files?.find((file) => file.name === name);
  if (!file) return undefined;
  return {
    path: lake.exportFile(row.id, name),
    bytes: file.bytes,
    sha256: file.sha256,
    headers: {
      "content-type": mediaType(row),
      "content-disposition": attachment(name),
    },
  };
}
