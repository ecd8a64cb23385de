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
  const answering = watchAnswers(server);
  server.setTimeout(stallMs);
  server.on("timeout", (socket: Socket) => {
    // What is written and not taken is the client's silence; while there is nothing yet to take, it is ours.
    if (answering.has(socket) && socket.writableLength === 0) socket.setTimeout(stallMs);
    else socket.destroy();
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (answering.has(socket)) socket.destroy();
    else answerBrokenRequest(error, socket);
  });
}

/** The connections of which some request is not answered to its end. */
function watchAnswers(server: Server): ReadonlyMap<Socket, number> {
  const answering = new Map<Socket, number>();
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (left > 0) answering.set(socket, left);
      else answering.delete(socket);
    });
  });
  return answering;
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
