import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { ensureOperatorKey } from "./keys/first-operator.ts";
import { createLog } from "./log.ts";
import { openServices } from "./open-services.ts";
import { recover } from "./recovery.ts";

export type Running = { url: string; /** Only at the first start. */ operatorKey: string | undefined; stop(): Promise<void> };

const headersTimeoutMs = 10_000;
const keepAliveTimeoutMs = 65_000;
const connectionsCheckingIntervalMs = 2_000;

/** Starts a server and resolves when it answers. `stop` drains: what was accepted is answered. */
export async function serve(config: Config): Promise<Running> {
  const log = createLog(config.logLevel);
  const { services, close } = await openServices(config, { log });
  const operatorKey = await ensureOperatorKey(services);
  const recovery = await recover(services);
  await services.exportRunner.start(services);
  const app = createApp(services);
  const options = { headersTimeout: headersTimeoutMs, requestTimeout: 0, keepAliveTimeout: keepAliveTimeoutMs, connectionsCheckingInterval: connectionsCheckingIntervalMs };
  const server = await new Promise<Server>((resolve, reject) => {
    // createServer of node:http makes an http.Server; the adapter's type also covers HTTP/2.
    const started = listen({ fetch: app.fetch, hostname: config.host, port: config.port, serverOptions: options }, () => resolve(started as Server));
    started.on("error", reject);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const url = config.publicUrl ?? `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url, database: services.store.dialect }, "ready");

  return {
    url,
    operatorKey,
    async stop() {
      services.readiness.reason = "shutting down";
      await drain(server, config.drainMs);
      recovery.stop();
      await close();
      log.info("stopped");
    },
  };
}

async function drain(server: Server, timeoutMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Keep-alive connections that fall idle while we wait would hold the server open.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
