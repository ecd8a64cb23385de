import type { App } from "./router.ts";

/** The calls that handlers are at work on, also those whose client has gone. */
export type Running = {
  fetch: App["fetch"];
  /** Resolves when all of them have ended, or after this time. */
  ended(timeoutMs: number): Promise<void>;
};

export function watchRunning(app: App): Running {
  const running = new Set<Promise<Response>>();
  return {
    fetch(...call) {
      const answer = app.fetch(...call);
      if (!(answer instanceof Promise)) return answer;
      running.add(answer);
      const end = () => running.delete(answer);
      answer.then(end, end);
      return answer;
    },
    async ended(timeoutMs) {
      const late = new Promise((resolve) => setTimeout(resolve, timeoutMs).unref());
      await Promise.race([Promise.allSettled(running), late]);
    },
  };
}
