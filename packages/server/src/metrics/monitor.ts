import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { type Config, ConfigError } from "../config.ts";
import type { Services } from "../services.ts";
import { addGauges } from "./gauges.ts";

const connectionsMax = 16;
const requestMs = 5_000;

type Monitor = { url: string; close(): Promise<void> };

/** `/metrics` as `WIZDATA_METRICS_PORT` wants it: usually nowhere. */
export async function openMonitor(config: Config, services: Services): Promise<Monitor | undefined> {
  const { metrics, log } = services;
  if (!config.metrics || !metrics) return undefined;
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  addGauges(metrics, services, version);
  const monitor = await serveMetrics(metrics.registry, config.metrics);
  log.info({ url: monitor.url }, "metrics");
  return monitor;
}

/** For monitors only, on a port of its own: who reaches the API reaches none of this. */
async function serveMetrics(registry: Registry, { host, port }: { host: string; port: number }): Promise<Monitor> {
  const limits = { headersTimeout: requestMs, requestTimeout: requestMs, keepAliveTimeout: requestMs };
  const server = createServer(limits, async ({ method, url }, response) => {
    const isKnown = (method === "GET" || method === "HEAD") && url === "/metrics";
    if (!isKnown) return response.writeHead(404, { "content-type": "text/plain" }).end("GET /metrics\n");
    try {
      const text = await registry.metrics();
      response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  server.maxConnections = connectionsMax;
  server.setTimeout(requestMs);
  server.listen(port, host);
  await once(server, "listening").catch(({ code }: NodeJS.ErrnoException) => {
    throw new ConfigError([`WIZDATA_METRICS_PORT: cannot listen on ${host}:${port} (${code})`]);
  });
  const { port: taken } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/metrics`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
