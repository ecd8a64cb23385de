import type { IncomingMessage, Server, ServerOptions, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { answerBrokenRequest } from "./broken-requests.ts";

// Whatever a client does or leaves undone, what it holds of this process is little, and its own, and for a time.

export type ConnectionLimits = {
  /** Of all addresses together, and of one; 0 is no bound. */
  max: number;
  perAddressMax: number;
  /** How long a head may take to come; then a whole request, uploads too, which have closer limits of their own. */
  headMs: number;
  requestMs: number;
  /** How long a connection may say nothing, or take nothing of its answer, while it is not we who are at work. */
  stallMs: number;
  /** How long an idle connection is kept: longer than a proxy before us keeps it, or it sends into a closing one. */
  keepAliveMs: number;
};

const checkingIntervalMs = 2_000;

export const serverOptions = ({ headMs, requestMs, keepAliveMs }: ConnectionLimits): ServerOptions => ({
  headersTimeout: headMs,
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  connectionsCheckingInterval: checkingIntervalMs,
});

/** `sourceOf` says whom a connection from an address is counted for; nobody, if it speaks for many, as a proxy before us does. */
export function limitConnections(
  server: Server,
  { max, perAddressMax, stallMs }: ConnectionLimits,
  sourceOf: (address: string) => string | undefined = (address) => address,
): void {
  if (max > 0) server.maxConnections = max;
  if (perAddressMax > 0) boundPerSource(server, perAddressMax, sourceOf);
  const isAnswering = watchAnswers(server);
  server.setTimeout(stallMs);
  server.on("timeout", (socket: Socket) => {
    // What is written and not taken is the client's silence; while there is nothing yet to take, it is ours.
    if (isAnswering(socket) && socket.writableLength === 0) socket.setTimeout(stallMs);
    else socket.destroy();
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (isAnswering(socket)) socket.destroy();
    else answerBrokenRequest(error, socket);
  });
}

/** Tells of a connection whether a request on it is not answered to its end. Asked seldom, so requests only leave a trace. */
function watchAnswers(server: Server): (socket: Socket) => boolean {
  // Answers leave in the order of their requests: once the last is out, all are.
  const latest = new WeakMap<Socket, ServerResponse>();
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    latest.set(socket, response);
  });
  return (socket) => latest.get(socket)?.writableFinished === false;
}

function boundPerSource(server: Server, max: number, sourceOf: (address: string) => string | undefined): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const source = sourceOf(socket.remoteAddress ?? "");
    if (source === undefined) return;
    const count = (open.get(source) ?? 0) + 1;
    // No word of why: whoever opens hundreds at once would make us say it hundreds of times.
    if (count > max) return socket.resetAndDestroy();
    open.set(source, count);
    socket.once("close", () => {
      const left = (open.get(source) ?? 1) - 1;
      if (left > 0) open.set(source, left);
      else open.delete(source);
    });
  });
}
