import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answered, Load, Run } from "./load.ts";

// The clients, in a process of their own. Plain sockets: an HTTP client would take as much CPU as the server it measures.

let load: Load = { paths: [], keys: [] };
let next = 0;

process.on("message", async (message: Load | Run) => {
  if ("paths" in message) load = message;
  else process.send?.(await run(message));
});
process.once("disconnect", () => process.exit(0));

async function run({ port, connections, durationMs, status }: Run): Promise<Answered> {
  const startedAt = performance.now();
  const clients = Array.from({ length: connections }, () => client(port, status));
  await sleep(durationMs);
  const answers = await Promise.all(clients.map(({ stop }) => stop()));
  const seconds = (performance.now() - startedAt) / 1000;
  return { answers: answers.reduce((sum, one) => sum + one, 0), seconds };
}

function request(): string {
  const at = next++;
  const key = load.keys[at % load.keys.length];
  const authorization = key === undefined ? "" : `authorization: Bearer ${key}\r\n`;
  return `GET ${load.paths[at % load.paths.length]} HTTP/1.1\r\nhost: localhost\r\n${authorization}\r\n`;
}

/** One connection that is kept alive and always has one request open. */
function client(port: number, status: number): { stop(): Promise<number> } {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const stopped = Promise.withResolvers<number>();
  let isStopping = false;
  let answers = 0;
  socket.on("error", stopped.reject).on("connect", () => socket.write(request()));
  onAnswers(socket, (answer) => {
    if (!answer.startsWith(`HTTP/1.1 ${status} `)) stopped.reject(new Error(`Not a ${status}: ${answer}`));
    answers += 1;
    if (!isStopping) return socket.write(request());
    stopped.resolve(answers);
    socket.destroy();
  });
  return {
    stop() {
      isStopping = true;
      return stopped.promise;
    },
  };
}

/** Calls back with the head of each whole answer; all of ours and of the peers state their length. */
function onAnswers(socket: Socket, answered: (head: string) => void): void {
  let missing = 0;
  let head = "";
  socket.on("data", (chunk) => {
    if (missing === 0) {
      head = chunk.toString("latin1", 0, 2_000);
      const headEnd = head.indexOf("\r\n\r\n");
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      if (headEnd < 0 || length === undefined) throw new Error(`An answer without a length: ${head}`);
      missing = headEnd + 4 + Number(length);
    }
    missing -= chunk.length;
    if (missing === 0) answered(head);
  });
}
