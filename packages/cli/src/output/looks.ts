import { setTimeout as sleep } from "node:timers/promises";
import type { PageLike } from "./page-stream.ts";

export type Looks<State> = PageLike & { readonly data: readonly State[]; readonly note?: string };

type Rhythm = { everySeconds: number; looksMax: number | undefined; signal: AbortSignal };

/**
 * Looks again and again. What fails at the first look fails for good, such as a wrong address; what may pass and fails later is
 * told, and looked for again.
 */
export async function* lookAgain<State>(
  look: () => Promise<State>,
  { everySeconds, looksMax = Number.POSITIVE_INFINITY, signal }: Rhythm,
): AsyncGenerator<Looks<State>, void, undefined> {
  const noMore = { has_more: false, next_cursor: null };
  yield { data: [await look()], ...noMore };
  let looks = 1;
  while (looks < looksMax) {
    await sleep(everySeconds * 1_000, undefined, { signal });
    const found = await look().catch(lossOf);
    if (found instanceof Loss) {
      yield { data: [], ...noMore, note: found.text };
      continue;
    }
    looks += 1;
    yield { data: [found], ...noMore };
  }
}

class Loss {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Throws on what does not pass by itself, such as a key that was revoked. */
async function lossOf(error: unknown): Promise<Loss> {
  const sdk = await import("@wizdata/sdk");
  const passing = [sdk.ConnectionError, sdk.TimeoutError, sdk.ServerError, sdk.RateLimitError];
  const isPassing = error instanceof Error && passing.some((family) => error instanceof family);
  if (!isPassing) throw error;
  return new Loss(`Lost: ${error.message}. It is tried again.`);
}
