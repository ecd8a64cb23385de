import { IntegrityError, WizDataError } from "./core/errors.ts";
import type { Call, CallOptions, Transport } from "./core/transport.ts";

/** One file of a manifest: its size in bytes and its SHA-256 in hexadecimal digits. */
export type PromisedFile = { name: string; bytes: number; sha256: string };

/** How far a download is; `bytes` falls back when a file is begun anew. */
export type DownloadProgress = { file: string; bytes: number; bytesTotal: number };

export type DownloadOptions = CallOptions & {
  /** The folder for the files; it is made if missing. A file of the same name is replaced. */
  to: string;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
};

type Chunks = AsyncIterable<Uint8Array>;

/** Every file goes to `<name>.part` and gets its name when it is whole, verified and on the disk. */
export async function downloadAll(
  transport: Transport,
  files: readonly PromisedFile[],
  callOf: (name: string) => Call,
  options: DownloadOptions,
): Promise<string[]> {
  const { to, onProgress, ...callOptions } = options;
  const { fs, path } = nodeModules();
  checkNames(files);
  await fs.mkdir(to, { recursive: true });
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  let bytesBefore = 0;
  for (const file of files) {
    const part = path.resolve(to, `${file.name}.part`);
    const onBytes = (bytes: number) => onProgress?.({ file: file.name, bytes: bytesBefore + bytes, bytesTotal });
    try {
      const call = { ...callOf(file.name), accept: "*/*" };
      await transport.run(call, callOptions, ({ chunks }) => writeVerified(chunks(), part, file, onBytes));
      await fs.rename(part, path.resolve(to, file.name));
    } catch (error) {
      // Why it failed is told, not that there was nothing to remove.
      await fs.rm(part, { force: true }).catch(() => {});
      throw error;
    }
    bytesBefore += file.bytes;
  }
  await syncFolder(to);
  return files.map(({ name }) => path.resolve(to, name));
}

async function writeVerified(
  chunks: Chunks,
  part: string,
  file: PromisedFile,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { fs, crypto } = nodeModules();
  const hash = crypto.createHash("sha256");
  let bytes = 0;
  const handle = await fs.open(part, "w");
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > file.bytes)
        throw new IntegrityError(`${file.name} is longer than the ${file.bytes} bytes of its manifest`);
      hash.update(chunk);
      await handle.writeFile(chunk);
      onBytes(bytes);
    }
    if (bytes < file.bytes)
      throw new IntegrityError(`${file.name} has ${bytes} of the ${file.bytes} bytes of its manifest`);
    if (hash.digest("hex") !== file.sha256)
      throw new IntegrityError(`${file.name} does not have the SHA-256 of its manifest`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name is on the disk only when its folder is. Windows cannot and need not do this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await nodeModules().fs.open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** Names come from a server, so none may lead out of the folder, hide, or take the place of another. */
function checkNames(files: readonly PromisedFile[]): void {
  const unsafe = /^(?!\w[\w.-]{0,199}$)|\.(part)?$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  const wrong = files.find(({ name }) => unsafe.test(name))?.name;
  const isRepeated = new Set(files.map(({ name }) => name.toLowerCase())).size < files.length;
  if (wrong !== undefined)
    throw new IntegrityError(`The manifest has a file name that is not safe: ${JSON.stringify(wrong)}`);
  if (isRepeated) throw new IntegrityError("The manifest has the same file name twice");
}

// Asked for when needed and not imported, so that the rest runs, and bundles, where there are no files.
function nodeModules() {
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) throw new WizDataError("There is no file system here: use exports.file(), which gives the bytes.");
  return { fs: builtin("node:fs/promises"), path: builtin("node:path"), crypto: builtin("node:crypto") };
}
