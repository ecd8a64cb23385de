import type { Hash } from "node:crypto";
import { IntegrityError } from "../core/errors.ts";
import { builtins, type FileHandle, unlessMissing } from "./builtins.ts";
import { Journal } from "./journal.ts";
import { type Piece, Pieces } from "./pieces.ts";
import type { PromisedFile } from "./promised-file.ts";

const readBytes = 1024 * 1024;

/**
 * A file while it arrives, `<name>.wizdata-part` with its journal. Pieces come in any order; the hash follows them from the beginning, over what
 * the file has and not over what was received, so that it is done when the last piece is.
 */
export class PartFile {
  readonly file: PromisedFile;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #journal: Journal;
  #pieces: Pieces;
  #hash: Hash;
  #hashedBytes = 0;
  #hashing: Promise<void> | undefined;

  private constructor(file: PromisedFile, path: string, handle: FileHandle, journal: Journal, pieces: Pieces) {
    this.file = file;
    this.#path = path;
    this.#handle = handle;
    this.#journal = journal;
    this.#pieces = pieces;
    this.#hash = builtins().crypto.createHash("sha256");
  }

  /** Opens what an earlier download has left of this very file, or begins it. */
  static async open(folder: string, file: PromisedFile): Promise<PartFile> {
    const { fs, path } = builtins();
    const data = path.resolve(folder, `${file.name}.wizdata-part`);
    const journal = new Journal(path.resolve(folder, `${file.name}.wizdata-journal`), file);
    const left = await fs.stat(data).catch(unlessMissing);
    const pieces = await journal.read(Math.min(left?.size ?? 0, file.bytes));
    const handle = await fs.open(data, pieces.bytes > 0 ? "r+" : "w+");
    try {
      if ((left?.size ?? 0) > file.bytes) await handle.truncate(file.bytes);
      await journal.begin(pieces);
    } catch (error) {
      await handle.close();
      throw error;
    }
    const part = new PartFile(file, data, handle, journal, pieces);
    part.#startHashing();
    return part;
  }

  /** How many bytes of it are there. */
  get bytes(): number {
    return this.#pieces.bytes;
  }

  missing(pieceBytesMax: number): Piece[] {
    return this.#pieces.missing(this.file.bytes, pieceBytesMax);
  }

  /** Written first and noted then: after a kill the journal never names bytes that are not there. */
  async write(from: number, bytes: Uint8Array): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, from + done);
      done += bytesWritten;
    }
    const piece = { from, to: from + bytes.length };
    await this.#journal.add(piece);
    this.#pieces.add(piece);
    this.#startHashing();
  }

  /** Forgets all that has arrived. Nothing may be writing. */
  async startOver(): Promise<void> {
    await this.#hashing?.catch(() => {});
    this.#pieces = new Pieces();
    await this.#journal.begin(this.#pieces);
    await this.#handle.truncate(0);
    this.#hash = builtins().crypto.createHash("sha256");
    this.#hashedBytes = 0;
  }

  /** Whether it is, byte for byte, the file of the manifest. To be asked once, when nothing is missing. */
  async isWhole(): Promise<boolean> {
    await this.#hashing;
    await this.#hashOn();
    return this.#hashedBytes === this.file.bytes && this.#hash.digest("hex") === this.file.sha256;
  }

  /** On the disk first, then under its name: a power cut leaves no half file there either. */
  async keepAs(target: string): Promise<void> {
    await this.#handle.sync();
    await this.close();
    await builtins().fs.rename(this.#path, target);
    await this.#journal.remove();
  }

  async discard(): Promise<void> {
    await this.close();
    await builtins().fs.rm(this.#path, { force: true });
    await this.#journal.remove();
  }

  async close(): Promise<void> {
    await this.#hashing?.catch(() => {});
    await this.#handle.close();
    await this.#journal.close();
  }

  #startHashing(): void {
    this.#hashing ??= this.#hashOn().finally(() => {
      this.#hashing = undefined;
    });
    // Whoever waits for it hears of a failure; until then nobody does.
    this.#hashing.catch(() => {});
  }

  async #hashOn(): Promise<void> {
    const buffer = new Uint8Array(Math.min(readBytes, this.file.bytes));
    while (this.#hashedBytes < this.#pieces.prefixBytes) {
      const wanted = Math.min(buffer.length, this.#pieces.prefixBytes - this.#hashedBytes);
      const { bytesRead } = await this.#handle.read(buffer, 0, wanted, this.#hashedBytes);
      if (bytesRead === 0) throw new IntegrityError(`${this.#path} became shorter while it was written`);
      this.#hash.update(buffer.subarray(0, bytesRead));
      this.#hashedBytes += bytesRead;
    }
  }
}

/** Whether a file of an earlier download is there, and is the one of the manifest. */
export async function isThere(target: string, { bytes, sha256 }: PromisedFile): Promise<boolean> {
  const { fs, crypto } = builtins();
  const found = await fs.stat(target).catch(unlessMissing);
  if (!found?.isFile() || found.size !== bytes) return false;
  const handle = await fs.open(target, "r");
  try {
    const hash = crypto.createHash("sha256");
    const buffer = new Uint8Array(Math.min(readBytes, bytes));
    for (let read = 1; read > 0; ) {
      read = (await handle.read(buffer, 0, buffer.length, null)).bytesRead;
      hash.update(buffer.subarray(0, read));
    }
    return hash.digest("hex") === sha256;
  } finally {
    await handle.close();
  }
}
