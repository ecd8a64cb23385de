import { randomUUID } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { archiveFilesIn, createArchives } from "./archives.ts";
import { openChanges } from "./changes-pages.ts";
import { createEstimates } from "./estimate.ts";
import { linkFile } from "./export-files.ts";
import { createIndexReader } from "./index-reader.ts";
import { FaultyUpload, type Lake } from "./lake.ts";
import { layOut } from "./lay-out.ts";
import { createPager } from "./page.ts";
import { fileBytes } from "./parts-files.ts";
import { namesIn, oldParts } from "./parts-found.ts";
import { type LakePaths, lakePaths } from "./parts-paths.ts";
import { ImpossibleMode } from "./publish-mode.ts";
import { createSearch } from "./search.ts";
import { createWorkers } from "./workers.ts";

export type LakeOptions = {
  home: string;
  workerMemoryMb: number;
  bulkLanesMax: number;
  searchLanesMax?: number;
  searchDeadlineMs?: number;
  unpackedBytesMax?: number;
  partBytesMin?: number;
  /** How many bytes of change sets are kept. */
  changesBytesMax?: number;
};

const searchDeadlineUsualMs = 10_000;
/** A part of some million rows takes seconds. */
const filterDeadlineMs = 600_000;
const changesBytesUsual = 2 ** 30;

/** The lake in a home folder: serves pages itself, leaves all bulk work to its workers. */
export function openLake(options: LakeOptions, log: Logger): Lake {
  const { home, workerMemoryMb, bulkLanesMax, searchDeadlineMs = searchDeadlineUsualMs, ...others } = options;
  const { changesBytesMax = changesBytesUsual, ...limits } = others;
  const paths = lakePaths(home);
  const workers = createWorkers({ home, log, memoryMb: workerMemoryMb, lanesMax: bulkLanesMax, ...limits });
  const reader = createIndexReader({ pathOf: paths.index });
  // An id of its own each time: another process of the same home may build the same index, and its folder is not ours to empty.
  const rebuild = (_definition: unknown, sha256: string) =>
    workers.run("index", { id: `index-${randomUUID()}`, sha256 });
  const search = createSearch({ workers, deadlineMs: searchDeadlineMs });
  const changed = openChanges({ workers, home, deadlineMs: searchDeadlineMs, bytesMax: changesBytesMax });
  const estimate = createEstimates({ workers, deadlineMs: searchDeadlineMs });
  const archives = createArchives({ workers, deadlineMs: searchDeadlineMs });
  const removeExport = (id: string) => rm(paths.export(id), { recursive: true, force: true });

  return {
    async publish({ mode = "replace", base = null, ...job }, onProgress = () => {}) {
      const result = await workers.run("publish", { ...job, mode, base }, { onProgress });
      if ("impossible" in result) throw new ImpossibleMode(result.impossible);
      if ("faults" in result) throw new FaultyUpload(result.faults, result.faultCount);
      return result;
    },
    async filter(job) {
      const { part } = await workers.run("filter", job, { deadlineMs: filterDeadlineMs });
      return part;
    },
    hasPart: async (sha256) => (await fileBytes(paths.part(sha256))) !== undefined,
    async removePart(sha256) {
      // The index first: without its part nothing is served from it.
      await rm(paths.index(sha256), { force: true });
      await rm(paths.part(sha256), { force: true });
    },
    oldParts: (idleMs) => oldParts(paths, idleMs),
    page: createPager({ reader, rebuild, search }),
    changes: changed.find,
    changesPage: changed.page,
    async export({ signal, ...request }, onProgress = () => {}) {
      try {
        return await workers.run("export", request, { ...(signal ? { signal } : {}), onProgress });
      } catch (error) {
        await removeExport(request.id);
        throw error;
      }
    },
    archive: ({ signal, ...request }) => workers.run("archive", request, signal ? { signal } : {}),
    readArchive: archives.read,
    archiveFile: paths.archive,
    archiveFiles: () => archiveFilesIn(paths.archives),
    partFile: paths.part,
    estimate,
    exportFile: (id, name) => join(paths.export(id), fileName(name)),
    removeExport,
    async stage(id) {
      const folder = paths.job(id);
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    async uploadFolder(id) {
      await mkdir(paths.upload(id), { recursive: true, mode: 0o700 });
      return paths.upload(id);
    },
    uploadPart: paths.uploadPart,
    async stageUpload(job, parts) {
      const staged = parts.map((_, at) => join(paths.job(job), `upload-${at + 1}`));
      for (const [at, part] of parts.entries()) await linkFile(part, staged[at] ?? "");
      return staged;
    },
    removeUpload: (id) => rm(paths.upload(id), { recursive: true, force: true }),
    layOut: (id, tables) => layOut({ paths, workers }, id, tables),
    unstage: (id) => rm(paths.job(id), { recursive: true, force: true }),
    sweep: (known) => sweep(paths, known),
    async close() {
      await workers.close();
      reader.close();
      changed.close();
    },
  };
}

/** A name in a manifest never has a separator; this holds even when a manifest was tampered with. */
function fileName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw new Error("not the name of an export's file");
  return name;
}

/** Leaves what was changed less than `idleMs` ago: somebody may be writing it, and name it next. */
async function removeUnknown(folder: string, isKnown: (name: string) => boolean, idleMs = 0): Promise<number> {
  const unknown = (await namesIn(folder)).filter((name) => !isKnown(name));
  let removed = 0;
  for (const name of unknown) {
    const path = join(folder, name);
    const changedAt = idleMs === 0 ? 0 : ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
    if (Date.now() - changedAt < idleMs) continue;
    await rm(path, { recursive: true, force: true });
    removed++;
  }
  return removed;
}

async function sweep(paths: LakePaths, known: Parameters<Lake["sweep"]>[0]): Promise<{ removed: number }> {
  let removed = await removeUnknown(paths.staging, (name) => known.jobs.has(name));
  removed += await removeUnknown(paths.exports, (name) => known.exports.has(name));
  removed += await removeUnknown(paths.uploads, (id) => known.uploads.has(id), known.uploadsIdleMs);
  for (const [id, names] of known.uploads)
    removed += await removeUnknown(paths.upload(id), (name) => names.has(name), known.uploadsIdleMs);
  const isKnownPart = (name: string) => {
    const [sha256 = "", extension, ...more] = name.split(".");
    return known.parts.has(sha256) && more.length === 0 && (extension === "parquet" || extension === "sqlite");
  };
  for (const folder of await namesIn(paths.parts))
    removed += await removeUnknown(join(paths.parts, folder), isKnownPart);
  // What a job that is known had begun is begun again.
  for (const id of known.jobs) await rm(paths.jobWork(id), { recursive: true, force: true });
  return { removed };
}
