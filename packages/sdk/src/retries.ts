import { APIError } from "./api-errors.ts";
import { type Attempt, ConnectionError, TimeoutError, WizDataError } from "./errors.ts";

const firstDelayMs = 500;
const delayMsMax = 8_000;

export type Patience = {
  retriesMax: number;
  /** A longer Retry-After is not waited for. */
  retryAfterMsMax: number;
  /** On the clock of `performance`: no wait goes beyond it. */
  deadlineAt: number;
  signal: AbortSignal | undefined;
  onAttempt(attempt: Attempt): void;
};

/** Does it until it succeeds, or fails for good. The error thrown is the last one, with all attempts. */
export async function withRetries<T>(patience: Patience, once: (attempt: Attempt) => Promise<T>): Promise<T> {
  const attempts: Attempt[] = [];
  for (;;) {
    const attempt: Attempt = { code: "ok", durationMs: 0 };
    const startedAt = performance.now();
    try {
      return await once(attempt);
    } catch (error) {
      attempts.push(describe(attempt, error));
      if (error instanceof WizDataError) error.attempts = attempts;
      const delayMs =
        attempts.length <= patience.retriesMax
          ? retryDelayMs(error, attempts.length, patience.retryAfterMsMax)
          : undefined;
      if (delayMs === undefined || performance.now() + delayMs > patience.deadlineAt) throw error;
      attempt.retryInMs = Math.round(delayMs);
    } finally {
      attempt.durationMs = Math.round(performance.now() - startedAt);
      patience.onAttempt(attempt);
    }
    await sleep(attempt.retryInMs, patience.signal);
  }
}

function describe(attempt: Attempt, error: unknown): Attempt {
  attempt.code = error instanceof Error ? error.name : "stopped";
  return error instanceof APIError
    ? Object.assign(attempt, { code: error.code, status: error.status, requestId: error.requestId })
    : attempt;
}

/** How long to wait before the next attempt, or undefined when trying again is of no use or would take too long. */
export function retryDelayMs(
  error: unknown,
  attempt: number,
  retryAfterMsMax: number,
  random = Math.random(),
): number | undefined {
  const backoffMs = Math.min(delayMsMax, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + random / 2);
  if (error instanceof ConnectionError || error instanceof TimeoutError) return backoffMs;
  if (!(error instanceof APIError) || !isPassing(error)) return undefined;
  if (error.retryAfterMs === undefined) return backoffMs;
  // Never earlier than asked; a little later, so that not all who were refused together come back together.
  return error.retryAfterMs <= retryAfterMsMax ? Math.round(error.retryAfterMs * (1 + random / 10)) : undefined;
}

function isPassing({ status, code }: APIError): boolean {
  return status === 408 || status === 429 || status >= 500 || code === "idempotency_in_progress";
}

/** Waits, or throws the reason of the signal at once. Leaves neither timer nor listener behind. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => end(() => reject(signal?.reason));
    const timer = setTimeout(() => end(resolve), ms);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      settle();
    };
    signal?.addEventListener("abort", stop);
  });
}
