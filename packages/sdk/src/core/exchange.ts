import { DeadlineError, StreamInterruptedError, TimeoutError } from "./errors.ts";
import { refusal } from "./refusal.ts";
import { type Answer, type Outgoing, reasonOf, type Send } from "./send.ts";

/** `timeoutMs` bounds one attempt, or the silence between two pieces of a stream; `deadlineAt` is on the clock of `performance`. */
export type Limits = { signal?: AbortSignal | undefined; timeoutMs: number; deadlineAt: number };

/** Reads a good answer to its end. What it throws itself is passed on as it is. */
export type Read<T> = (answer: Answer) => Promise<T>;

const timerMsMax = 2 ** 31 - 1;

/** One attempt: sends, waits, reads, and gives every failure its name. No timer, listener or socket outlives it. */
export async function exchange<T>(
  send: Send,
  outgoing: Omit<Outgoing, "signal">,
  limits: Limits,
  read: Read<T>,
): Promise<T> {
  const { signal, timeoutMs, deadlineAt } = limits;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartTimer = () => {
    clearTimeout(timer);
    const leftMs = Math.max(0, deadlineAt - performance.now());
    const late = () =>
      leftMs < timeoutMs
        ? new DeadlineError("The call did not end before its deadline")
        : new TimeoutError(`Nothing arrived within ${timeoutMs} ms`);
    const delayMs = Math.min(leftMs, timeoutMs);
    if (delayMs <= timerMsMax) timer = setTimeout(() => controller.abort(late()), delayMs);
  };
  signal?.addEventListener("abort", stop);
  restartTimer();
  try {
    return await read(await answerOf(send, { ...outgoing, signal: controller.signal }, restartTimer));
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    // What was not read to its end is let go, and its connection with it.
    controller.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** A good answer whose every failure has a name, or the problem that came instead of it. */
async function answerOf(send: Send, outgoing: Outgoing, onChunk: () => void): Promise<Answer> {
  // A fetch that was given may not heed its signal. The reader is not raced: it tidies up before the next attempt begins.
  const stopped = new Promise<never>((_, reject) => {
    outgoing.signal.onabort = () => reject(outgoing.signal.reason);
  });
  stopped.catch(() => {});
  const answer = await Promise.race([send(outgoing), stopped]);
  const bytes = () => Promise.race([answer.bytes(), stopped]).catch(interrupt);
  if (answer.status < 200 || answer.status > 299) throw refusal(answer.status, answer.header, textOf(await bytes()));
  return { ...answer, bytes, chunks: () => watched(answer.chunks(), onChunk) };
}

async function* watched(chunks: AsyncIterable<Uint8Array>, onChunk: () => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      onChunk();
      yield chunk;
    }
  } catch (error) {
    // What the reader throws does not come by here: only the stream itself can have failed.
    interrupt(error);
  }
}

function interrupt(error: unknown): never {
  throw new StreamInterruptedError(`The answer was cut off (${reasonOf(error)})`, { cause: error });
}

const decoder = new TextDecoder();
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
