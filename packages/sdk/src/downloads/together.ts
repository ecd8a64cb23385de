/** One of several works that succeed or fail together. */
export type Work = (signal: AbortSignal) => Promise<void>;

/** Does all works, at most so many at a time; the first failure stops the others, and is thrown when all have ended. */
export async function together(works: readonly Work[], atOnceMax: number, outer: AbortSignal): Promise<void> {
  outer.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(outer.reason);
  outer.addEventListener("abort", stop);
  const waiting = works.values();
  const worker = async () => {
    for (const work of waiting) {
      if (controller.signal.aborted) return;
      await work(controller.signal).catch((error: unknown) => controller.abort(error));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(atOnceMax, works.length) }, worker));
  } finally {
    outer.removeEventListener("abort", stop);
  }
  controller.signal.throwIfAborted();
}

/** Lets so many in at a time; the others wait in line. */
export class Lanes {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(lanes: number) {
    this.#free = lanes;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
