import { APIError } from "./api-errors.ts";
import { type Attempt, ConnectionError, TimeoutError, WizDataError } from "./errors.ts";
import type { Limits } from "./exchange.ts";

export type Patience = Omit<Limits, "timeoutMs"> & { maxRetries: number; maxRetryDelayMs: number };

/** Does it until it succeeds, or fails for good. The error thrown is the last one, with all attempts. */
export async function withRetries<T>(
  patience: Patience,
  log: (attempt: Attempt) => void,
  once: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  const attempts: Attempt[] = [];
  for (;;) {
    const attempt: Attempt = { code: "ok", durationMs: 0 };
    const startedAt = performance.now();
    try {
      return await once(attempt);
    } catch (error) {
      attempts.push(describe(attempt, error));
      if (error instanceof WizDataError) error.attempts = attempts;
      const isLast = attempts.length > patience.maxRetries;
      const delayMs = isLast ? undefined : retryDelayMs(error, attempts.length, patience.maxRetryDelayMs);
      if (delayMs === undefined || performance.now() + delayMs > patience.deadlineAt) throw error;
      attempt.retryInMs = delayMs;
    } finally {
      attempt.durationMs = Math.round(performance.now() - startedAt);
      log(attempt);
    }
    await sleep(attempt.retryInMs, patience.signal);
  }
}

function describe(attempt: Attempt, error: unknown): Attempt {
  if (!(error instanceof APIError))
    return Object.assign(attempt, { code: error instanceof Error ? error.name : "stopped" });
  return Object.assign(attempt, { code: error.code, status: error.status, requestId: error.requestId });
}

const firstDelayMs = 500;
const delayMsMax = 8_000;

/** How long to wait before the next attempt, or undefined when trying again is of no use or would take too long. */
export function retryDelayMs(
  error: unknown,
  attempts: number,
  retryAfterMsMax: number,
  random = Math.random(),
): number | undefined {
  const isOfWire = error instanceof ConnectionError || error instanceof TimeoutError;
  if (!isOfWire && !(error instanceof APIError && isPassing(error))) return undefined;
  const retryAfterMs = isOfWire ? undefined : error.retryAfterMs;
  const backoffMs = Math.min(delayMsMax, firstDelayMs * 2 ** (attempts - 1));
  if (retryAfterMs === undefined) return Math.round(backoffMs * (0.5 + random / 2));
  // Never earlier than asked; a little later, so that not all who were refused together come back together.
  return retryAfterMs <= retryAfterMsMax ? Math.round(retryAfterMs * (1 + random / 10)) : undefined;
}

function isPassing({ status, code }: APIError): boolean {
  return status === 408 || status === 429 || status >= 500 || code === "idempotency_in_progress";
}

/** Waits, or throws the reason of the signal at once. Leaves neither timer nor listener behind. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = () => reject(signal?.reason);
  signal?.addEventListener("abort", stop);
  await promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  });
}
