import type { ExportFile } from "../lake/lake.ts";
import type { BackupManifest } from "./manifest.ts";

/** A moment of the database, written into a backup's folder, and the files that it names. */
export type Snapshot = {
  database: BackupManifest["database"];
  migrations: string[];
  parts: { sha256: string; bytes: number }[];
  exports: { id: string; files: ExportFile[] }[];
};

export const partsSql = "select sha256, bytes from parts order by sha256";
export const readyExportsSql = "select id, files from exports where status = 'ready' order by id";
