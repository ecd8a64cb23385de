import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpuMicros, family } from "./process-usage.ts";

/** A server as a process of its own: ours, or a peer's. */
export type ServerProcess = {
  url: string;
  /** Ours makes one at its first start. */
  operatorKey: string | undefined;
  pid: number;
  cpuMicros(): number | undefined;
  /** Sends it a message and gives its answer. */
  ask(message: number): Promise<unknown>;
  stop(): Promise<void>;
  /** Ends it at once, in the midst of what it does. */
  kill(): Promise<void>;
};

/** Starts a program that says `{ url }` on its channel when it answers; `under` is what it is started under, such as strace. */
export async function startServer(
  main: URL,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
  under: readonly string[] = [],
): Promise<ServerProcess> {
  const [execPath = process.execPath, ...execArgv] = under.length > 0 ? [...under, process.execPath] : [];
  const child = fork(main, args, {
    env: { ...process.env, ...environment },
    execPath,
    execArgv,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const exit = once(child, "exit");
  const early = exit.then(([code]) => Promise.reject(new Error(`${main.pathname} ended with ${code}`)));
  const [message] = await Promise.race([once(child, "message"), early]);
  early.catch(() => {});
  const { url, operator_key: operatorKey } = message as { url: string; operator_key?: string }; // what servers send here
  const pid = serverOf(child, under.length > 0);
  return {
    url,
    operatorKey,
    pid,
    cpuMicros: () => cpuMicros(pid),
    async ask(message) {
      const answered = once(child, "message");
      child.send(message);
      const [answer] = await Promise.race([answered, early]);
      return answer;
    },
    async kill() {
      process.kill(pid, "SIGKILL");
      await exit;
    },
    async stop() {
      process.kill(pid, "SIGTERM");
      await exit;
    },
  };
}

function serverOf({ pid }: ChildProcess, isTraced: boolean): number {
  if (pid === undefined) throw new Error("A process that has answered has an id.");
  const [, traced = pid] = isTraced ? family(pid) : [];
  return traced;
}
