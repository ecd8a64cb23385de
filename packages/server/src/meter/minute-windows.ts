import { cellsCount, MinuteCells } from "./minute-cells.ts";

const windowSeconds = 60;

const sweepMs = 60_000;

export type Ask = { owner: string; limit: number };

/**
 * Sliding minutes in 60 one-second cells and the current one. The oldest cell counts whole until all of it is a minute old,
 * so no 60 seconds ever hold more than the limit, and a slot comes back at most one second late.
 */
export class MinuteWindows {
  readonly #windows = new Map<string, number>();
  readonly #cells = new MinuteCells();
  #sweptMs = Number.NEGATIVE_INFINITY;

  /** Takes one slot in every window asked for, or none in any: then it says which is full longest. */
  take<A extends Ask>(nowMs: number, asks: readonly A[]): { ask: A; retryAfterSeconds: number } | undefined {
    if (nowMs - this.#sweptMs > sweepMs) this.#sweep(nowMs);
    const second = Math.floor(nowMs / 1000);
    let worst: { ask: A; retryAfterSeconds: number } | undefined;
    for (const ask of asks) {
      const window = this.#at(ask.owner, second);
      if (this.#cells.sumOf(window) < ask.limit) continue;
      const retryAfterSeconds = this.#untilFree(window, ask.limit);
      if (!worst || retryAfterSeconds > worst.retryAfterSeconds) worst = { ask, retryAfterSeconds };
    }
    if (worst) return worst;
    for (const { owner } of asks) this.#cells.add(this.#at(owner, second), second, 1);
    return undefined;
  }

  /** Gives back what `take` took at `takenMs`, as if the call had never been. */
  giveBack(takenMs: number, nowMs: number, asks: readonly Ask[]): void {
    const taken = Math.floor(takenMs / 1000);
    const second = Math.floor(nowMs / 1000);
    for (const { owner } of asks) {
      const window = this.#at(owner, second);
      if (second - taken < cellsCount) this.#cells.add(window, Math.min(taken, second), -1);
    }
  }

  /** Slots used, and how long until all of them are free again. */
  peek(nowMs: number, owner: string): { used: number; resetSeconds: number } {
    if (!this.#windows.has(owner)) return { used: 0, resetSeconds: 0 };
    const window = this.#at(owner, Math.floor(nowMs / 1000));
    const used = this.#cells.sumOf(window);
    return { used, resetSeconds: used === 0 ? 0 : this.#untilFree(window, 1) };
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
    for (const [owner, window] of this.#windows) {
      if (second - this.#cells.secondOf(window) < cellsCount) continue;
      this.#windows.delete(owner);
      this.#cells.close(window);
    }
  }

  #at(owner: string, second: number): number {
    const known = this.#windows.get(owner);
    if (known !== undefined) {
      this.#cells.moveTo(known, second);
      return known;
    }
    const window = this.#cells.open(second);
    this.#windows.set(flat(owner), window);
    return window;
  }

  /** Whole seconds from the window's second until fewer than `limit` calls remain in it. */
  #untilFree(window: number, limit: number): number {
    const second = this.#cells.secondOf(window);
    let left = this.#cells.sumOf(window);
    for (let age = windowSeconds; age >= 0; age--) {
      left -= this.#cells.countAt(window, second - age);
      if (left < limit) return cellsCount - age;
    }
    return cellsCount;
  }
}

/** A text that was just put together is kept by V8 as its pieces, which take several times the room. */
const flat = (text: string) => Buffer.from(text).toString();
