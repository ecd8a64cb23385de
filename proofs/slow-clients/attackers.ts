import { connect, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";

// Clients that mean no good, or whose network is very bad. Each holds one connection, and comes again when it is cut off.

export type Target = { port: number; key: string; file: string };
export type Attack = { cutOff: number; answered: Record<string, number>; stop(): void };

const dripMs = 1_000;
const bombPauseMs = 100;
const againMs = 500;

/** `count` connections of three kinds: heads that never end, bodies that never end, answers that nobody takes. */
export function attackSlowly(target: Target, count: number): Attack {
  const openers = [slowHead, slowBody, slowReader];
  const sockets = new Set<Socket>();
  const attack: Attack = { cutOff: 0, answered: {}, stop: () => {} };
  let isStopping = false;
  const begin = (at: number) => {
    const socket = connect(target.port, "127.0.0.1");
    sockets.add(socket);
    socket
      .on("error", () => {})
      .on("close", () => {
        sockets.delete(socket);
        attack.cutOff += 1;
        if (!isStopping) setTimeout(begin, againMs, at).unref();
      });
    openers[at % openers.length]?.(socket, target);
  };
  for (let at = 0; at < count; at++) begin(at);
  attack.stop = () => {
    isStopping = true;
    for (const socket of sockets) socket.destroy();
  };
  return attack;
}

function slowHead(socket: Socket): void {
  socket.resume().write("GET /healthz HTTP/1.1\r\nHost: a\r\n");
  drip(socket, "X-A: b\r\n");
}

function slowBody(socket: Socket, { key }: Target): void {
  const head = ["POST /api/v1/exports HTTP/1.1", "Host: a", `X-API-Key: ${key}`, "Content-Type: application/json"];
  socket.resume().write(`${[...head, "Content-Length: 100000"].join("\r\n")}\r\n\r\n{`);
  drip(socket, " ");
}

function slowReader(socket: Socket, { key, file }: Target): void {
  socket.pause().write(`GET ${file} HTTP/1.1\r\nHost: a\r\nX-API-Key: ${key}\r\n\r\n`);
}

function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.writable && socket.write(text), dripMs);
  socket.on("close", () => clearInterval(timer));
}

const json = { "content-type": "application/json" };
const packed = Buffer.alloc(256 * 1024 * 1024);
const bombs: Record<string, { headers: Record<string, string>; body: Buffer | string; status: number }> = {
  "brotli of 256 MiB": {
    headers: { ...json, "content-encoding": "br" },
    body: brotliCompressSync(packed),
    status: 415,
  },
  "gzip of 256 MiB": { headers: { ...json, "content-encoding": "gzip" }, body: gzipSync(packed), status: 415 },
  "100 000 levels": { headers: json, body: "[".repeat(100_000), status: 400 },
  "10 000 keys": {
    headers: json,
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, 1]))),
    status: 400,
  },
  "1 MiB of texts": {
    headers: json,
    body: JSON.stringify(Array.from({ length: 10_000 }, () => "x".repeat(100))),
    status: 400,
  },
  "2 MiB": { headers: json, body: " ".repeat(2 << 20), status: 413 },
};

/** One after the other, as fast as a caller may call who is limited to 600 calls a minute. Each must get the answer that it deserves. */
export function throwBombs(url: string, key: string): Attack {
  const attack: Attack = { cutOff: 0, answered: {}, stop: () => {} };
  const stop = new AbortController();
  attack.stop = () => stop.abort();
  void (async () => {
    while (!stop.signal.aborted) {
      for (const [name, { headers, body, status }] of Object.entries(bombs)) {
        if (stop.signal.aborted) return;
        const answer = await fetch(`${url}/api/v1/exports`, {
          method: "POST",
          headers: { ...headers, "x-api-key": key },
          body: new Uint8Array(Buffer.from(body)),
        }).catch(() => undefined);
        await answer?.body?.cancel();
        // A body that is still on its way when it is refused may cost the connection, and with it the answer.
        const isRefused = answer === undefined || answer.status === status || answer.status === 429;
        const told = isRefused ? "refused" : `${name}: ${answer.status}`;
        attack.answered[told] = (attack.answered[told] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, bombPauseMs));
      }
    }
  })();
  return attack;
}
