import type { Clock } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { MinuteWindows } from "../meter/minute-windows.ts";
import { sourceOf } from "./addresses.ts";

/** Bounds what wrong keys cost: how many that look right one source may send in a minute. */
export type Guesses = {
  /** Runs the look-up, or says when to come again. One that finds somebody was no guess. */
  count<T>(address: string, lookUp: () => Promise<T | undefined>): Promise<T | undefined>;
  /** The sources of most wrong keys in the last minute. */
  busiest(most: number): { source: string; failed: number }[];
};

const sourcesMax = 20_000;
const sharedWindowsCount = 1_024;

/** By source and never by key, so that nobody can lock another's key. A key that is remembered is not looked up at all. */
export function createGuesses(clock: Clock, perMinuteMax: number): Guesses {
  const windows = new MinuteWindows();

  /** Where there are more sources than we keep apart, the others share: an attack from everywhere takes no more memory. */
  const ownerOf = (address: string): string => {
    const source = sourceOf(address);
    if (windows.has(source) || windows.size < sourcesMax) return source;
    return `shared ${spread(source) % sharedWindowsCount}`;
  };
  return {
    async count(address, lookUp) {
      const slots = [{ owner: ownerOf(address), limit: perMinuteMax }];
      const takenMs = clock().getTime();
      const refusal = windows.take(takenMs, slots);
      if (refusal) {
        const { retryAfterSeconds } = refusal;
        const detail = `Too many wrong keys came from this address. Wait ${retryAfterSeconds} s, then send a right one.`;
        throw new Problem("rate_limited", { detail, retryAfterSeconds });
      }
      const found = await lookUp();
      if (found !== undefined) windows.giveBack(takenMs, clock().getTime(), slots);
      return found;
    },
    busiest(most) {
      const used = windows.standing(clock().getTime()).map(({ owner: source, used: failed }) => ({ source, failed }));
      return used.sort((a, b) => b.failed - a.failed || (a.source < b.source ? -1 : 1)).slice(0, most);
    },
  };
}

/** FNV-1a. Who finds two sources that share a window wins nothing by it. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
