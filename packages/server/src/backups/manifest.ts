import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A path inside the backup; never one that leaves it, whatever a manifest says. */
const path = z.string().regex(/^[a-z][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/);
const StoredFile = z.object({ path, bytes: z.int().min(0), sha256 });
export type StoredFile = z.infer<typeof StoredFile>;

const Table = StoredFile.extend({ name: z.string(), columns: z.array(z.string()) });
export type StoredTable = z.infer<typeof Table>;

/** What a backup is made of. It is written last, so that a folder without one is no backup. */
const BackupManifest = z.object({
  format: z.literal(1),
  made_at: z.iso.datetime(),
  wizdata: z.string(),
  dialect: z.enum(["sqlite", "postgres"]),
  /** The schema: the names of the migrations that were applied. */
  migrations: z.array(z.string()),
  /** The whole database in one file, or one file for each table. */
  database: z.union([z.object({ file: StoredFile }), z.object({ tables: z.array(Table) })]),
  parts: z.array(StoredFile),
  /** Months of usage that left the database. Backups of before there were any have none. */
  archives: z.array(StoredFile).default([]),
  /** null where they were left out. */
  exports: z.array(StoredFile).nullable(),
  /** null where it was left out. */
  secret: StoredFile.nullable(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const manifestName = "manifest.json";

/** undefined where there is no manifest, and so no whole backup. */
export async function readManifest(folder: string): Promise<BackupManifest | undefined> {
  const text = await readFile(join(folder, manifestName), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return text === undefined ? undefined : BackupManifest.parse(JSON.parse(text));
}

export function filesOf({ database, parts, archives, exports, secret }: BackupManifest): StoredFile[] {
  const tables = "file" in database ? [database.file] : database.tables;
  return [...tables, ...parts, ...archives, ...(exports ?? []), ...(secret ? [secret] : [])];
}
