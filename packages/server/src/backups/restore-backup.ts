import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { record } from "../changes.ts";
import { type InvariantResult, runCheck } from "../checks/run-check.ts";
import { createIds } from "../clock.ts";
import { type Config, ConfigError } from "../config.ts";
import { syncFile } from "../lake/parts-files.ts";
import { eq } from "../store/drizzle.ts";
import { migrationTags } from "../store/migrations.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Db } from "../store/store.ts";
import { deleteUpload } from "../uploads/queries.ts";
import { type BackupManifest, readManifest } from "./manifest.ts";
import { restoreTables } from "./restore-tables.ts";
import { copySynced, damagedFiles, type Progress } from "./stored-files.ts";
import { DamagedFile } from "./take-backup.ts";

export type RestoreOptions = { secret: string | undefined; progress: Progress };
export type Restored = { manifest: BackupManifest; check: InvariantResult[] };

/** Makes a platform of a backup, in a home of its own, and checks it. Nothing is begun before all of the backup was read. */
export async function restoreBackup(folder: string, config: Config, options: RestoreOptions): Promise<Restored> {
  const { progress } = options;
  const manifest = await readManifest(folder);
  if (!manifest) throw new ConfigError([`${folder}: holds no manifest.json, and so no whole backup`]);
  refuseUnfit(manifest, config, options);
  await refuseFilled(config.home);
  const [damaged] = await damagedFiles(folder, manifest, progress);
  if (damaged) throw new DamagedFile(damaged.path, damaged.problem);
  await fillHome(folder, manifest, config, options);
  const store =
    config.databaseUrl === undefined ? openSqlite(config.sqliteFile) : await openPostgres({ url: config.databaseUrl });
  try {
    await store.transaction(async (tx) => {
      if (manifest.exports === null) await expireExports(tx);
      await abortUploads(tx);
    });
  } finally {
    await store.close();
  }
  progress("Checking the restored platform");
  // The home keeps its own secret now, unless the environment goes before it.
  const check = await runCheck(config, { quick: false, onProgress: (name) => progress(`Checking ${name}`) });
  return { manifest, check };
}

function refuseUnfit(manifest: BackupManifest, config: Config, { secret }: RestoreOptions): void {
  const known = migrationTags(manifest.dialect);
  const newer = manifest.migrations.filter((tag) => !known.includes(tag));
  if (newer.length > 0)
    throw new ConfigError([
      `The backup was made by a newer WizData (${manifest.wizdata}, with ${newer.join(", ")}). Restore it with that one.`,
    ]);
  if (manifest.dialect === "postgres" && config.databaseUrl === undefined)
    throw new ConfigError(["DATABASE_URL: is required, since this is the backup of a platform on Postgres"]);
  if (manifest.dialect === "sqlite" && config.databaseUrl !== undefined)
    throw new ConfigError(["DATABASE_URL: must not be set, since this is the backup of an embedded database"]);
  if (manifest.secret === null && secret === undefined && config.secret === undefined)
    throw new ConfigError([
      "The backup was made without the secret, and no key works without it. Give it with --secret-file, or as WIZDATA_SECRET.",
    ]);
}

async function refuseFilled(home: string): Promise<void> {
  const names = await readdir(home).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (names.length > 0) throw new ConfigError([`${home}: is not empty. A backup is restored into a new home.`]);
}

/** Under another name until it is whole: what is cut off leaves no home that looks like one. */
async function fillHome(
  folder: string,
  manifest: BackupManifest,
  { home, databaseUrl }: Config,
  { secret, progress }: RestoreOptions,
): Promise<void> {
  const draft = `${home}.restoring`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const files = [...manifest.parts, ...manifest.archives, ...(manifest.exports ?? [])].map(({ path }) => ({
    path,
    to: path,
  }));
  if ("file" in manifest.database) files.push({ path: manifest.database.file.path, to: "control.sqlite" });
  if (manifest.secret) files.push({ path: manifest.secret.path, to: "secret" });
  for (const [at, { path, to }] of files.entries()) {
    progress(`Copying ${at + 1} of ${files.length} files`);
    await mkdir(dirname(join(draft, to)), { recursive: true, mode: 0o700 });
    await copySynced(join(folder, path), join(draft, to));
  }
  if (!manifest.secret && secret !== undefined)
    await writeFile(join(draft, "secret"), secret, { mode: 0o600, flush: true });
  if ("tables" in manifest.database && databaseUrl !== undefined)
    await restoreTables(databaseUrl, folder, manifest.database.tables, manifest.migrations);
  for (const parent of new Set(files.map(({ to }) => dirname(join(draft, to))))) await syncFile(parent);
  await rmdir(home).catch(() => {});
  await rename(draft, home);
  await syncFile(dirname(home));
}

const clock = () => new Date();
const actor = { requestId: "restore", principal: { keyId: "system" } };
const restored = { clock, newId: createIds(clock) };

/** Their files were left out of the backup: they have expired, and the audit trail says so. */
async function expireExports(tx: Db): Promise<void> {
  const { exports } = tx.t;
  const expired = await tx
    .update(exports)
    .set({ status: "expired", files: null, expiresAt: clock() })
    .where(eq(exports.status, "ready"))
    .returning({ id: exports.id, partnerId: exports.partnerId });
  for (const { id, partnerId } of expired)
    await record(restored, tx, actor, { result: undefined, action: "export.expired", target: id, partnerId });
}

/** Files that are no version yet are in no backup: whoever was sending one is told to begin anew, and not that its parts are here. */
async function abortUploads(tx: Db): Promise<void> {
  const { uploads } = tx.t;
  for (const { id } of await tx.select({ id: uploads.id }).from(uploads).where(eq(uploads.status, "open"))) {
    await deleteUpload(tx, id);
    await record(restored, tx, actor, { result: undefined, action: "upload.aborted", target: id, partnerId: null });
  }
}
