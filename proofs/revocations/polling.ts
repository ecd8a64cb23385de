import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../scripts/proving/ask.ts";

const pollMs = 20;
const limitedMs = 1_000;

/** By the monotonic clock: when the last call was sent that was served, and when the first refusal was here. */
export type Polled = { lastServed: number; refusedAt: number };

/** Asks every 20 ms with a key until it is refused. */
export async function pollUntilRefused(url: string, key: string, path: string, signal: AbortSignal): Promise<Polled> {
  let lastServed = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal.throwIfAborted();
    const sentAt = performance.now();
    const answer = await ask(url, key, path);
    if (answer?.status === 401) return { lastServed, refusedAt: performance.now() };
    if (answer?.status === 429) await sleep(limitedMs);
    else {
      assert.equal(answer?.status, 200, answer?.text);
      lastServed = sentAt;
    }
    await sleep(pollMs);
  }
}
