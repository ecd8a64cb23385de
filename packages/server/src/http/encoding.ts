import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
} from "node:zlib";
import { preferred, refuses } from "./accept.ts";
import { Problem } from "./problem.ts";

/** What answers can be packed with, the best first. */
const encodings = ["zstd", "br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];
type Packed = Buffer<ArrayBuffer>;

/** Below it packing costs both sides more than the bytes it saves. */
export const packedBytesMin = 1_024;
/** Up to here packing takes a tenth of a millisecond, and a third of the CPU that a thread of its own would cost. */
const packedAtOnceBytesMax = 65_536;

// Cheap levels: a page is packed for one reader, and its rows repeat each other so much that higher ones gain a few per cent.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
type Text = string | Packed;
const packers: Record<Encoding, { now(text: Text): Packed; apart(text: Text): Promise<Packed> }> = {
  zstd: { now: (text) => zstdCompressSync(text), apart: (text) => zstdApart(text) },
  br: { now: (text) => brotliCompressSync(text, brotli), apart: (text) => brotliApart(text, brotli) },
  gzip: { now: (text) => gzipSync(text, { level: 4 }), apart: (text) => gzipApart(text, { level: 4 }) },
};
const zstdApart = promisify(zstdCompress);
const brotliApart = promisify(brotliCompress);
const gzipApart = promisify<Text, { level: number }, Packed>(gzip);

/** What an answer to this client is to be packed with; null for not at all. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined || acceptEncoding === "identity") return null;
  const given = preferred(acceptEncoding, [...encodings, "identity"]);
  if (given === undefined && refuses(acceptEncoding, "identity")) throw notAcceptable("Accept-Encoding", encodings);
  return given === undefined || given === "identity" ? null : given;
}

export async function pack(text: Text, encoding: Encoding): Promise<Packed> {
  const { now, apart } = packers[encoding];
  return text.length <= packedAtOnceBytesMax ? now(text) : apart(text);
}

export function notAcceptable(header: string, offered: readonly string[]): Problem {
  return new Problem("not_acceptable", { detail: `${header} must allow one of ${offered.join(", ")}.` });
}
