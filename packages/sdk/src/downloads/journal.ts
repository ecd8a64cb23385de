import { builtins, type FileHandle, unlessMissing } from "./builtins.ts";
import { type Piece, Pieces } from "./pieces.ts";
import type { PromisedFile } from "./promised-file.ts";

/**
 * Says beside a part file which of its bytes have arrived: a line that names the file, then a line a piece, each written when its bytes
 * are. A line that a kill has cut short names fewer bytes than there are, or none, so whatever can be read is true.
 */
export class Journal {
  readonly #path: string;
  readonly #title: string;
  #handle: FileHandle | undefined;

  constructor(path: string, { bytes, sha256 }: PromisedFile) {
    this.#path = path;
    this.#title = JSON.stringify({ format: 1, bytes, sha256 });
  }

  /** What an earlier download of the very same file has left; `bytesThere` is how long its part file is. */
  async read(bytesThere: number): Promise<Pieces> {
    const text = (await builtins().fs.readFile(this.#path, "utf8").catch(unlessMissing)) ?? "";
    const [title, ...lines] = text.split("\n");
    if (title !== this.#title) return new Pieces();
    return new Pieces(lines.flatMap(pieceOf).filter(({ from, to }) => from < to && to <= bytesThere));
  }

  /** Begins it anew with these pieces, all at once: a kill leaves the old one or the new one. */
  async begin(pieces: Pieces): Promise<void> {
    const { fs } = builtins();
    await this.close();
    const lines = [this.#title, ...[...pieces].map(lineOf), ""];
    await fs.writeFile(`${this.#path}.new`, lines.join("\n"));
    await fs.rename(`${this.#path}.new`, this.#path);
    this.#handle = await fs.open(this.#path, "a");
  }

  async add(piece: Piece): Promise<void> {
    await this.#handle?.appendFile(`${lineOf(piece)}\n`);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    await builtins().fs.rm(this.#path, { force: true });
  }
}

const lineOf = ({ from, to }: Piece) => `${from} ${to}`;

function pieceOf(line: string): Piece[] {
  const [, from, to] = /^(\d{1,15}) (\d{1,15})$/.exec(line) ?? [];
  return to === undefined ? [] : [{ from: Number(from), to: Number(to) }];
}
