import { APIError } from "../core/api-errors.ts";
import { ConnectionError, IntegrityError, TimeoutError } from "../core/errors.ts";
import type { Answer } from "../core/send.ts";
import type { Call, CallOptions, Transport } from "../core/transport.ts";
import type { PartFile } from "./part-file.ts";
import type { Piece } from "./pieces.ts";
import { etagOf } from "./promised-file.ts";

const bufferBytesMax = 1024 * 1024;
/** A range is one of the bytes of the file, not of a compressed form of it. */
const asIs = { "accept-encoding": "identity" };

/** Where a file comes from: `optionsOf` gives the options of a call that a signal may stop. */
export type Source = {
  transport: Transport;
  call: Call;
  optionsOf: (signal: AbortSignal) => CallOptions;
  /** Hears that the part file has grown, or was begun anew. */
  onWritten: () => void;
};

/** The server has no ranges, or has them of another content than the promised one: nothing may be put together from its answers. */
export class NoRanges extends Error {}

/**
 * Fetches a piece into a part file. What was cut off goes on where it ended, as often as it brings anything.
 * `onAccepted` hears whether the server answers with ranges of this very file.
 */
export async function fetchPiece(
  source: Source,
  part: PartFile,
  piece: Piece,
  signal: AbortSignal,
  onAccepted: (hasRanges: boolean) => void,
): Promise<void> {
  const { file } = part;
  const etag = etagOf(file);
  let { from: at, to } = piece;
  const headers = () => {
    const isWhole = at === 0 && to === file.bytes;
    return isWhole ? asIs : { ...asIs, range: `bytes=${at}-${to - 1}`, "if-range": etag };
  };
  const read = async (answer: Answer) => {
    if (answer.status === 206) {
      const isAsked = answer.header("content-range") === `bytes ${at}-${to - 1}/${file.bytes}`;
      if (!isAsked || answer.header("etag") !== etag) throw new NoRanges();
      onAccepted(true);
    } else {
      if (at > 0) throw new NoRanges();
      to = file.bytes;
      onAccepted(false);
    }
    await save(part, answer.chunks(), { from: at, to }, (written) => {
      at = written;
      source.onWritten();
    });
  };
  while (at < to) {
    const before = at;
    const call = { ...source.call, headers };
    await source.transport.run(call, source.optionsOf(signal), read).catch((error: unknown) => {
      if (error instanceof APIError && error.status === 416) throw new NoRanges();
      const isCut = error instanceof ConnectionError || error instanceof TimeoutError;
      if (!isCut || at === before) throw error;
    });
  }
}

/** Fetches a file in one answer, from a server that has no ranges: each attempt begins anew. */
export async function fetchWhole(source: Source, part: PartFile, signal: AbortSignal): Promise<void> {
  const { transport, call, optionsOf, onWritten } = source;
  await transport.run({ ...call, headers: () => asIs }, optionsOf(signal), async (answer) => {
    if (answer.status !== 200) throw new IntegrityError(`${part.file.name} came as a part of a file, unasked`);
    await part.startOver();
    await save(part, answer.chunks(), { from: 0, to: part.file.bytes }, onWritten);
  });
}

/** Writes what arrives in large blocks, and what had arrived when it was cut off too. */
async function save(
  part: PartFile,
  chunks: AsyncIterable<Uint8Array>,
  { from, to }: Piece,
  onWritten: (at: number) => void,
): Promise<void> {
  const buffer = new Uint8Array(Math.min(bufferBytesMax, to - from));
  let at = from;
  let filled = 0;
  const flush = async () => {
    const bytes = buffer.subarray(0, filled);
    filled = 0;
    if (bytes.length === 0) return;
    await part.write(at, bytes);
    at += bytes.length;
    onWritten(at);
  };
  try {
    for await (const chunk of chunks) {
      if (at + filled + chunk.length > to)
        throw new IntegrityError(`${part.file.name} is longer than its manifest says`);
      for (let used = 0; used < chunk.length; ) {
        const taken = chunk.subarray(used, used + buffer.length - filled);
        buffer.set(taken, filled);
        filled += taken.length;
        used += taken.length;
        if (filled === buffer.length) await flush();
      }
    }
  } finally {
    await flush();
  }
  if (at < to) throw new IntegrityError(`${part.file.name} ends ${to - at} bytes before its manifest says`);
}
