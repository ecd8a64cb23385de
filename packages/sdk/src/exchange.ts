import { apiError } from "./api-errors.ts";
import { ConnectionError, DeadlineError, StreamInterruptedError, TimeoutError } from "./errors.ts";
import type { Answer, Outgoing, Send } from "./send.ts";

/** `timeoutMs` bounds one attempt, or the silence between two pieces of a stream; `deadlineAt` is on the clock of `performance`. */
export type Limits = { signal: AbortSignal | undefined; timeoutMs: number; deadlineAt: number };

/** Reads a good answer to its end. What it throws itself is passed on as it is. */
export type Read<T> = (answer: Answer) => Promise<T>;

const timerMsMax = 2 ** 31 - 1;

/** One attempt: sends, waits, reads, and gives every failure its name. No timer, listener or socket outlives it. */
export async function exchange<T>(
  send: Send,
  url: string,
  outgoing: Omit<Outgoing, "signal">,
  limits: Limits,
  read: Read<T>,
): Promise<T> {
  limits.signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(limits.signal?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartTimer = () => {
    clearTimeout(timer);
    const leftMs = Math.max(0, limits.deadlineAt - performance.now());
    const delayMs = Math.min(leftMs, limits.timeoutMs);
    const expire = () =>
      controller.abort(
        leftMs < limits.timeoutMs
          ? new DeadlineError("The call did not end before its deadline")
          : new TimeoutError(`Nothing arrived within ${delayMs} ms`),
      );
    if (delayMs <= timerMsMax) timer = setTimeout(expire, delayMs);
  };
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.onabort = () => reject(controller.signal.reason);
  });
  stopped.catch(() => {});
  // Raced here and not around the reader, which has its own to tidy up before the next attempt begins.
  const orStopped = <R>(waiting: Promise<R>) => Promise.race([waiting, stopped]);
  const work = async () => {
    const answer = await orStopped(send(url, { ...outgoing, signal: controller.signal })).catch((error: unknown) => {
      throw new ConnectionError(`${new URL(url).host} could not be reached (${reasonOf(error)})`, { cause: error });
    });
    const text = () => orStopped(answer.text()).catch(interrupt);
    if (answer.status < 200 || answer.status > 299) throw apiError(answer.status, answer.header, await text());
    return read({
      ...answer,
      text,
      arrayBuffer: () => orStopped(answer.arrayBuffer()).catch(interrupt),
      chunks: () => watched(answer.chunks(), restartTimer, controller.signal),
    });
  };
  limits.signal?.addEventListener("abort", stop);
  restartTimer();
  try {
    return await work();
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    // What was not read to its end is let go, and its connection with it.
    controller.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener("abort", stop);
  }
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  onChunk: () => void,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (let read = await iterator.next().catch(interrupt); !read.done; read = await iterator.next().catch(interrupt)) {
      onChunk();
      yield read.value;
    }
    // A stream may also end quietly when it is stopped.
    signal.throwIfAborted();
  } finally {
    await iterator.return?.();
  }
}

function interrupt(error: unknown): never {
  throw new StreamInterruptedError(`The answer was cut off (${reasonOf(error)})`, { cause: error });
}

/** `ECONNREFUSED` rather than "fetch failed". */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? ("code" in inner ? String(inner.code) : inner.message) : String(inner);
}
