import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import pino from "pino";
import { Definition } from "../datasets/definition.ts";
import type { Cadence } from "../datasets/schemas.ts";
import { FaultyUpload, type FileForm, type Part, type PublishReport } from "./lake.ts";
import { openLake } from "./open-lake.ts";
import { lakePaths } from "./parts-paths.ts";
import type { PublishBase, PublishMode } from "./publish-mode.ts";

/** Real data that is not part of the repository: the tests that read it run where it is. */
export const sharedData = resolve(import.meta.dirname, "../../../../../shared/data");

export type NewDefinition = Parameters<typeof Definition.parse>[0] & object;

/** A lake in a folder of its own, and the few things a test of publishing does with it. */
export async function openTestLake(
  options: { home?: string; unpackedBytesMax?: number; changesBytesMax?: number; partBytesMin?: number } = {},
) {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), "wizdata-lake-")));
  const paths = lakePaths(home);
  const lake = openLake({ workerMemoryMb: 200, bulkLanesMax: 1, ...options, home }, pino({ level: "silent" }));
  let jobs = 0;

  async function publishFiles(
    definition: NewDefinition,
    files: string[],
    form: FileForm = {},
    cadence: Cadence = "daily",
  ) {
    const id = `job_${jobs++}`;
    return await lake.publish({ id, definition: Definition.parse(definition), cadence, files, form });
  }
  const publishFile = (definition: NewDefinition, file: string, form?: FileForm) =>
    publishFiles(definition, [file], form);

  async function publishText(
    definition: NewDefinition,
    text: string | Buffer,
    cadence: Cadence = "daily",
    change: { mode?: PublishMode; base?: PublishBase } = {},
  ) {
    const id = `job_${jobs++}`;
    const file = join(await lake.stage(id), "upload");
    await writeFile(file, text);
    try {
      const job = { id, definition: Definition.parse(definition), cadence, files: [file], form: {} };
      return await lake.publish({ ...job, ...change });
    } finally {
      await lake.unstage(id);
    }
  }

  /** Goes on from what a publish gave. */
  async function change(
    mode: PublishMode,
    definition: NewDefinition,
    base: { parts: Part[]; report: PublishReport; definition?: NewDefinition },
    text: string,
    cadence: Cadence = "daily",
  ) {
    const before = Definition.parse(base.definition ?? definition);
    const { parts, report } = base;
    return await publishText(definition, text, cadence, {
      mode,
      base: { number: 1, definition: before, parts, report },
    });
  }

  return {
    home,
    change,
    paths,
    lake,
    publishFile,
    publishFiles,
    publishText,
    /** The faults that a file is refused with. */
    async refusal(
      definition: NewDefinition,
      text: string | Buffer,
      published = () => publishText(definition, text) as Promise<unknown>,
    ): Promise<FaultyUpload> {
      try {
        await published();
      } catch (error) {
        if (error instanceof FaultyUpload) return error;
        throw error;
      }
      throw new Error("the file was published");
    },
    /** The rows of some parts, as a page would show them. */
    rowsOf: (parts: Part[]) =>
      parts.flatMap((part) => jsonRows(paths.index(part.sha256))).map((row) => JSON.parse(row)),
    jsonOf: (parts: Part[]) => parts.flatMap((part) => jsonRows(paths.index(part.sha256))),
    /** Every file of the lake, without its folders. */
    async files(): Promise<string[]> {
      const entries = await readdir(home, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    },
    async close() {
      await lake.close();
      await rm(home, { recursive: true });
    },
  };
}

function jsonRows(index: string): string[] {
  const sqlite = new Database(index, { readonly: true });
  try {
    return sqlite.prepare<[], string>("SELECT json FROM rows ORDER BY place").pluck().all();
  } finally {
    sqlite.close();
  }
}

export const gzip = (text: string): Buffer => gzipSync(text);

/** A process that has ended stays in the table until its parent has asked for it: that is not life. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}
