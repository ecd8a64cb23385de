import { IntegrityError } from "../core/errors.ts";
import { builtins } from "./builtins.ts";
import { fetchPiece, fetchWhole, NoRanges, type Source } from "./fetch-piece.ts";
import { isThere, PartFile } from "./part-file.ts";
import type { PromisedFile } from "./promised-file.ts";
import { type Lanes, together } from "./together.ts";

export type FileSource = Omit<Source, "onWritten"> & {
  onBytes: (bytes: number) => void;
  lanes: Lanes;
  folder: string;
};

// Pieces small enough that the hash, which goes from the beginning, is never far behind; few enough to stay below limits of calls.
const pieceBytesMin = 4 * 1024 * 1024;
const piecesMax = 64;

/** Brings one file under its name, whole and verified. What cannot be is not there, in part or under its name. */
export async function downloadFile(source: FileSource, file: PromisedFile, signal: AbortSignal): Promise<void> {
  const target = builtins().path.resolve(source.folder, file.name);
  if (await isThere(target, file)) return source.onBytes(file.bytes);
  const part = await PartFile.open(source.folder, file);
  const isResumed = part.bytes > 0;
  try {
    await fill(source, part, signal);
    let isWhole = await part.isWhole();
    if (!isWhole && isResumed) {
      // What an earlier run left may have been lost in a power cut, or changed: only what came now can blame the server.
      await part.startOver();
      await fill(source, part, signal);
      isWhole = await part.isWhole();
    }
    if (!isWhole) throw new IntegrityError(`${file.name} does not have the SHA-256 of its manifest`);
    await part.keepAs(target);
  } catch (error) {
    await (error instanceof IntegrityError ? part.discard() : part.close());
    throw error;
  }
}

/** Fetches all that is missing, in pieces if the server has ranges of this very content, else in one answer. */
async function fill({ lanes, onBytes, ...source }: FileSource, part: PartFile, signal: AbortSignal): Promise<void> {
  const told = { ...source, onWritten: () => onBytes(part.bytes) };
  told.onWritten();
  try {
    await fillByPieces(told, part, lanes, signal);
  } catch (error) {
    if (!(error instanceof NoRanges)) throw error;
    await lanes.run(() => fetchWhole(told, part, signal));
  }
}

async function fillByPieces(source: Source, part: PartFile, lanes: Lanes, outer: AbortSignal): Promise<void> {
  const pieceBytes = Math.max(pieceBytesMin, Math.ceil(part.file.bytes / piecesMax));
  // The first answer says whether there are ranges at all: until then the others would ask in vain.
  const accepted = Promise.withResolvers<boolean>();
  const works = part.missing(pieceBytes).map((piece, at) => async (signal: AbortSignal) => {
    if (at > 0 && !(await accepted.promise)) return;
    const fetch = () => fetchPiece(source, part, piece, signal, accepted.resolve);
    await lanes.run(fetch).finally(() => accepted.resolve(false));
  });
  await together(works, works.length, outer);
}
