const cellsCount = 61;
const windowSeconds = 60;

type Window = { second: number; sum: number; cells: Uint32Array };
export type Ask = { owner: string; limit: number };
export type Refusal = { owner: string; limit: number; retryAfterSeconds: number };

/**
 * Sliding minutes in 60 one-second cells and the current one. The oldest cell counts whole until all of it is a minute old,
 * so no 60 seconds ever hold more than the limit, and a slot comes back at most one second late.
 */
export class MinuteWindows {
  readonly #windows = new Map<string, Window>();

  /** Takes one slot in every window asked for, or none in any. */
  take(nowMs: number, asks: readonly Ask[]): Refusal | undefined {
    const second = Math.floor(nowMs / 1000);
    let worst: Refusal | undefined;
    for (const { owner, limit } of asks) {
      const window = this.#at(owner, second);
      if (window.sum < limit) continue;
      const retryAfterSeconds = untilFree(window, limit);
      if (!worst || retryAfterSeconds > worst.retryAfterSeconds) worst = { owner, limit, retryAfterSeconds };
    }
    if (worst) return worst;
    for (const { owner } of asks) this.#add(this.#at(owner, second), second, 1);
    return undefined;
  }

  /** Gives back what `take` took at `takenMs`, as if the call had never been. */
  giveBack(takenMs: number, nowMs: number, asks: readonly Ask[]): void {
    const taken = Math.floor(takenMs / 1000);
    const second = Math.floor(nowMs / 1000);
    for (const { owner } of asks) {
      const window = this.#at(owner, second);
      if (window.second - taken < cellsCount) this.#add(window, taken, -1);
    }
  }

  /** Slots used, and how long until all of them are free again. */
  peek(nowMs: number, owner: string): { used: number; resetSeconds: number } {
    if (!this.#windows.has(owner)) return { used: 0, resetSeconds: 0 };
    const window = this.#at(owner, Math.floor(nowMs / 1000));
    return { used: window.sum, resetSeconds: window.sum === 0 ? 0 : untilFree(window, 1) };
  }

  /** Forgets windows nobody has used for a minute. */
  sweep(nowMs: number): void {
    const second = Math.floor(nowMs / 1000);
    for (const [owner, window] of this.#windows) if (second - window.second >= cellsCount) this.#windows.delete(owner);
  }

  #at(owner: string, second: number): Window {
    let window = this.#windows.get(owner);
    if (!window) {
      window = { second, sum: 0, cells: new Uint32Array(cellsCount) };
      this.#windows.set(owner, window);
    }
    // A clock that steps back leaves the window where it was: what was counted stays counted.
    const steps = Math.min(second - window.second, cellsCount);
    for (let step = 1; step <= steps; step++) {
      const cell = (window.second + step) % cellsCount;
      window.sum -= window.cells[cell] ?? 0;
      window.cells[cell] = 0;
    }
    if (steps > 0) window.second = second;
    return window;
  }

  #add(window: Window, second: number, calls: 1 | -1): void {
    const cell = Math.min(second, window.second) % cellsCount;
    const count = window.cells[cell] ?? 0;
    if (calls < 0 && count === 0) return;
    window.cells[cell] = count + calls;
    window.sum += calls;
  }
}

/** Whole seconds from the window's second until fewer than `limit` calls remain in it. */
function untilFree({ second, sum, cells }: Window, limit: number): number {
  let left = sum;
  for (let age = windowSeconds; age >= 0; age--) {
    left -= cells[(second - age + cellsCount) % cellsCount] ?? 0;
    if (left < limit) return cellsCount - age;
  }
  return cellsCount;
}
