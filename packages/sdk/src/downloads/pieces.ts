/** The bytes of a file from `from` to before `to`. */
export type Piece = { from: number; to: number };

/** Which bytes of a file are there: pieces in order, none touching the next. */
export class Pieces {
  #pieces: Piece[];

  constructor(pieces: readonly Piece[] = []) {
    this.#pieces = merged(pieces);
  }

  add(piece: Piece): void {
    this.#pieces = merged([...this.#pieces, piece]);
  }

  get bytes(): number {
    return this.#pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** How far the file is there without a hole. */
  get prefixBytes(): number {
    const [first] = this.#pieces;
    return first?.from === 0 ? first.to : 0;
  }

  /** The holes in a file of so many bytes, each cut into pieces of at most `pieceBytesMax`. */
  missing(fileBytes: number, pieceBytesMax: number): Piece[] {
    const starts = [0, ...this.#pieces.map(({ to }) => to)];
    const ends = [...this.#pieces.map(({ from }) => from), fileBytes];
    return starts.flatMap((start, at) => cut({ from: start, to: ends[at] ?? fileBytes }, pieceBytesMax));
  }

  [Symbol.iterator](): Iterator<Piece> {
    return this.#pieces[Symbol.iterator]();
  }
}

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const { from, to } of pieces.toSorted((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function cut({ from, to }: Piece, bytesMax: number): Piece[] {
  const pieces: Piece[] = [];
  for (let start = from; start < to; start += bytesMax)
    pieces.push({ from: start, to: Math.min(to, start + bytesMax) });
  return pieces;
}
