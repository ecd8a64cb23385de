/** A minute in seconds, and the second under way. */
export const cellsCount = 61;

const windowsPerBlock = 1_024;
const blockOf = (window: number) => Math.floor(window / windowsPerBlock);
const placeOf = (window: number) => window % windowsPerBlock;
const byteMax = 255;

/** Of each of 1 024 windows the calls in each second, their sum, and the newest second. */
type Block = { cells: Uint8Array; sums: Uint32Array; seconds: Uint32Array };

/**
 * The calls of the last 61 seconds in very many windows, in 69 bytes each: an object for each window would take five times as
 * much. A window is a number here; one that was let go is given out again.
 */
export class MinuteCells {
  readonly #blocks: Block[] = [];
  readonly #free: number[] = [];
  /** Counts that a byte cannot hold, by window and cell. Few have so many calls in a second. */
  readonly #beyondByte = new Map<number, number>();
  #windows = 0;

  open(second: number): number {
    const window = this.#free.pop() ?? this.#windows++;
    if (blockOf(window) === this.#blocks.length)
      this.#blocks.push({
        cells: new Uint8Array(cellsCount * windowsPerBlock),
        sums: new Uint32Array(windowsPerBlock),
        seconds: new Uint32Array(windowsPerBlock),
      });
    const block = this.#blockOf(window);
    block.seconds[placeOf(window)] = second;
    return window;
  }

  close(window: number): void {
    for (let cell = 0; cell < cellsCount; cell++) this.#write(window, cell, 0);
    this.#blockOf(window).sums[placeOf(window)] = 0;
    this.#free.push(window);
  }

  /** The newest second that was counted in. */
  secondOf(window: number): number {
    return this.#blockOf(window).seconds[placeOf(window)] ?? 0;
  }

  sumOf(window: number): number {
    return this.#blockOf(window).sums[placeOf(window)] ?? 0;
  }

  countAt(window: number, second: number): number {
    const cell = cellOf(second);
    const count = this.#blockOf(window).cells[placeOf(window) * cellsCount + cell] ?? 0;
    return count < byteMax ? count : (this.#beyondByte.get(window * cellsCount + cell) ?? byteMax);
  }

  add(window: number, second: number, calls: 1 | -1): void {
    const count = this.countAt(window, second);
    if (calls < 0 && count === 0) return;
    this.#write(window, cellOf(second), count + calls);
    const { sums } = this.#blockOf(window);
    sums[placeOf(window)] = this.sumOf(window) + calls;
  }

  /** Forgets what is older than a minute at this second. */
  moveTo(window: number, second: number): void {
    const before = this.secondOf(window);
    if (second === before) return;
    if (second < before) this.#turnBack(window, before, second);
    const { sums, seconds } = this.#blockOf(window);
    const steps = Math.min(second - before, cellsCount);
    let sum = this.sumOf(window);
    for (let step = 1; step <= steps && sum > 0; step++) {
      const count = this.countAt(window, before + step);
      if (count === 0) continue;
      sum -= count;
      this.#write(window, cellOf(before + step), 0);
    }
    sums[placeOf(window)] = sum;
    seconds[placeOf(window)] = second;
  }

  /** When the clock steps back, what was counted keeps its age: nobody gets a second helping, and nobody waits until the clock is where it was. */
  #turnBack(window: number, before: number, second: number): void {
    const counts = Array.from({ length: cellsCount }, (_, age) => this.countAt(window, before - age));
    for (const [age, count] of counts.entries()) this.#write(window, cellOf(second - age), count);
  }

  #write(window: number, cell: number, count: number): void {
    const { cells } = this.#blockOf(window);
    const at = placeOf(window) * cellsCount + cell;
    if (cells[at] === byteMax) this.#beyondByte.delete(window * cellsCount + cell);
    if (count >= byteMax) this.#beyondByte.set(window * cellsCount + cell, count);
    cells[at] = Math.min(count, byteMax);
  }

  #blockOf(window: number): Block {
    const block = this.#blocks[blockOf(window)];
    if (!block) throw new Error("a window that was never opened");
    return block;
  }
}

const cellOf = (second: number) => ((second % cellsCount) + cellsCount) % cellsCount;
