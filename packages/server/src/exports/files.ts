import { attachment } from "../http/attachment.ts";
import type { Call } from "../http/call.ts";
import type { ServedFile } from "../http/file.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { refuseTestKey } from "./create.ts";
import type { ExportRow } from "./queries.ts";
import type { ExportFormat } from "./schemas.ts";
import { readyExport } from "./service.ts";
import { formatOf, toManifest } from "./wire.ts";

export const mediaTypes = { csv: "text/csv", parquet: "application/vnd.apache.parquet" } as const satisfies Record<
  ExportFormat,
  string
>;

/** A file of an export, as its manifest promises it: same name, length and hash as long as the export lives. */
export async function findFile(services: Services, call: Call, id: string, name: string): Promise<ServedFile> {
  refuseTestKey(call);
  const file = fileOf(services, await readyExport(services, call, id), name);
  if (!file) throw new Problem("not_found");
  return file;
}

/** Only names of the manifest are files: no name is ever made part of a path before it was found there. */
export function fileOf({ lake }: Services, row: ExportRow, name: string): ServedFile | undefined {
  const file = toManifest(row).files.find((file) => file.name === name);
  if (!file) return undefined;
  const format = formatOf(row);
  return {
    path: lake.exportFile(row.id, name),
    bytes: file.bytes,
    sha256: file.sha256,
    headers: {
      "content-type": format === "csv" ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.parquet,
      "content-disposition": attachment(name),
    },
  };
}
