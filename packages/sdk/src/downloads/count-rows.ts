import type { Readable, Transform } from "node:stream";
import { builtins } from "./builtins.ts";
import type { ManifestContent } from "./signed-manifest.ts";

const lineFeed = 0x0a;
const quote = 0x22;
const magicBytes = 4;
const tailBytes = 8;

/** How many rows a file of an export has; undefined where this runtime cannot unpack it. */
export async function countRows(
  file: string,
  { format, compression }: Pick<ManifestContent, "format" | "compression">,
): Promise<number | undefined> {
  if (format === "parquet") return countParquet(file);
  const { createReadStream } = process.getBuiltinModule("node:fs");
  const zlib = process.getBuiltinModule("node:zlib");
  const unpackers = { none: undefined, gzip: zlib.createGunzip, zstd: zlib.createZstdDecompress };
  const unpack: (() => Transform) | undefined = unpackers[compression];
  if (!unpack && compression !== "none") return undefined;
  const packed = createReadStream(file);
  const plain: Readable = unpack ? packed.on("error", (error) => unpacker?.destroy(error)).pipe(unpack()) : packed;
  const unpacker = unpack ? plain : undefined;
  const lines = await countLines(plain, format === "csv");
  // The first line of CSV has the names.
  return format === "csv" ? lines - 1 : lines;
}

/** Line feeds; of CSV those that are in no quoted text, which a quote begins, ends, or, twice, is in. */
async function countLines(stream: AsyncIterable<Uint8Array>, isQuoted: boolean): Promise<number> {
  let lines = 0;
  let isInText = false;
  for await (const chunk of stream) {
    for (const byte of chunk) {
      if (byte === lineFeed && !isInText) lines++;
      else if (byte === quote && isQuoted) isInText = !isInText;
    }
  }
  return lines;
}

/** The footer of a Parquet file says it: the third member of a struct in Thrift's compact protocol. */
async function countParquet(path: string): Promise<number> {
  const handle = await builtins().fs.open(path, "r");
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(tailBytes);
    await handle.read(tail, 0, tailBytes, size - tailBytes);
    if (tail.toString("latin1", magicBytes) !== "PAR1") throw new Error("not a Parquet file");
    const footer = Buffer.alloc(Math.min(tail.readUInt32LE(0), size));
    await handle.read(footer, 0, footer.length, size - tailBytes - footer.length);
    return new Thrift(footer).numberIn(3);
  } finally {
    await handle.close();
  }
}

/** As much of the compact protocol as it takes to get past what comes before a number. */
class Thrift {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  numberIn(wanted: number): number {
    for (let field = 0; ; ) {
      const head = this.#byte();
      if (head === 0) throw new Error("no such member");
      field = head >> 4 ? field + (head >> 4) : this.#zigzag();
      if (field === wanted) return this.#zigzag();
      this.#skip(head & 15);
    }
  }

  #skip(type: number): void {
    if (type === 3) this.#at += 1;
    else if (type >= 4 && type <= 6) this.#varint();
    else if (type === 7) this.#at += 8;
    else if (type === 8) this.#skipText();
    else if (type === 9 || type === 10) this.#skipList();
    else if (type === 12) this.#skipStruct();
    else if (type > 2) throw new Error("not a type of the protocol");
  }

  #skipText(): void {
    const length = this.#varint();
    this.#at += length;
  }

  #skipList(): void {
    const head = this.#byte();
    const count = head >> 4 === 15 ? this.#varint() : head >> 4;
    const type = head & 15;
    // In a list a truth value is a byte of its own.
    for (let left = count; left > 0; left--) this.#skip(type <= 2 ? 3 : type);
  }

  #skipStruct(): void {
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      if (head >> 4 === 0) this.#varint();
      this.#skip(head & 15);
    }
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error("the footer ends too soon");
    return byte;
  }
}
