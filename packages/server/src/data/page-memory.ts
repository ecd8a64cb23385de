import type { Position } from "../lake/lake.ts";

type Bytes = Buffer<ArrayBuffer>;

/** A page as far as it is everybody's: its text up to where the cursor comes, which is each partner's own, and the bytes of that. */
export type PageText = { text: string; bytes: number; rows: number; next: Position | null };
/** `cursors` are those that end it, by their reader; `packed` holds whole bodies by encoding and cursor; `room` is what all takes. */
type KeptPage = PageText & { cursors: Map<string, string>; packed: Map<string, Bytes>; room: number };

/** What else an entry takes: its key, its objects, its place in the map. */
const entryBytes = 500;
const cursorEntryBytes = 200;
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
  offer(key: string, { text, bytes, rows, next }: PageText): void {
    if (this.#bytesMax === 0 || this.#pages.has(key)) return;
    if (!this.#askedOnce.delete(key)) {
      if (this.#askedOnce.size >= askedOnceMax) this.#askedOnce.clear();
      this.#askedOnce.add(key);
      return;
    }
    const page = { text, bytes, rows, next, cursors: new Map(), packed: new Map(), room: 0 };
    const room = roomOf(page) + entryBytes;
    if (!this.#hasRoomFor(room)) return;
    this.#pages.set(key, page);
    this.#grow(page, room);
  }

  /** The cursor that ends a page for one reader, sealed once while the page is kept. */
  cursor(key: string, reader: string, seal: () => string): string {
    const known = this.#pages.get(key)?.cursors.get(reader);
    if (known !== undefined) return known;
    const cursor = seal();
    const page = this.#pages.get(key);
    const room = cursor.length + cursorEntryBytes;
    if (!page || !this.#hasRoomFor(page.room + room)) return cursor;
    page.cursors.set(reader, cursor);
    this.#grow(page, room);
    return cursor;
  }

  /** The whole body of a kept page, packed once for each cursor that ends it. */
  async packed(key: string, name: string, pack: () => Promise<Bytes>): Promise<Bytes> {
    const known = this.#pages.get(key)?.packed.get(name);
    if (known) return known;
    const bytes = await pack();
    const page = this.#pages.get(key);
    const room = bytes.length + entryBytes;
    if (!page || page.packed.has(name) || !this.#hasRoomFor(page.room + room)) return bytes;
    page.packed.set(name, bytes);
    this.#grow(page, room);
    return bytes;
  }

  #hasRoomFor(bytes: number): boolean {
    return bytes <= this.#bytesMax * pageShareMax;
  }

  #grow(grown: KeptPage, bytes: number): void {
    grown.room += bytes;
    this.#bytes += bytes;
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#pages.delete(key);
      this.#bytes -= page.room;
    }
  }
}

/** A text takes a byte for each character, or two for each where one of them needs more. */
const roomOf = ({ text, bytes }: PageText) => (text.length === bytes ? bytes : text.length * 2);
