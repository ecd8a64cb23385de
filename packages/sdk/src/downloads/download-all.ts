import type { Call, CallOptions, Transport } from "../core/transport.ts";
import { builtins } from "./builtins.ts";
import { downloadFile } from "./download-file.ts";
import { FolderError, toFolderError } from "./folder-error.ts";
import { withFolder } from "./folder-lock.ts";
import { type Paper, writePapers } from "./papers.ts";
import { checkNames, type PromisedFile } from "./promised-file.ts";
import type { PublicKey } from "./signed-manifest.ts";
import { Lanes, together } from "./together.ts";

/** How far a download is; `bytes` falls back when a file is begun anew. */
export type DownloadProgress = { file: string; bytes: number; bytesTotal: number };

/** Where `exports.download` writes to, and how. `deadlineMs` bounds the whole download; `timeoutMs` is the longest silence. */
export type DownloadOptions = CallOptions & {
  /** The folder for the files; it is made if missing. A file of the same name is replaced, unless it is the wanted one already. */
  to: string;
  /** How many requests may be open at once: 1 to 16, 4 if not given. */
  connections?: number | undefined;
  /**
   * The public keys of the platform as you know them: then a manifest has to be signed with one of these. Else they are asked of the
   * server, once a client.
   */
  trustedKeys?: readonly PublicKey[] | undefined;
  /** Hears of every MiB or so. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
};

const connectionsMax = 16;

/**
 * Downloads files in parallel pieces. A file is `<name>.wizdata-part`, with a journal beside it, until it is whole, verified and on the
 * disk; what a cut or a kill leaves of it, the next download goes on with. Papers come last: where they are, all files are.
 */
export async function downloadAll(
  transport: Transport,
  files: readonly PromisedFile[],
  callOf: (name: string) => Call,
  options: Omit<DownloadOptions, "trustedKeys">,
  papers: readonly Paper[] = [],
): Promise<string[]> {
  const { to, connections = 4, onProgress, deadlineMs, signal: outer, ...callOptions } = options;
  if (!Number.isInteger(connections) || connections < 1 || connections > connectionsMax)
    throw new RangeError(`connections must be 1 to ${connectionsMax}`);
  const { fs, path } = builtins();
  checkNames([...files, ...papers]);
  const deadlineAt = performance.now() + (deadlineMs ?? Number.POSITIVE_INFINITY);
  const lanes = new Lanes(connections);
  const progress = progressOf(files, onProgress);
  const optionsOf = (signal: AbortSignal) => ({
    ...callOptions,
    signal,
    deadlineMs: Math.max(0, deadlineAt - performance.now()),
  });
  const workOf = (file: PromisedFile) => (signal: AbortSignal) => {
    const call = { ...callOf(file.name), accept: "*/*" };
    const onBytes = (bytes: number) => progress(file, bytes);
    return downloadFile({ transport, call, optionsOf, onBytes, lanes, folder: to }, file, signal);
  };
  try {
    outer?.throwIfAborted();
    await fs.mkdir(to, { recursive: true });
    await withFolder(to, outer, async (signal) => {
      await checkSpace(to, files);
      await together(files.map(workOf), connections, signal);
      await writePapers(to, papers);
      await syncFolder(to);
    });
  } catch (error) {
    throw toFolderError(to, error);
  }
  return files.map(({ name }) => path.resolve(to, name));
}

function progressOf(files: readonly PromisedFile[], onProgress: DownloadOptions["onProgress"]) {
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  const arrived = new Map<PromisedFile, number>();
  let bytes = 0;
  return (file: PromisedFile, fileBytes: number) => {
    bytes += fileBytes - (arrived.get(file) ?? 0);
    arrived.set(file, fileBytes);
    onProgress?.({ file: file.name, bytes, bytesTotal });
  };
}

/** Told before anything is fetched rather than after hours. Where the system does not say how much is free, the writing will. */
async function checkSpace(folder: string, files: readonly PromisedFile[]): Promise<void> {
  const { fs, path } = builtins();
  const sizes = files.map(async ({ name, bytes }) => {
    const there = [name, `${name}.wizdata-part`].map((file) =>
      fs.stat(path.resolve(folder, file)).catch(() => undefined),
    );
    const blocks = (await Promise.all(there)).map((found) => found?.size ?? 0);
    return Math.max(0, bytes - Math.max(...blocks));
  });
  const wanted = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
  const free = await fs.statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
  if (wanted > free)
    throw new FolderError(
      "full",
      `${folder} has ${free} bytes free, and ${wanted} are still to come. Make room first.`,
    );
}

/** A new name is on the disk only when its folder is. Windows cannot and need not do this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await builtins().fs.open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
