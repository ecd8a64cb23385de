import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashFile } from "../lake/parts-files.ts";

/** What is wrong with a file that should have this length and hash; undefined when nothing is. */
export async function fileProblem(
  path: string,
  { bytes, sha256 }: { bytes: number; sha256: string },
  quick: boolean,
): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) return "is not a file";
    if (found.size !== bytes) return `has ${found.size} bytes and not ${bytes}`;
    if (!quick && (await hashFile(path)) !== sha256) return "has another content than its hash says";
    return undefined;
  } catch (error) {
    return isMissing(error) ? "is missing" : `cannot be read (${codeOf(error)})`;
  }
}

export type Entry = { path: string; name: string; isFolder: boolean; mode: number; changedAt: Date };

/** What is in a folder; nothing where it was never made. What goes while it is read was never there. */
export async function* entriesIn(folder: string): AsyncIterable<Entry> {
  const names = await readdir(folder).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    const path = join(folder, name);
    const found = await lstat(path).catch((error) => {
      if (!isMissing(error)) throw error;
    });
    if (found) yield { path, name, isFolder: found.isDirectory(), mode: found.mode & 0o777, changedAt: found.mtime };
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "unknown");
const isMissing = (error: unknown) => codeOf(error) === "ENOENT";
