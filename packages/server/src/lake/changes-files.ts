import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { KeptChanges } from "./lake.ts";
import { fileBytes } from "./parts-files.ts";
import type { LakePaths } from "./parts-paths.ts";

/** Between two uses that are written down. */
const touchMs = 60_000;
/** What is younger may be a job's that has not written yet what names it. */
const unnamedMs = 600_000;

/** A change set that was kept; undefined where it is not, or not whole. */
export async function readKept(paths: LakePaths, set: string): Promise<KeptChanges | undefined> {
  const kept = await parseKept(paths.changeSet(set));
  if (!kept || (kept.part && (await fileBytes(paths.part(kept.part.sha256))) !== kept.part.bytes)) return undefined;
  return kept;
}

/** Says that it is used, which keeps it from being the first to go. */
export async function touch(paths: LakePaths, set: string): Promise<void> {
  const found = await stat(paths.changeSet(set)).catch(unlessMissing);
  const now = new Date();
  if (found && now.getTime() - found.mtimeMs > touchMs)
    await utimes(paths.changeSet(set), now, now).catch(unlessMissing);
}

/** Removes the sets that nobody has used for longest, until the others have so many bytes; and what none of them names. */
export async function trimChanges(paths: LakePaths, bytesMax: number): Promise<void> {
  const files = await Promise.all(
    ((await readdir(paths.changes).catch(unlessMissing)) ?? []).map((name) => measure(paths, name)),
  );
  const there = files.filter((file) => file !== undefined);
  const stems = Map.groupBy(there, ({ name }) => name.slice(0, name.indexOf(".")));
  const bytesOf = (sha256: string | undefined) =>
    (stems.get(sha256 ?? "") ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
  const named = new Set<string>();
  let bytesLeft = bytesMax;
  const sets = there.filter(({ name }) => name.endsWith(".json")).sort((left, right) => right.usedMs - left.usedMs);
  for (const { name, bytes } of sets) {
    const sha256 = (await parseKept(join(paths.changes, name)))?.part?.sha256;
    bytesLeft -= bytes + (sha256 !== undefined && named.has(sha256) ? 0 : bytesOf(sha256));
    // The one that was used last stays, whatever it takes: somebody is about to read it.
    if (bytesLeft < 0 && named.size > 0) await rm(join(paths.changes, name), { force: true });
    else if (sha256 !== undefined) named.add(sha256);
  }
  const unnamed = there.filter(({ name, usedMs }) => {
    const isOld = bytesLeft < 0 || Date.now() - usedMs > unnamedMs;
    return !name.endsWith(".json") && !named.has(name.slice(0, name.indexOf("."))) && isOld;
  });
  for (const { name } of unnamed) await rm(join(paths.changes, name), { force: true });
}

async function measure({ changes }: LakePaths, name: string) {
  const found = await stat(join(changes, name)).catch(unlessMissing);
  return found && { name, bytes: found.size, usedMs: found.mtimeMs };
}

async function parseKept(file: string): Promise<KeptChanges | undefined> {
  const text = await readFile(file, "utf8").catch(unlessMissing);
  // Written by a job of ours, and given its name when it was whole.
  return text === undefined ? undefined : (JSON.parse(text) as KeptChanges);
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
