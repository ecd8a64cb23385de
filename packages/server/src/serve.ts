import { createApp } from "./app.ts";
import { startChores } from "./chores.ts";
import { type Config, siteUrl } from "./config.ts";
import { indexOldDatasets } from "./datasets/search-index.ts";
import { publishShippedCatalog } from "./datasets/shipped-catalog.ts";
import { watchRunning } from "./http/running.ts";
import { ensureOperatorKey } from "./keys/first-operator.ts";
import { type Listener, openListener } from "./listen.ts";
import { createLog } from "./log.ts";
import { giveBackStartMemory } from "./memory.ts";
import { openMonitor } from "./metrics/monitor.ts";
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
  await indexOldDatasets(services);
  await services.exportRunner.start(services);
  if (config.publishesShippedCatalog)
    await publishShippedCatalog(services, (slug, rows) => announce.note(`Published ${slug}: ${rows} rows.`));
  const chores = startChores(services);
  const calls = watchRunning(createApp(services));
  const monitor = await openMonitor(config, services);
  giveBackStartMemory();
  const listener = await openListener(calls.fetch, config);
  services.site.url = siteUrl({ ...config, port: listener.port });
  const { url } = services.site;
  log.info({ url, database: services.store.dialect }, "ready");

  return {
    url,
    async stop() {
      services.readiness.reason = "shutting down";
      await drain(listener, config);
      // Whose connection was cut has to clear up after itself while there still is a database.
      await calls.ended(clearUpMs);
      recovery.stop();
      await chores.stop();
      await close();
      await monitor?.close();
      log.info("stopped");
    },
  };
}

/**
 * First the word goes round: `/readyz` says no and each answer closes its connection, while calls are still taken. So a
 * client in the middle of a stream of calls loses none, and a load balancer has time to look elsewhere.
 */
async function drain(listener: Listener, { drainNoticeMs, drainMs }: Config): Promise<void> {
  listener.announceEnd();
  await new Promise((resolve) => setTimeout(resolve, drainNoticeMs));
  await listener.close(drainMs);
}
