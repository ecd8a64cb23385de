import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileProblem } from "../checks/files.ts";
import { type Config, ConfigError } from "../config.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { type BackupManifest, readManifest } from "./manifest.ts";
import type { Snapshot } from "./snapshot.ts";
import { snapshotPostgres } from "./snapshot-postgres.ts";
import { snapshotSqlite } from "./snapshot-sqlite.ts";
import {
  damagedFiles,
  FileGone,
  measured,
  type Progress,
  placeManifest,
  storeFiles,
  type Wanted,
} from "./stored-files.ts";

export type BackupOptions = {
  withSecret: boolean;
  withExports: boolean;
  /** Copies even where a second name would do, so that the backup survives what befalls the bytes of the original. */
  copies: boolean;
  progress: Progress;
};
export type Backup = { manifest: BackupManifest; filesAdded: number };

/** What was named may go while it is stored: an export expires. Then the next moment is taken. */
const momentsMax = 3;

/** Writes a moment of a platform into a folder, beside a server at work; into that of an earlier backup only what is new. */
export async function takeBackup(
  config: Config,
  folder: string,
  version: string,
  options: BackupOptions,
): Promise<Backup> {
  await prepareFolder(folder);
  for (let moment = 1; ; moment++) {
    try {
      return await takeMoment(config, folder, version, options);
    } catch (error) {
      if (!(error instanceof FileGone) || moment === momentsMax) throw error;
    }
  }
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0 && !(await readManifest(folder)))
    throw new ConfigError([
      `${folder}: holds files, but no backup. Name an empty folder, or one of an earlier backup.`,
    ]);
}

async function takeMoment(config: Config, folder: string, version: string, options: BackupOptions): Promise<Backup> {
  const { withExports, copies, progress } = options;
  progress("Copying the database");
  const snapshot = await snapshotOf(config, folder);
  const paths = lakePaths(config.home);
  const parts = snapshot.parts.map(({ sha256, bytes }) => ({
    path: `lake/parts/${sha256.slice(0, 2)}/${sha256}.parquet`,
    bytes,
    sha256,
    from: paths.part(sha256),
  }));
  const archives = snapshot.archives.map(({ file, bytes, sha256 }) => ({
    path: `lake/usage/${file}`,
    bytes,
    sha256,
    from: paths.archive(file),
  }));
  const exports = snapshot.exports.flatMap(({ id, files }) =>
    files.map(({ name, bytes, sha256 }) => ({
      path: `exports/${id}/${name}`,
      bytes,
      sha256,
      from: join(paths.export(id), name),
    })),
  );
  progress(`Storing ${parts.length} parts`);
  const filesAdded =
    (await storeFiles(folder, [...parts, ...archives], copies)) +
    (withExports ? await storeFiles(folder, exports, copies) : 0);
  const manifest: BackupManifest = {
    format: 1,
    made_at: new Date().toISOString(),
    wizdata: version,
    dialect: config.databaseUrl === undefined ? "sqlite" : "postgres",
    migrations: snapshot.migrations,
    database: snapshot.database,
    parts: parts.map(withoutSource),
    archives: archives.map(withoutSource),
    exports: withExports ? exports.map(withoutSource) : null,
    secret: options.withSecret ? await storeSecret(config, folder) : null,
  };
  await mendFiles(folder, manifest, [...parts, ...archives, ...exports], options);
  await placeManifest(folder, manifest);
  return { manifest, filesAdded };
}

/** Reads all that is in the backup. What an earlier one left damaged is stored again, if the platform's own is whole. */
async function mendFiles(
  folder: string,
  manifest: BackupManifest,
  wanted: Wanted[],
  { copies, progress }: BackupOptions,
): Promise<void> {
  const damaged = new Map((await damagedFiles(folder, manifest, progress)).map(({ path, problem }) => [path, problem]));
  if (damaged.size === 0) return;
  const again = wanted.filter(({ path }) => damaged.has(path));
  // What was written a moment ago has no original to be stored from: a disk that does not give it back is no place for a backup.
  const lost = [...damaged].find(([path]) => !again.some((file) => file.path === path));
  if (lost) throw new DamagedFile(...lost);
  for (const { path } of again) await rm(join(folder, path), { force: true });
  await storeFiles(folder, again, copies);
  for (const { path, bytes, sha256 } of again) {
    const problem = await fileProblem(join(folder, path), { bytes, sha256 }, false);
    if (problem !== undefined) throw new DamagedFile(path, problem);
  }
}

/** What was stored is not what its row says: the platform's own file is damaged, or the disk of the backup. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile";
  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
  }
}

function snapshotOf({ databaseUrl, databaseDirectUrl, sqliteFile }: Config, folder: string): Promise<Snapshot> {
  if (databaseUrl !== undefined) return snapshotPostgres(databaseDirectUrl ?? databaseUrl, folder);
  if (!existsSync(sqliteFile))
    throw new ConfigError([`WIZDATA_HOME: there is no platform here: ${sqliteFile} does not exist`]);
  return snapshotSqlite(sqliteFile, folder);
}

async function storeSecret({ home, secret }: Config, folder: string) {
  const text = secret ?? readFileSync(join(home, "secret"), "utf8");
  await writeFile(join(folder, "secret"), text, { mode: 0o600, flush: true });
  return measured(folder, "secret");
}

const withoutSource = ({ path, bytes, sha256 }: Wanted) => ({ path, bytes, sha256 });
