import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { Logger } from "pino";
import { openAccessLog } from "./access-log.ts";
import { createCheckRunner } from "./checks/runner.ts";
import { byTimers, type Clock, createIds, type Every } from "./clock.ts";
import { type Config, siteUrl } from "./config.ts";
import { PageMemory } from "./data/page-memory.ts";
import { createExportRunner } from "./exports/runner.ts";
import { createGuesses } from "./keys/guesses.ts";
import { createLastUse } from "./keys/last-use.ts";
import { createPrincipals } from "./keys/principals.ts";
import { createRightsMemory } from "./keys/rights-memory.ts";
import { openLake } from "./lake/open-lake.ts";
import { createPartnerDays } from "./ledger/partner-day.ts";
import { MinuteWindows } from "./meter/minute-windows.ts";
import { type MeterNeeds, openMeter } from "./meter/open-meter.ts";
import { createRefusals } from "./meter/refusals.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { createSecrets, homeSecret, parseSecrets } from "./secrets.ts";
import type { Services } from "./services.ts";
import { createSandboxes } from "./sql/sandboxes.ts";
import { holdLock } from "./store/lock.ts";
import { openPostgres } from "./store/postgres.ts";
import { openSqlite } from "./store/sqlite.ts";
import { makeUsageMonths } from "./store/usage-months.ts";
import { createAccesses } from "./subscriptions/access.ts";

export type OpenOptions = {
  log: Logger;
  clock?: Clock;
  every?: Every;
  /** What ids are random by. */
  random?: (bytes: number) => Uint8Array;
  /** Where the file is written to; not given: a thread. */
  openWriter?: MeterNeeds["openWriter"];
  /** Told when the process can no longer be trusted with what it stores. */
  onFatal?: (error: unknown) => void;
};
export type Opened = {
  services: Services;
  close(): Promise<void>;
  /** As if the process had been killed this instant, for rehearsals of that: nothing of it reaches the file any more. */
  abandon(): Promise<void>;
};

/** Opens everything a running platform is made of, on one folder and one database. */
export async function openServices(
  config: Config,
  { log, clock = () => new Date(), every = byTimers, random, openWriter, onFatal: tell = crashSoon }: OpenOptions,
): Promise<Opened> {
  let isAbandoned = false;
  const onFatal = (error: unknown) => {
    if (!isAbandoned) tell(error);
  };
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  const lock = config.databaseUrl === undefined ? holdLock(config.lockFile) : undefined;
  const store =
    config.databaseUrl === undefined
      ? openSqlite(config.sqliteFile, onFatal)
      : await openPostgres({ url: config.databaseUrl, directUrl: config.databaseDirectUrl });
  if (config.databaseUrl !== undefined)
    await makeUsageMonths(config.databaseDirectUrl ?? config.databaseUrl, clock()).catch((error) =>
      log.warn({ err: error }, "the months of usage have no part of their own yet"),
    );
  const secrets = createSecrets(config.secret === undefined ? homeSecret(config.home) : parseSecrets(config.secret));
  const lake = openLake({ ...config, unpackedBytesMax: config.uploadUnpackedBytesMax }, log);
  const rights = await createRightsMemory(store, log);
  const minutes = new MinuteWindows();
  const guesses = createGuesses(clock, config.failedKeysPerMinuteMax);
  const readiness: Services["readiness"] = { reason: undefined };
  const metrics = config.metrics && createMetrics();
  const newId = createIds(clock, random);
  const services: Services = {
    config,
    store,
    lake,
    sandboxes: createSandboxes(lake, config.sql, log),
    pages: new PageMemory(config.pageCacheBytesMax),
    secrets,
    clock,
    log,
    exportRunner: createExportRunner(),
    checkRunner: createCheckRunner(),
    minutes,
    metrics,
    meter: await openMeter({ store, clock, newId, every, openWriter, log, readiness, metrics, onFatal }),
    refusals: createRefusals(store, clock, log, every),
    accessLog: config.accessLog === undefined ? undefined : openAccessLog(config.accessLog, { clock, log }),
    partnerDays: createPartnerDays({ store, lake }),
    rights,
    guesses,
    principals: createPrincipals(store, secrets, clock, rights, guesses),
    accesses: createAccesses(rights),
    lastUse: createLastUse(store, log, every),
    newId,
    readiness,
    site: { url: siteUrl(config) },
    owner: randomUUID(),
  };
  const close = async () => {
    await services.sandboxes.close();
    await services.exportRunner.close();
    await services.checkRunner.close();
    rights.close();
    await services.lastUse.close();
    await services.refusals.close();
    await services.accessLog?.close();
    await services.meter.close();
    await lake.close();
    await store.close();
    lock?.release();
  };
  return {
    services,
    close,
    async abandon() {
      isAbandoned = true;
      if (store.dialect === "sqlite") store.sever();
      await services.meter.sever();
      // What else there is of it can only fail to write.
      await close();
    },
  };
}

const lastAnswersMs = 100;

/** Only opening the file anew can tell what it holds: those who wait get their 503, and then the process ends. */
function crashSoon(error: unknown): void {
  setTimeout(() => {
    throw error;
  }, lastAnswersMs);
}
