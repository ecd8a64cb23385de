/** Tells one reader of an export when to look again. */
export type Watch = {
  /** Resolves when the export changed since the last look, after `timeoutMs`, or when the signal says so. */
  next(timeoutMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
};

/** Who waits in this process for an export to change. What other processes change is found by looking again. */
export type Waiting = { watch(id: string): Watch; changed(id: string): void };

export function createWaiting(): Waiting {
  const watchers = new Map<string, Set<() => void>>();

  function watch(id: string): Watch {
    // A change between a look and the wait for the next one must not be missed.
    let isChanged = false;
    let wake = () => {};
    const notice = () => {
      isChanged = true;
      wake();
    };
    const others = watchers.get(id) ?? new Set();
    watchers.set(id, others.add(notice));
    return {
      async next(timeoutMs, signal) {
        if (!isChanged && !signal.aborted) {
          const { promise, resolve } = Promise.withResolvers<void>();
          wake = resolve;
          const timer = setTimeout(resolve, timeoutMs);
          signal.addEventListener("abort", wake);
          await promise;
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
        }
        isChanged = false;
      },
      close() {
        others.delete(notice);
        if (others.size === 0) watchers.delete(id);
      },
    };
  }

  return {
    watch,
    changed(id) {
      for (const notice of watchers.get(id) ?? []) notice();
    },
  };
}
