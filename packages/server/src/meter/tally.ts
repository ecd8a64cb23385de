import type { WindowState } from "./meter.ts";
import type { Subject } from "./subject.ts";
import { type Counter, type CounterId, type Counts, counterKey, type QuotaWindow, stateOf } from "./windows.ts";

/** Counters while a group is decided: as they stood, and what the members before took. */
export class Tally {
  readonly #standing: ReadonlyMap<string, Counts>;
  readonly #now = new Map<string, Counter & { taken: number }>();
  /** The same by the very objects that a group's subjects name them with: a key is made once each, not for every member. */
  readonly #known = new Map<CounterId, Counter & { taken: number }>();

  constructor(standing: ReadonlyMap<string, Counts>) {
    this.#standing = standing;
  }

  of(id: CounterId): Counter & { taken: number } {
    const known = this.#known.get(id);
    if (known) return known;
    const counter = this.#find(id);
    this.#known.set(id, counter);
    return counter;
  }

  #find(id: CounterId): Counter & { taken: number } {
    const key = counterKey(id);
    let counter = this.#now.get(key);
    if (!counter) {
      const { used, held } = this.#standing.get(key) ?? { used: 0, held: 0 };
      counter = { owner: id.owner, window: id.window, start: id.start, used, held, taken: 0 };
      this.#now.set(key, counter);
    }
    return counter;
  }

  /** How full it was, what is held included, and is now. */
  add(id: CounterId, amount: number): { before: number; after: number } {
    const counter = this.of(id);
    const before = counter.used + counter.held;
    counter.used += amount;
    counter.taken += amount;
    return { before, after: before + amount };
  }

  state = (window: QuotaWindow): WindowState => stateOf(window, this.of(window));
  states = ({ windows }: Subject): WindowState[] => windows.map(this.state);

  /** What to add to the counters. */
  taken(): Counter[] {
    return [...this.#now.values()]
      .filter(({ taken }) => taken > 0)
      .map(({ owner, window, start, taken }) => ({ owner, window, start, used: taken, held: 0 }));
  }
}
