import type { Compression, FileForm, FileFormat } from "./lake.ts";
import { firstBytes, Unreadable, unpacked } from "./publish-unpack.ts";

/** What an upload is, once its bytes agree with what its sender says of it. */
export type Recognized = { format: FileFormat; compression: Compression };

const signatures = [
  { compression: "gzip", bytes: [0x1f, 0x8b] },
  { compression: "zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
] as const;
const signatureBytes = 4;
const parquetSignature = "PAR1";
const openBrace = 0x7b;

const nameOf: Record<FileFormat, string> = { csv: "CSV", ndjson: "NDJSON", parquet: "Parquet" };

/**
 * Format and compression of an upload, by its first bytes. What the sender says of it is held against them, since a file that is
 * taken for another is read as nonsense, and seldom as an error.
 *
 * @throws Unreadable where they contradict each other
 */
export async function recognize(files: readonly string[], said: FileForm): Promise<Recognized> {
  const head = await firstBytes(files, signatureBytes);
  if (head.length === 0) throw new Unreadable("the file is empty");
  const found = signatures.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.compression ?? "none";
  const compression = said.compression ?? found;
  if (compression !== found) {
    throw new Unreadable(
      found === "none"
        ? `the file is sent as ${compression} and is not ${compression}: send it as what it is`
        : `the file is sent as not ${compression === "none" ? "packed" : compression} and is ${found}: say so with Content-Encoding or its name`,
    );
  }
  const start = await startOf(files, compression);
  const looks = looksLike(start);
  const format = said.format ?? looks;
  if (format !== looks && (format === "parquet" || looks !== "csv")) {
    throw new Unreadable(
      `the file is sent as ${nameOf[format]} and begins as ${nameOf[looks]} does: send it as what it is`,
    );
  }
  return { format, compression };
}

async function startOf(files: readonly string[], compression: Compression): Promise<Buffer> {
  const chunks = unpacked({ files, compression }, Number.POSITIVE_INFINITY);
  for await (const chunk of chunks) return chunk;
  return Buffer.alloc(0);
}

/** No name of a column begins with a brace, so no header of a CSV file does. */
function looksLike(start: Buffer): FileFormat {
  if (start.toString("latin1", 0, parquetSignature.length) === parquetSignature) return "parquet";
  const text = start.toString("latin1", 0, 64).replace("\xef\xbb\xbf", "").trimStart();
  return text.charCodeAt(0) === openBrace ? "ndjson" : "csv";
}
