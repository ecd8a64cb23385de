import type { Clock } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import type { MinuteWindows } from "../meter/minute-windows.ts";

/** Bounds what wrong keys cost: how many that look right one address may have looked up in a minute. */
export type Guesses = {
  /** Runs the look-up, or says when to come again. One that finds somebody was no guess. */
  count<T>(address: string, lookUp: () => Promise<T | undefined>): Promise<T | undefined>;
};

/** By address and never by key, so that nobody can lock another's key. A key that is remembered is not looked up at all. */
export function createGuesses(minutes: MinuteWindows, clock: Clock, perMinuteMax: number): Guesses {
  return {
    async count(address, lookUp) {
      const slots = [{ owner: `guesses:${address}`, limit: perMinuteMax }];
      const takenMs = clock().getTime();
      const refusal = minutes.take(takenMs, slots);
      if (refusal) {
        const { retryAfterSeconds } = refusal;
        const detail = `Too many wrong keys came from this address. Wait ${retryAfterSeconds} s, then send a right one.`;
        throw new Problem("rate_limited", { detail, retryAfterSeconds });
      }
      const found = await lookUp();
      if (found !== undefined) minutes.giveBack(takenMs, clock().getTime(), slots);
      return found;
    },
  };
}
