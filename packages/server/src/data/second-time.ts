/** Remembers from the second time on: what is asked for once is most of what there is, and would push out all else. */
export class SecondTime<V> {
  readonly #entriesMax: number;
  readonly #known = new Map<string, V>();
  readonly #once = new Set<string>();

  constructor(entriesMax: number) {
    this.#entriesMax = entriesMax;
  }

  recall(key: string): V | undefined {
    return this.#known.get(key);
  }

  offer(key: string, value: V): void {
    if (this.#once.delete(key)) {
      // All at once and rarely: to know which is the oldest would cost something each time.
      if (this.#known.size >= this.#entriesMax) this.#known.clear();
      this.#known.set(key, value);
      return;
    }
    if (this.#once.size >= this.#entriesMax) this.#once.clear();
    this.#once.add(key);
  }
}
