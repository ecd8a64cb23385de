import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileProblem } from "../checks/files.ts";
import { linkFile } from "../lake/export-files.ts";
import { hashFile, syncFile } from "../lake/parts-files.ts";
import { type BackupManifest, filesOf, manifestName, type StoredFile } from "./manifest.ts";

/** How far a long piece of work is. */
export type Progress = (text: string) => void;

/** A file that a row names is not there any more: it went while the backup was made. */
export class FileGone extends Error {}

export type Wanted = StoredFile & { from: string };

/**
 * Brings files into a folder: what is there with the right length stays, else a second name for the same bytes where the file
 * system has such a thing, else a copy. Parts never change, so a name is as good as a copy of them while the disk lives.
 */
export async function storeFiles(folder: string, wanted: readonly Wanted[], copies: boolean): Promise<number> {
  let added = 0;
  for (const { from, path, bytes } of wanted) {
    const to = join(folder, path);
    if ((await sizeOf(to)) === bytes) continue;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await rm(to, { force: true });
    try {
      if (copies) await copySynced(from, to);
      else await linkFile(from, to);
    } catch (error) {
      if (isMissing(error)) throw new FileGone(from, { cause: error });
      throw error;
    }
    added += 1;
  }
  for (const parent of new Set(wanted.map(({ path }) => dirname(join(folder, path))))) await syncFile(parent);
  return added;
}

export async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await syncFile(to);
}

/** The files of a manifest that are not what it says, read from the first to the last byte. */
export async function damagedFiles(
  folder: string,
  manifest: BackupManifest,
  progress: Progress,
): Promise<{ path: string; problem: string }[]> {
  const damaged: { path: string; problem: string }[] = [];
  const files = filesOf(manifest);
  for (const [at, file] of files.entries()) {
    progress(`Reading ${at + 1} of ${files.length} files`);
    const problem = await fileProblem(join(folder, file.path), file, false);
    if (problem !== undefined) damaged.push({ path: file.path, problem });
  }
  return damaged;
}

/** Puts the manifest in place of the one before, in one step, and removes what only that one named. */
export async function placeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const draft = join(folder, `${manifestName}.new`);
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, join(folder, manifestName));
  await syncFile(folder);
  const named = new Set([manifestName, ...filesOf(manifest).map(({ path }) => path)]);
  await removeOthers(folder, "", named);
}

async function removeOthers(folder: string, below: string, named: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) {
      if (!named.has(path)) await rm(join(folder, path));
      continue;
    }
    await removeOthers(folder, path, named);
    // Only an empty one goes.
    await rmdir(join(folder, path)).catch(() => {});
  }
}

/** A file just written, as a manifest names it. */
export async function measured(folder: string, path: string): Promise<StoredFile> {
  const file = join(folder, path);
  const [{ size }, sha256] = await Promise.all([stat(file), hashFile(file), syncFile(file)]);
  return { path, bytes: size, sha256 };
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.size;
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
