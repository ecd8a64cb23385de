import { IntegrityError, WizDataError } from "./errors.ts";
import type { Call, CallOptions, Transport } from "./transport.ts";

/** One file of a manifest: its size in bytes and its SHA-256 in hexadecimal digits. */
export type PromisedFile = { name: string; bytes: number; sha256: string };

/** How far a download is; `bytes` falls back when a file is begun anew. */
export type DownloadProgress = { file: string; bytes: number; bytesTotal: number };

export type DownloadOptions = CallOptions & {
  /** The folder for the files; it is made if missing. A file of the same name is replaced. */
  to: string;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
};

/** Every file goes to `<name>.part` and gets its name when it is whole, verified and on the disk. */
export async function downloadAll(
  transport: Transport,
  files: readonly PromisedFile[],
  callOf: (name: string) => Call,
  options: DownloadOptions,
): Promise<string[]> {
  checkNames(files);
  const { fs, path } = nodeModules();
  await fs.mkdir(options.to, { recursive: true });
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  let bytesBefore = 0;
  const paths: string[] = [];
  for (const file of files) {
    const target = path.resolve(options.to, file.name);
    const onBytes = (bytes: number) =>
      options.onProgress?.({ file: file.name, bytes: bytesBefore + bytes, bytesTotal });
    await downloadFile(transport, callOf(file.name), file, target, options, onBytes);
    bytesBefore += file.bytes;
    paths.push(target);
  }
  return paths;
}

async function downloadFile(
  transport: Transport,
  call: Call,
  file: PromisedFile,
  target: string,
  options: CallOptions,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { fs, path } = nodeModules();
  const part = `${target}.part`;
  try {
    await transport.run({ ...call, accept: "*/*" }, options, async ({ chunks }) =>
      writeVerified(chunks(), part, file, onBytes),
    );
    await fs.rename(part, target);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
}

async function writeVerified(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  { name, bytes, sha256 }: PromisedFile,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { fs, crypto } = nodeModules();
  const hash = crypto.createHash("sha256");
  let received = 0;
  const handle = await fs.open(part, "w");
  try {
    for await (const chunk of chunks) {
      received += chunk.length;
      if (received > bytes) throw new IntegrityError(`${name} is longer than the ${bytes} bytes of its manifest`);
      hash.update(chunk);
      await handle.writeFile(chunk);
      onBytes(received);
    }
    if (received < bytes) throw new IntegrityError(`${name} has ${received} of the ${bytes} bytes of its manifest`);
    if (hash.digest("hex") !== sha256) throw new IntegrityError(`${name} does not have the SHA-256 of its manifest`);
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
  const seen = new Set<string>();
  for (const { name } of files) {
    const isPlain = /^\w[\w.-]{0,199}$/.test(name) && !/\.(part)?$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
    if (!isPlain || seen.has(name.toLowerCase()))
      throw new IntegrityError(`The manifest has a file name that is not safe: ${JSON.stringify(name)}`);
    seen.add(name.toLowerCase());
  }
}

// Asked for when needed and not imported, so that the rest runs, and bundles, where there are no files.
function nodeModules() {
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) throw new WizDataError("There is no file system here: use exports.file(), which gives the bytes.");
  return { fs: builtin("node:fs/promises"), path: builtin("node:path"), crypto: builtin("node:crypto") };
}
