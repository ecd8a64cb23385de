import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../scripts/proving/ask.ts";
import type { FakeTime } from "./fake-time.ts";

export const perMinute = 20;
const windowMs = 60_000;
const callEveryMs = 100;
const jumpBackMs = 10 * 60_000;
const retrySecondsMax = 61;

type Call = { url: string; key: string; path: string; time: FakeTime; random: () => number; forMs: number };

/** Calls all the time while the clock is set back again and again: no real minute may have more than the limit. */
export async function callThroughJumps({ url, key, path, time, random, forMs }: Call) {
  const admitted: { sentAt: number; answeredAt: number }[] = [];
  let jumps = 0;
  let refused = 0;
  const endAt = performance.now() + forMs;
  for (let nextJumpAt = 0; performance.now() < endAt; ) {
    if (performance.now() > nextJumpAt) {
      time.set(time.nowMs() - jumpBackMs);
      jumps += 1;
      nextJumpAt = performance.now() + 1_000 + random() * 4_000;
    }
    const sentAt = performance.now();
    const answer = await ask(url, key, path);
    if (answer?.status === 200) admitted.push({ sentAt, answeredAt: performance.now() });
    else {
      refused += 1;
      assert.equal(answer?.status, 429, answer?.text);
      const retryAfter = Number(answer.headers.get("retry-after"));
      assert.ok(retryAfter >= 1 && retryAfter <= retrySecondsMax, `Retry-After: ${retryAfter}`);
    }
    await sleep(callEveryMs);
  }
  let most = 0;
  for (const { sentAt } of admitted) {
    const inWindow = admitted.filter((one) => one.sentAt >= sentAt && one.answeredAt < sentAt + windowMs).length;
    most = Math.max(most, inWindow);
  }
  assert.ok(most <= perMinute, `${most} calls in a minute of ${perMinute}`);
  assert.ok(refused > 0, "nobody was refused: this proves nothing");
  return { jumps, most };
}
