import { chmod, rename } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { fromJson } from "../checks/evidence.ts";
import type { ExportFile } from "../lake/lake.ts";
import { busyTimeoutMs } from "../store/connection.ts";
import { migrationState } from "../store/migrations.ts";
import { archivesSince, archivesSql, partsSql, readyExportsSql, type Snapshot } from "./snapshot.ts";
import { measured } from "./stored-files.ts";

/**
 * One read transaction of the file copies all of it, so writers go on and the copy is one moment. SQLite's own online backup
 * would begin again with every commit of another process, and so never end beside a busy server.
 */
export async function snapshotSqlite(file: string, folder: string): Promise<Snapshot> {
  const draft = join(folder, "control.new");
  const source = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  source.prepare("vacuum into ?").run(draft);
  source.close();
  await chmod(draft, 0o600);
  // Named by its content: the file that the manifest before names is in nobody's way.
  const { sha256, bytes } = await measured(folder, "control.new");
  const path = `control-${sha256.slice(0, 16)}.sqlite`;
  await rename(draft, join(folder, path));
  return { database: { file: { path, bytes, sha256 } }, ...(await contentOf(join(folder, path))) };
}

async function contentOf(file: string): Promise<Omit<Snapshot, "database">> {
  const copy = new Database(file, { readonly: true });
  // The statements are ours, and each caller states the row it selects.
  const rows = async <Row extends object>(sql: string) => copy.prepare<[], Row>(sql).all();
  try {
    const { applied: migrations } = await migrationState("sqlite", rows);
    const exports = await rows<{ id: string; files: string }>(readyExportsSql);
    return {
      migrations,
      parts: await rows<Snapshot["parts"][number]>(partsSql(migrations)),
      archives: migrations.includes(archivesSince) ? await rows<Snapshot["archives"][number]>(archivesSql) : [],
      exports: exports.map(({ id, files }) => ({ id, files: fromJson<ExportFile[]>(files) })),
    };
  } finally {
    copy.close();
  }
}
