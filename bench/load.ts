import { fork } from "node:child_process";
import { once } from "node:events";
import type { Round } from "./measure.ts";
import type { ServerProcess } from "./server-process.ts";

/** What clients ask for, and with which keys, in turn; and what each request says besides. */
export type Load = { paths: string[]; keys: string[]; headers?: Record<string, string> };
export type Run = { port: number; connections: number; durationMs: number; status: number };
export type Answered = { answers: number; seconds: number; p99Ms: number };

const connections = 64;
const roundMs = 2_500;
const warmUpMs = 5_000;

export type Clients = {
  /** Asks a server for a while; every answer must have this status. */
  ask(server: ServerProcess, status: number): Promise<Round>;
  /** How long all but one in a hundred answers took at most, to so many callers. */
  p99Ms(server: ServerProcess, status: number, callers: number, durationMs?: number): Promise<number>;
  /** The same uncounted: code gets compiled, files get opened. */
  warmUp(server: ServerProcess, status: number): Promise<void>;
};

export async function withClients<T>(load: Load, work: (clients: Clients) => Promise<T>): Promise<T> {
  const generator = fork(new URL("load-generator.ts", import.meta.url));
  const failed = once(generator, "exit").then(([code]) => Promise.reject(new Error(`the clients ended with ${code}`)));
  failed.catch(() => {});
  const run = async (
    { url }: ServerProcess,
    status: number,
    durationMs: number,
    callers = connections,
  ): Promise<Answered> => {
    generator.send({ port: Number(new URL(url).port), connections: callers, durationMs, status } satisfies Run);
    const [answered] = await Promise.race([once(generator, "message"), failed]);
    return answered as Answered; // the only message it sends
  };
  try {
    generator.send(load);
    return await work({
      async ask(server, status) {
        const cpuBefore = server.cpuMicros();
        const { answers, seconds, p99Ms } = await run(server, status, roundMs);
        const cpuAfter = server.cpuMicros();
        const cpuMicros =
          cpuBefore === undefined || cpuAfter === undefined ? undefined : (cpuAfter - cpuBefore) / answers;
        return { perSecond: answers / seconds, cpuMicros, p99Ms };
      },
      async p99Ms(server, status, callers, durationMs = roundMs) {
        return (await run(server, status, durationMs, callers)).p99Ms;
      },
      async warmUp(server, status) {
        await run(server, status, warmUpMs);
      },
    });
  } finally {
    generator.disconnect();
  }
}
