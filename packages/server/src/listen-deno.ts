import type { Fetch, Listen } from "./listen.ts";

type DenoServer = { addr: { port: number }; shutdown(): Promise<void>; finished: Promise<void> };
type DenoInfo = { remoteAddr: { hostname: string }; completed: Promise<void> };
/** The part of Deno's own API that is used here, so that its types need not be installed. */
type DenoServe = (
  options: { hostname: string; port: number; signal: AbortSignal; onListen(): void; automaticCompression: boolean },
  handler: (request: Request, info: DenoInfo) => Response | Promise<Response>,
) => DenoServer;

export const listen: Listen = async (fetch, { host: hostname, port }) => {
  // Only Deno gets here, and it has this since its first version.
  const { serve } = (globalThis as unknown as { Deno: { serve: DenoServe } }).Deno;
  const cut = new AbortController();
  let isEnding = false;
  const server = serve(
    { hostname, port, signal: cut.signal, onListen() {}, automaticCompression: false },
    async (request, { remoteAddr, completed }) => {
      const response = await fetch(request, { ...bindingsOf(request, remoteAddr.hostname), completed });
      return isEnding ? closing(response) : response;
    },
  );
  return {
    port: server.addr.port,
    announceEnd() {
      isEnding = true;
    },
    async close(withinMs) {
      const late = setTimeout(() => cut.abort(), withinMs);
      await server.shutdown();
      await server.finished;
      clearTimeout(late);
    },
  };
};

/** What the app asks of a connection, in the form in which Node has it. Several Host headers come here as one with commas. */
function bindingsOf(request: Request, remoteAddress: string): Parameters<Fetch>[1] {
  const hosts = request.headers.get("host")?.split(",") ?? [];
  return { incoming: { socket: { remoteAddress }, rawHeaders: hosts.flatMap((host) => ["host", host]) } };
}

/** The headers of some responses cannot be changed. */
function closing(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("connection", "close");
  return new Response(response.body, { status: response.status, headers });
}
