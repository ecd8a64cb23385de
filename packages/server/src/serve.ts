import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";
import { createApp } from "./app.ts";
import { startChores } from "./chores.ts";
import { type Config, ConfigError, siteUrl } from "./config.ts";
import { publishShippedCatalog } from "./datasets/shipped-catalog.ts";
import { limitConnections, serverOptions } from "./http/connections.ts";
import { watchRunning } from "./http/running.ts";
import { canonicalAddress, permits, sourceOf } from "./keys/addresses.ts";
import { ensureOperatorKey } from "./keys/first-operator.ts";
import { createLog } from "./log.ts";
import { giveBackStartMemory } from "./memory.ts";
import { openServices } from "./open-services.ts";
import { recover } from "./recovery.ts";

export type Running = { url: string; stop(): Promise<void> };

/** What a start has to say to whoever started it. */
export type Announce = {
  /** Only at the first start, as soon as it is made: it cannot be shown again. */
  operatorKey(secret: string): void;
  note(text: string): void;
};

const clearUpMs = 3_000;

/** Starts a server and resolves when it answers. `stop` drains: what was accepted is answered. */
export async function serve(config: Config, announce: Announce): Promise<Running> {
  const log = createLog(config.logLevel);
  const { services, close } = await openServices(config, { log });
  const operatorKey = await ensureOperatorKey(services);
  if (operatorKey !== undefined) announce.operatorKey(operatorKey);
  const recovery = await recover(services);
  await services.exportRunner.start(services);
  if (config.publishesShippedCatalog)
    await publishShippedCatalog(services, (slug, rows) => announce.note(`Published ${slug}: ${rows} rows.`));
  const chores = startChores(services);
  const calls = watchRunning(createApp(services));
  giveBackStartMemory();
  const options = serverOptions(config.connections);
  const server = await new Promise<Server>((resolve, reject) => {
    // createServer of node:http makes an http.Server; the adapter's type also covers HTTP/2.
    const started = listen(
      { fetch: calls.fetch, hostname: config.host, port: config.port, serverOptions: options },
      () => resolve(started as Server),
    );
    started.on("error", (error: NodeJS.ErrnoException) => reject(asStartFailure(error, config)));
  });
  limitConnections(server, config.connections, (address) => connectionSource(config, address));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  services.site.url = siteUrl({ ...config, port });
  const { url } = services.site;
  log.info({ url, database: services.store.dialect }, "ready");

  return {
    url,
    async stop() {
      services.readiness.reason = "shutting down";
      await drain(server, config);
      // Whose connection was cut has to clear up after itself while there still is a database.
      await calls.ended(clearUpMs);
      recovery.stop();
      await chores.stop();
      await close();
      log.info("stopped");
    },
  };
}

/** Whom a connection counts for. A proxy of ours brings everybody's. */
function connectionSource({ trustedProxies }: Config, address: string): string | undefined {
  const canonical = canonicalAddress(address);
  return permits(trustedProxies, canonical) ? undefined : sourceOf(canonical);
}

/**
 * First the word goes round: `/readyz` says no and each answer closes its connection, while calls are still taken. So a
 * client in the middle of a stream of calls loses none, and a load balancer has time to look elsewhere.
 */
async function drain(server: Server, { drainNoticeMs, drainMs }: Config): Promise<void> {
  server.prependListener("request", (_request, response) => response.setHeader("connection", "close"));
  await new Promise((resolve) => setTimeout(resolve, drainNoticeMs));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Keep-alive connections that fall idle while we wait would hold the server open.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function asStartFailure(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError([`WIZDATA_PORT: ${host}:${port} is taken; 0 takes a free one`]);
  if (error.code === "EADDRNOTAVAIL" || error.code === "EACCES" || error.code === "ENOTFOUND")
    return new ConfigError([`WIZDATA_HOST: cannot listen on ${host}:${port} (${error.code})`]);
  return error;
}
