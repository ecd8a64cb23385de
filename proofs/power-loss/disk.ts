import { basename, dirname } from "node:path";
import { bytesOf, lastNumberOf, type SystemCall } from "./trace.ts";

type Change = { at: number; bytes: Buffer } | { length: number };
type File = { durable: Buffer; pending: Change[]; hasName: boolean };

/** A disk as badly as it may behave: what was not fsynced may be gone when the power goes, whatever was written after it. */
export class Disk {
  readonly #files = new Map<string, File>();
  readonly #syncs = new Map<SystemCall, number>();
  /** How often what it would keep has changed. */
  syncs = 0;

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [path, durable] of files) this.#files.set(path, { durable, pending: [], hasName: true });
  }

  begins(call: SystemCall): void {
    // What is written while an fsync runs need not be in it.
    if (isSync(call)) this.#syncs.set(call, this.#files.get(call.file)?.pending.length ?? 0);
  }

  ends(call: SystemCall, result: number): void {
    if (result < 0) return;
    if (isSync(call)) this.#sync(call);
    // The shared memory of a WAL is made anew from the WAL.
    if (!call.file.includes(".sqlite") || call.file.endsWith("-shm")) return;
    if (call.name === "pwrite64")
      this.#fileOf(call.file).pending.push({ at: lastNumberOf(call), bytes: bytesOf(call) });
    if (call.name === "ftruncate") this.#fileOf(call.file).pending.push({ length: lastNumberOf(call) });
  }

  /** The files after the loss: what was fsynced, and of what was not, whatever `keeps` says. */
  image(keeps: () => boolean = () => false): Map<string, Buffer> {
    const image = new Map<string, Buffer>();
    for (const [path, { durable, pending, hasName }] of this.#files) {
      const kept = pending.filter(keeps);
      // A new file is found only once its folder was fsynced too.
      if (hasName || kept.length > 0) image.set(basename(path), kept.reduce(applied, durable));
    }
    return image;
  }

  #sync(call: SystemCall): void {
    this.syncs += 1;
    const file = this.#files.get(call.file);
    const count = this.#syncs.get(call) ?? 0;
    this.#syncs.delete(call);
    if (file) file.durable = file.pending.splice(0, count).reduce(applied, file.durable);
    for (const [path, inside] of this.#files) if (dirname(path) === call.file) inside.hasName = true;
  }

  #fileOf(path: string): File {
    let file = this.#files.get(path);
    if (!file) {
      file = { durable: Buffer.alloc(0), pending: [], hasName: false };
      this.#files.set(path, file);
    }
    return file;
  }
}

const isSync = ({ name }: SystemCall) => name === "fsync" || name === "fdatasync";

function applied(before: Buffer, change: Change): Buffer {
  if ("length" in change) return Buffer.concat([before.subarray(0, change.length)], change.length);
  const { at, bytes } = change;
  const after = Buffer.concat([before], Math.max(before.length, at + bytes.length));
  bytes.copy(after, at);
  return after;
}
