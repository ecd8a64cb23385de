const cellsCount = 61;
const windowSeconds = 60;

const sweepMs = 60_000;

/** `cells` holds the calls of each of the last 61 seconds; `second` is the newest of them. */
type Window = { second: number; sum: number; cells: Uint32Array };
export type Ask = { owner: string; limit: number };

/**
 * Sliding minutes in 60 one-second cells and the current one. The oldest cell counts whole until all of it is a minute old,
 * so no 60 seconds ever hold more than the limit, and a slot comes back at most one second late.
 */
export class MinuteWindows {
  readonly #windows = new Map<string, Window>();
  #sweptMs = Number.NEGATIVE_INFINITY;

  /** Takes one slot in every window asked for, or none in any: then it says which is full longest. */
  take<A extends Ask>(nowMs: number, asks: readonly A[]): { ask: A; retryAfterSeconds: number } | undefined {
    if (nowMs - this.#sweptMs > sweepMs) this.#sweep(nowMs);
    const second = Math.floor(nowMs / 1000);
    let worst: { ask: A; retryAfterSeconds: number } | undefined;
    for (const ask of asks) {
      const window = this.#at(ask.owner, second);
      if (window.sum < ask.limit) continue;
      const retryAfterSeconds = untilFree(window, ask.limit);
      if (!worst || retryAfterSeconds > worst.retryAfterSeconds) worst = { ask, retryAfterSeconds };
    }
    if (worst) return worst;
    for (const { owner } of asks) add(this.#at(owner, second), second, 1);
    return undefined;
  }

  /** Gives back what `take` took at `takenMs`, as if the call had never been. */
  giveBack(takenMs: number, nowMs: number, asks: readonly Ask[]): void {
    const taken = Math.floor(takenMs / 1000);
    const second = Math.floor(nowMs / 1000);
    for (const { owner } of asks) {
      const window = this.#at(owner, second);
      if (second - taken < cellsCount) add(window, Math.min(taken, second), -1);
    }
  }

  /** Slots used, and how long until all of them are free again. */
  peek(nowMs: number, owner: string): { used: number; resetSeconds: number } {
    if (!this.#windows.has(owner)) return { used: 0, resetSeconds: 0 };
    const window = this.#at(owner, Math.floor(nowMs / 1000));
    return { used: window.sum, resetSeconds: window.sum === 0 ? 0 : untilFree(window, 1) };
  }

  get size(): number {
    return this.#windows.size;
  }

  has(owner: string): boolean {
    return this.#windows.has(owner);
  }

  /** Every owner that used a slot in the last minute. */
  standing(nowMs: number): { owner: string; used: number }[] {
    const owners = [...this.#windows.keys()].map((owner) => ({ owner, used: this.peek(nowMs, owner).used }));
    return owners.filter(({ used }) => used > 0);
  }

  /** Forgets windows nobody has used for a minute. */
  #sweep(nowMs: number): void {
    this.#sweptMs = nowMs;
    const second = Math.floor(nowMs / 1000);
    for (const [owner, window] of this.#windows) if (second - window.second >= cellsCount) this.#windows.delete(owner);
  }

  #at(owner: string, second: number): Window {
    let window = this.#windows.get(owner);
    if (!window) {
      window = { second, sum: 0, cells: new Uint32Array(cellsCount) };
      this.#windows.set(owner, window);
    }
    if (second < window.second) turnBack(window, second);
    const steps = Math.min(second - window.second, cellsCount);
    for (let step = 1; step <= steps; step++) {
      const cell = (window.second + step) % cellsCount;
      window.sum -= window.cells[cell] ?? 0;
      window.cells[cell] = 0;
    }
    window.second = second;
    return window;
  }
}

/** When the clock steps back, what was counted keeps its age: nobody gets a second helping, and nobody waits until the clock is where it was. */
function turnBack(window: Window, second: number): void {
  const cells = window.cells.slice();
  for (let age = 0; age < cellsCount; age++)
    window.cells[cellOf(second - age)] = cells[cellOf(window.second - age)] ?? 0;
  window.second = second;
}

function add(window: Window, second: number, calls: 1 | -1): void {
  const cell = cellOf(second);
  const count = window.cells[cell] ?? 0;
  if (calls < 0 && count === 0) return;
  window.cells[cell] = count + calls;
  window.sum += calls;
}

const cellOf = (second: number) => ((second % cellsCount) + cellsCount) % cellsCount;

/** Whole seconds from the window's second until fewer than `limit` calls remain in it. */
function untilFree({ second, sum, cells }: Window, limit: number): number {
  let left = sum;
  for (let age = windowSeconds; age >= 0; age--) {
    left -= cells[cellOf(second - age)] ?? 0;
    if (left < limit) return cellsCount - age;
  }
  return cellsCount;
}
