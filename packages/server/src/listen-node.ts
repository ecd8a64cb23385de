import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Config } from "./config.ts";
import { limitConnections, serverOptions } from "./http/connections.ts";
import { canonicalAddress, permits, sourceOf } from "./keys/addresses.ts";
import type { Listen } from "./listen.ts";

export const listen: Listen = async (fetch, config) => {
  const { host: hostname, port, connections } = config;
  const server = await new Promise<Server>((resolve, reject) => {
    const options = { fetch, hostname, port, serverOptions: serverOptions(connections) };
    // createServer of node:http makes an http.Server; the adapter's type also covers HTTP/2.
    const started = serve(options, () => resolve(started as Server));
    started.on("error", reject);
  });
  limitConnections(server, connections, (address) => connectionSource(config, address));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    announceEnd() {
      server.prependListener("request", (_request, response) => response.setHeader("connection", "close"));
    },
    async close(withinMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Keep-alive connections that fall idle while we wait would hold the server open.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const late = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
};

/** Whom a connection counts for. A proxy of ours brings everybody's. */
function connectionSource({ trustedProxies }: Config, address: string): string | undefined {
  const canonical = canonicalAddress(address);
  return permits(trustedProxies, canonical) ? undefined : sourceOf(canonical);
}
