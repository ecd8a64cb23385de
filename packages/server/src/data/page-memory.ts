import type { Position } from "../lake/lake.ts";

type Bytes = Buffer<ArrayBuffer>;

/** A page as far as it is everybody's: its text up to where the cursor comes, which is each partner's own. */
export type PageText = { text: string | Bytes; rows: number; next: Position | null };
/** `packed` holds whole bodies by encoding and cursor. */
type KeptPage = PageText & { text: Bytes; packed: Map<string, Bytes> };

/** What else an entry takes: its key, its objects, its place in the map. */
const entryBytes = 500;
/** A page that would push out more of the rest is read anew each time. */
const pageShareMax = 1 / 8;
const askedOnceMax = 10_000;

/**
 * Pages that were asked for more than once, so that asking again costs no reading. A version never changes, so nothing here ever
 * goes stale; what was not used for longest goes first when the bound is reached.
 */
export class PageMemory {
  readonly #bytesMax: number;
  // A Map remembers the order of insertion, so the first entry is the one unused for longest.
  readonly #pages = new Map<string, KeptPage>();
  readonly #askedOnce = new Set<string>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get pages(): number {
    return this.#pages.size;
  }

  recall(key: string): KeptPage | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** Keeps a page from the second time on: who walks through a dataset asks for each of its pages once, and would push out all others. */
  offer(key: string, { text, rows, next }: PageText): void {
    if (this.#bytesMax === 0 || this.#pages.has(key)) return;
    if (!this.#askedOnce.delete(key)) {
      if (this.#askedOnce.size >= askedOnceMax) this.#askedOnce.clear();
      this.#askedOnce.add(key);
      return;
    }
    const bytes = Buffer.from(text);
    if (!this.#hasRoomFor(bytes.length)) return;
    this.#pages.set(key, { text: bytes, rows, next, packed: new Map() });
    this.#grow(bytes.length + entryBytes);
  }

  /** The whole body of a kept page, packed once for each cursor that ends it. */
  async packed(key: string, name: string, pack: () => Promise<Bytes>): Promise<Bytes> {
    const known = this.#pages.get(key)?.packed.get(name);
    if (known) return known;
    const bytes = await pack();
    const page = this.#pages.get(key);
    if (!page || page.packed.has(name) || !this.#hasRoomFor(sizeOf(page) + bytes.length)) return bytes;
    page.packed.set(name, bytes);
    this.#grow(bytes.length + entryBytes);
    return bytes;
  }

  #hasRoomFor(bytes: number): boolean {
    return bytes + entryBytes <= this.#bytesMax * pageShareMax;
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#pages.delete(key);
      this.#bytes -= sizeOf(page);
    }
  }
}

function sizeOf({ text, packed }: KeptPage): number {
  let bytes = text.length + entryBytes;
  for (const body of packed.values()) bytes += body.length + entryBytes;
  return bytes;
}
