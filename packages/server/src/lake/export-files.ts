import { constants } from "node:fs";
import { copyFile, link, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ExportFile, type Part, tooManyFiles } from "./lake.ts";
import { hashFile, syncFile } from "./parts-files.ts";

export class TooManyFiles extends Error {
  constructor() {
    super(tooManyFiles);
  }
}

/** Throws where a part is missing or its bytes are not those its name promises: an export must not pass them on. */
export async function proveParts(parts: Part[], fileOf: (sha256: string) => string): Promise<void> {
  for (const { sha256 } of parts) {
    if ((await hashFile(fileOf(sha256))) !== sha256)
      throw new Error(`part ${sha256} is damaged: its bytes have another hash`);
  }
}

/** A second name for the same bytes; a copy where the file system has no such thing. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!isUnlinkable(error)) throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    await syncFile(to);
  }
}

/** Another device, or a file system without links or with too many of them. */
function isUnlinkable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EXDEV" || code === "EPERM" || code === "EMLINK" || code === "ENOTSUP";
}

/** What a manifest says of a file just written, which is synced when this resolves: the disk and the hash work at the same time. */
export async function measureFile(file: string, name: string, rows: number): Promise<ExportFile> {
  const [sha256, { size }] = await Promise.all([hashFile(file), stat(file), syncFile(file)]);
  return { name, bytes: size, rows, sha256 };
}

/** Gives complete files their place in a folder of their own, in place of what an earlier attempt left there. */
export async function placeFiles(work: string, names: string[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of names) await rename(join(work, name), join(folder, name));
  await syncFile(folder);
  await syncFile(dirname(folder));
}
