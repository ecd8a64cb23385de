import type { Config } from "../config.ts";
import type { PartRow, UploadRow } from "./queries.ts";
import { partsMax, type Upload, type UploadDetail, type UploadPart } from "./schemas.ts";

type Received = { parts: number; bytes: number };
const nothing: Received = { parts: 0, bytes: 0 };

export function toUpload(row: UploadRow, { uploadPartBytesMax }: Config, received: Received = nothing): Upload {
  return {
    id: row.id,
    dataset: row.dataset,
    name: row.name,
    format: row.form.format ?? null,
    compression: row.form.compression ?? null,
    bytes: row.bytes,
    sha256: row.sha256,
    status: row.status as Upload["status"], // written from the enum only
    parts_received: received.parts,
    bytes_received: received.bytes,
    part_bytes_max: uploadPartBytesMax,
    parts_max: partsMax,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  };
}

export const toPart = ({ number, bytes, sha256, receivedAt }: PartRow): UploadPart => ({
  number,
  bytes,
  sha256,
  received_at: receivedAt.toISOString(),
});

export function toUploadDetail(row: UploadRow, config: Config, parts: PartRow[]): UploadDetail {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { ...toUpload(row, config, { parts: parts.length, bytes }), parts: parts.map(toPart) };
}
