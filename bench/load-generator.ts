import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answered, Load, Run } from "./load.ts";

// The clients, in a process of their own. Plain sockets: an HTTP client would take as much CPU as the server it measures.

const readBytesMax = 1 << 16;

let load: Load = { paths: [], keys: [] };
let besides = "";
let next = 0;

process.on("message", async (message: Load | Run) => {
  if ("paths" in message) {
    load = message;
    besides = Object.entries(message.headers ?? {})
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
  } else process.send?.(await run(message));
});
process.once("disconnect", () => process.exit(0));

async function run({ port, connections, durationMs, status }: Run): Promise<Answered> {
  const startedAt = performance.now();
  const clients = Array.from({ length: connections }, () => client(port, status));
  await sleep(durationMs);
  const latenciesMs = (await Promise.all(clients.map(({ stop }) => stop()))).flat().sort((a, b) => a - b);
  const seconds = (performance.now() - startedAt) / 1000;
  return { answers: latenciesMs.length, seconds, p99Ms: latenciesMs[Math.floor(latenciesMs.length * 0.99)] ?? 0 };
}

function request(): string {
  const at = next++;
  const key = load.keys[at % load.keys.length];
  const authorization = key === undefined ? "" : `authorization: Bearer ${key}\r\n`;
  return `GET ${load.paths[at % load.paths.length]} HTTP/1.1\r\nhost: localhost\r\n${authorization}${besides}\r\n`;
}

/** One connection that is kept alive and always has one request open. Gives how long each answer took, in ms. */
function client(port: number, status: number): { stop(): Promise<number[]> } {
  const stopped = Promise.withResolvers<number[]>();
  const expected = Buffer.from(`HTTP/1.1 ${status} `);
  let isStopping = false;
  const latenciesMs: number[] = [];
  let sentAt = 0;
  const send = () => {
    sentAt = performance.now();
    socket.write(request(), "latin1");
  };
  const onAnswer = (isExpected: boolean) => {
    if (!isExpected) stopped.reject(new Error(`An answer was not a ${status}.`));
    latenciesMs.push(performance.now() - sentAt);
    if (!isStopping) return send();
    stopped.resolve(latenciesMs);
    socket.destroy();
  };
  const answer = reader(expected, onAnswer);
  // One buffer for all that comes: a stream would make one of each read, and take as long as some servers do.
  const buffer = Buffer.allocUnsafe(readBytesMax);
  const onread = {
    buffer,
    callback(bytes: number) {
      answer(buffer.subarray(0, bytes));
      return true;
    },
  };
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true, onread });
  socket.on("error", stopped.reject).on("connect", send);
  return {
    stop() {
      isStopping = true;
      return stopped.promise;
    },
  };
}

/** Takes what comes and calls back after each whole answer; all answers of ours and of the peers state their length. */
function reader(expected: Buffer, onAnswer: (isExpected: boolean) => void): (chunk: Buffer) => void {
  let bytesMissing = 0;
  let isExpected = false;
  return (chunk) => {
    if (bytesMissing === 0) {
      isExpected = chunk.subarray(0, expected.length).equals(expected);
      const headEnd = chunk.indexOf("\r\n\r\n");
      const [, length] = /content-length: (\d+)/i.exec(chunk.toString("latin1", 0, headEnd)) ?? [];
      if (headEnd < 0 || length === undefined) throw new Error("An answer without a head, or without its length.");
      bytesMissing = headEnd + 4 + Number(length);
    }
    bytesMissing -= chunk.length;
    if (bytesMissing === 0) onAnswer(isExpected);
  };
}
