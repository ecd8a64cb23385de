import type { Logger } from "pino";
import type { AccessLog } from "./access-log.ts";
import type { CheckRunner } from "./checks/runner.ts";
import type { Clock, NewId } from "./clock.ts";
import type { Config } from "./config.ts";
import type { PageMemory } from "./data/page-memory.ts";
import type { ExportRunner } from "./exports/runner.ts";
import type { Guesses } from "./keys/guesses.ts";
import type { LastUse } from "./keys/last-use.ts";
import type { Principals } from "./keys/principals.ts";
import type { RightsMemory } from "./keys/rights-memory.ts";
import type { Lake } from "./lake/lake.ts";
import type { PartnerDays } from "./ledger/partner-day.ts";
import type { Meter } from "./meter/meter.ts";
import type { MinuteWindows } from "./meter/minute-windows.ts";
import type { Refusals } from "./meter/refusals.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Secrets } from "./secrets.ts";
import type { Sandboxes } from "./sql/sandboxes.ts";
import type { Store } from "./store/store.ts";
import type { Accesses } from "./subscriptions/access.ts";

/** What a feature may depend on. Features meet only here. */
export type Services = {
  config: Config;
  store: Store;
  lake: Lake;
  sandboxes: Sandboxes;
  pages: PageMemory;
  exportRunner: ExportRunner;
  checkRunner: CheckRunner;
  minutes: MinuteWindows;
  meter: Meter;
  refusals: Refusals;
  /** Where one is written. */
  accessLog: AccessLog | undefined;
  partnerDays: PartnerDays;
  secrets: Secrets;
  rights: RightsMemory;
  guesses: Guesses;
  principals: Principals;
  accesses: Accesses;
  lastUse: LastUse;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Why this process should get no traffic, if so: it drains, or its disk is full. */
  readiness: { reason: string | undefined };
  /** Where a monitor is served. */
  metrics: Metrics | undefined;
  /** Where the platform is reached from outside, without a slash at the end. */
  site: { url: string };
  /** This process, as leases name it. */
  owner: string;
};
