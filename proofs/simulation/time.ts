import type { Every } from "../../packages/server/src/clock.ts";

type Timer = { ms: number; dueMs: number; work: () => void };

/** The time of a history: what the wall clock shows, which may be set back, and how much has passed, by which timers run. */
export class Time {
  #passedMs = 0;
  #wallMs: number;
  readonly #timers = new Set<Timer>();

  constructor(startMs: number) {
    this.#wallMs = startMs;
  }

  get nowMs(): number {
    return this.#wallMs;
  }

  readonly clock = (): Date => new Date(this.#wallMs);

  readonly every: Every = (ms, work) => {
    const timer = { ms, dueMs: this.#passedMs + ms, work };
    this.#timers.add(timer);
    return { stop: () => void this.#timers.delete(timer) };
  };

  /** Lets time pass. A timer that is due goes off once, however long it was: an idle process has no more to do the second time. */
  async pass(ms: number): Promise<void> {
    this.#passedMs += ms;
    this.#wallMs += ms;
    for (const timer of [...this.#timers]) {
      if (timer.dueMs > this.#passedMs) continue;
      timer.dueMs = this.#passedMs + timer.ms;
      timer.work();
    }
    await settle();
  }

  /** Sets the wall clock, as an operator or a time server does. */
  set(ms: number): void {
    this.#wallMs = ms;
  }
}

const turnsToSettle = 12;

/** Gives what was begun the turns of the event loop that it needs to end. */
export async function settle(turns = turnsToSettle): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
