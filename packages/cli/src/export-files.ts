import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Export, Manifest } from "@wizdata/sdk";
import type { Context } from "./command.ts";
import { Failure } from "./failures.ts";
import type { ProgressState } from "./output/progress.ts";
import { integer, objectOf, string } from "./output/schema.ts";
import { type Columns, table, type View } from "./output/view.ts";

/** A file on this machine whose bytes are those of the manifest. */
export type DownloadedFile = Manifest["files"][number] & { path: string };

export const downloadedFile = objectOf({ name: string, rows: integer, bytes: integer, sha256: string, path: string });

/** Waits until the files can be downloaded. The job goes on whatever happens here, so every failure names it. */
export async function waitUntilReady(
  { wizdata, signal, progress }: Context,
  job: Export,
  timeoutSeconds: number | undefined,
): Promise<Export> {
  const sdk = await import("@wizdata/sdk");
  const deadline = timeoutSeconds === undefined ? {} : { deadlineMs: timeoutSeconds * 1_000 };
  try {
    return await wizdata.exports.wait(job.id, {
      ...deadline,
      signal,
      onProgress: (now) => progress(progressOf(now)),
    });
  } catch (error) {
    const details = { export_id: job.id };
    const next = [`wizdata exports show ${job.id}`];
    if (error instanceof sdk.DeadlineError) {
      throw new Failure("still_running", "still_running", `${job.id} is not ready yet, and goes on.`, {
        details,
        next,
        cause: error,
      });
    }
    if (error instanceof sdk.ExportFailedError) {
      const exit = error.export.status === "failed" ? "server" : "conflict";
      throw new Failure(exit, `export_${error.export.status}`, `${error.message}.`, { details, next, cause: error });
    }
    throw error;
  }
}

function progressOf({ id, status, progress: { rows_done: done, rows_total: total } }: Export): ProgressState {
  return status === "running" ? { what: id, done, total, unit: "rows" } : `${id}: ${status}`;
}

type DownloadFlags = { connections?: number | undefined; keys?: string | undefined };

/** Downloads and verifies every file; what fails leaves no file under its final name. */
export async function downloadFiles(
  { wizdata, signal, progress, terminal, note }: Context,
  id: string,
  to: string,
  { connections, keys }: DownloadFlags = {},
): Promise<DownloadedFile[]> {
  const { readKeys } = await import("./ledger/documents.ts");
  const trustedKeys = keys === undefined ? undefined : await readKeys(terminal, keys);
  const manifest = await wizdata.exports.manifest(id, { signal });
  if (!manifest.signed)
    await note("This export is of before manifests were signed: its files are checked by their hashes alone.");
  const paths = await wizdata.exports.download(id, {
    to,
    connections,
    trustedKeys,
    signal,
    onProgress: ({ file, bytes, bytesTotal }) =>
      progress({ what: file, done: bytes, total: bytesTotal, unit: "bytes" }),
  });
  const byName = new Map(paths.map((path) => [basename(path), path]));
  return manifest.files.map((file) => ({ ...file, path: byName.get(file.name) ?? file.name }));
}

const fileColumns: Columns<DownloadedFile> = {
  path: ({ path }) => path,
  rows: ({ rows }) => rows,
  bytes: ({ bytes }) => bytes,
  sha256: ({ sha256 }) => sha256,
};

export function filesView(files: readonly DownloadedFile[]): View {
  return table(files, fileColumns, ["Every file has the length and the SHA-256 of its manifest."]);
}

/** Fails before the work rather than after it. */
export async function checkFolder(to: string): Promise<void> {
  const found = await stat(to).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Failure("usage", "file", `${to} is not a folder.`);
}
