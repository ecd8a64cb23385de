import type { PublishOptions } from "../catalog.ts";
import type { CallOptions } from "../core/transport.ts";
import { together } from "../downloads/together.ts";
import type { UploadsResource } from "../generated/resources.ts";
import type { FileUpload } from "../generated/schemas.ts";
import { type Pieces, partBytesUsual } from "./pieces.ts";

type Settings = Omit<PublishOptions, keyof CallOptions> & { connections: number };

// A part that fails is sent again more often than a small call is: what it would cost is all that was sent before.
const maxRetries = 4;
const partTimeoutMs = 300_000;

/** Sends what an upload lacks, and gives its id and the SHA-256 of each of its parts. */
export async function sendParts(
  uploads: UploadsResource,
  dataset: string,
  source: Pieces,
  { name, resume, partBytes = partBytesUsual, connections, onProgress }: Settings,
  options: CallOptions,
): Promise<{ id: string; parts: string[] }> {
  const { bytesTotal } = source;
  const promised = {
    ...(name === undefined ? {} : { name }),
    ...(bytesTotal === undefined ? {} : { bytes: bytesTotal }),
  };
  const known = resume === undefined ? undefined : await uploads.retrieve(resume, options);
  const upload = known ?? (await uploads.create({ dataset, ...promised }, options));
  const earlier = known?.parts ?? [];
  const received = new Map(earlier.map(({ number, sha256 }) => [number, sha256]));
  const pieceBytes = known ? pieceBytesOf(earlier, partBytes) : pieceBytesFor(upload, bytesTotal, partBytes);
  const parts: string[] = [];
  let bytes = 0;
  const tell = () => onProgress?.({ bytes, bytesTotal, upload: upload.id });
  tell();
  const pieces = source.pieces(pieceBytes);
  let taken = 0;
  const work = async (signal: AbortSignal) => {
    for (;;) {
      signal.throwIfAborted();
      // A generator hands its pieces out one after the other, however many ask at once.
      const asked = pieces.next();
      const number = ++taken;
      const { done, value: piece } = await asked;
      if (done) return;
      const { hex, header } = await digest(piece);
      if (received.get(number) !== hex) {
        const limits = { maxRetries, timeoutMs: partTimeoutMs, ...options, signal };
        const headers = { ...options.headers, "content-digest": header, "content-type": "application/octet-stream" };
        await uploads.sendPart(upload.id, number, piece, { ...limits, headers });
      }
      parts[number - 1] = hex;
      bytes += piece.length;
      tell();
    }
  };
  await together(Array(connections).fill(work), connections, options.signal ?? new AbortController().signal);
  return { id: upload.id, parts };
}

/** As large as is asked for, and larger where there would be too many of them. */
function pieceBytesFor({ parts_max, part_bytes_max }: FileUpload, bytesTotal: number | undefined, partBytes: number) {
  return Math.min(part_bytes_max, Math.max(partBytes, Math.ceil((bytesTotal ?? 0) / parts_max)));
}

/** An upload goes on with parts of the size it was begun with; the last one received may be the file's last, and shorter. */
function pieceBytesOf(received: readonly { number: number; bytes: number }[], partBytes: number): number {
  const last = received.at(-1)?.number ?? 1;
  const full = received.find(({ number }) => number < last || number === 1);
  return full?.bytes ?? partBytes;
}

/** SHA-256 in hexadecimal digits, and as RFC 9530 writes it. */
async function digest(bytes: Uint8Array): Promise<{ hex: string; header: string }> {
  // Bytes that are shared between threads are the only ones it does not take, and nothing here is.
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { hex, header: `sha-256=:${btoa(String.fromCharCode(...hash))}:` };
}
