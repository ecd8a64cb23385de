import type { ExportFile } from "../lake/lake.ts";
import type { BackupManifest } from "./manifest.ts";

/** A moment of the database, written into a backup's folder, and the files that it names. */
export type Snapshot = {
  database: BackupManifest["database"];
  migrations: string[];
  parts: { sha256: string; bytes: number }[];
  /** Months of usage that left the database: it does not have them any more. */
  archives: { file: string; sha256: string; bytes: number }[];
  exports: { id: string; files: ExportFile[] }[];
};

/** Not those that wait to be deleted: nothing names them, and they may go while files are stored. */
export const partsSql = (migrations: readonly string[]) =>
  `select sha256, bytes from parts ${migrations.includes("0012_bulk") ? "where deleting_at is null" : ""} order by sha256`;
export const archivesSql = "select file, sha256, bytes from usage_archives order by month";
/** From when on there are archives: a backup may be made of a database that a newer server has yet to open. */
export const archivesSince = "0010_ledger";
export const readyExportsSql = "select id, files from exports where status = 'ready' order by id";
