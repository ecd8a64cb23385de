import { join, resolve } from "node:path";
import { keyMode } from "@wizdata/shared";
import { z } from "zod";
import { readRange, toRanges } from "./keys/addresses.ts";
import { isSecrets, secretBytesMin } from "./secrets.ts";

const count = (fallback: number, minimum = 1) => z.coerce.number().int().min(minimum).default(fallback);
/** What a timer can wait for, some 24 days: one that is told to wait for longer does not wait at all. */
const timerMsMax = 2 ** 31 - 1;
const ms = (fallback: number, minimum = 1) => z.coerce.number().int().min(minimum).max(timerMsMax).default(fallback);

/** Each setting of the server: its environment variable, its default, its bounds. */
const Settings = z.object({
  WIZDATA_HOME: z.string().min(1).default(".wizdata"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  WIZDATA_SECRET: z
    .string()
    .refine(
      isSecrets,
      `one or two texts of ${secretBytesMin} bytes or more in base64; make one with: openssl rand -base64 32`,
    )
    .optional(),
  WIZDATA_OPERATOR_KEY: z
    .string()
    .refine((key) => keyMode(key) === "admin", "is not a key of the form wz_admin_…, or it was copied wrongly")
    .optional(),
  WIZDATA_HOST: z.string().default("127.0.0.1"),
  WIZDATA_PORT: z.coerce.number().int().min(0).max(65_535).default(7001),
  WIZDATA_PUBLIC_URL: z.url().optional(),
  WIZDATA_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  WIZDATA_METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  WIZDATA_CONNECTIONS_MAX: count(10_000, 0),
  WIZDATA_CONNECTIONS_PER_ADDRESS_MAX: count(512, 0),
  WIZDATA_HEAD_MS: ms(10_000, 1_000),
  WIZDATA_REQUEST_MS: ms(6 * 3_600_000, 1_000),
  WIZDATA_STALL_MS: ms(60_000, 1_000),
  WIZDATA_KEEP_ALIVE_MS: ms(65_000, 1_000),
  WIZDATA_CORS_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ""),
    )
    .refine((origins) => origins.every(isOrigin), "origins such as https://app.example.com, separated by commas"),
  WIZDATA_ACCESS_LOG: z.string().min(1).optional(),
  WIZDATA_LOG: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  WIZDATA_JSON_BYTES_MAX: count(1 << 20),
  WIZDATA_JSON_ARRIVAL_MS: ms(30_000),
  WIZDATA_UPLOAD_BYTES_MAX: count(4 * 2 ** 30),
  WIZDATA_UPLOAD_UNPACKED_BYTES_MAX: count(16 * 2 ** 30),
  WIZDATA_UPLOAD_PART_BYTES_MAX: count(64 * 2 ** 20, 1_024),
  WIZDATA_UPLOAD_KEPT_MS: count(86_400_000, 1_000),
  WIZDATA_UPLOAD_STALL_MS: ms(60_000),
  WIZDATA_PUBLISH_LEASE_MS: ms(15_000, 1_000),
  WIZDATA_COLLECT_WAIT_MS: ms(3_600_000, 0),
  WIZDATA_UNMETERED_CALLS_PER_MINUTE: count(600),
  WIZDATA_FAILED_KEYS_PER_MINUTE: count(600),
  WIZDATA_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text, context) => readProxies(text, (message) => context.addIssue({ code: "custom", message }))),
  // Two years and a quarter: last year's usage can still be compared with that of the year before, and disputes have ended.
  WIZDATA_USAGE_EVENTS_KEPT_DAYS: z.coerce
    .number()
    .int()
    .refine((days) => days === 0 || days >= 62, "0 for ever, or 62 days or more: invoices are made of them")
    .default(800),
  WIZDATA_BULK_LANES: count(1),
  WIZDATA_EXPORTS_RUNNING_PER_PARTNER: count(2),
  WIZDATA_EXPORT_BYTES_PER_PARTNER: count(100 * 2 ** 30),
  WIZDATA_SEARCH_LANES: count(1),
  WIZDATA_SEARCH_DEADLINE_MS: ms(10_000, 100),
  WIZDATA_SQL_LANES: count(2),
  WIZDATA_SQL_LANES_PER_PARTNER: count(1),
  WIZDATA_SQL_DEADLINE_MS: z.coerce.number().int().min(1_000).max(60_000).default(10_000),
  WIZDATA_SQL_ROWS_MAX: count(100_000),
  WIZDATA_SQL_BYTES_MAX: count(32 * 2 ** 20, 1_024),
  WIZDATA_SQL_MEMORY_MB: count(200, 64),
  WIZDATA_WORKER_MEMORY_MB: count(200, 64),
  WIZDATA_CHANGES_MB: count(1_024),
  WIZDATA_PAGE_CACHE_MB: count(48, 0),
  WIZDATA_SHIPPED_CATALOG: z
    .enum(["", "1"])
    .default("")
    .transform((given) => given === "1"),
  WIZDATA_DRAIN_NOTICE_MS: ms(300, 0),
  WIZDATA_DRAIN_MS: ms(20_000, 0),
});

/** Exactly as browsers send it: no path, no default port, no `*` and no `null`. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

type Environment = Readonly<Record<string, string | undefined>>;

export type Config = ReturnType<typeof readConfig>;

/** Addresses and CIDR ranges, divided by commas. */
function readProxies(text: string, onWrong: (message: string) => void): string[] {
  const given = text === "" ? [] : text.split(",").map((one) => one.trim());
  return given.flatMap((one) => {
    const read = readRange(one);
    if ("range" in read) return read.range;
    onWrong(`${one} ${read.wrong}`);
    return [];
  });
}

/** What is given `instead` goes before the environment. @throws ConfigError with one line per wrong setting. */
export function readConfig(environment: Environment, instead: Environment = {}) {
  // An empty variable means the same as none, as shells and compose files cannot unset one.
  // Asked for by name: Deno lets nobody read all of an environment who was not given all of it.
  const named = Object.keys(Settings.shape).map((name) => [name, instead[name] ?? environment[name]] as const);
  const given = Object.fromEntries(named.filter(([, value]) => value !== ""));
  const read = Settings.safeParse(given);
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  const settings = read.data;
  if (settings.DATABASE_URL && !settings.WIZDATA_SECRET) {
    throw new ConfigError(["WIZDATA_SECRET: is required with DATABASE_URL; make one with: openssl rand -base64 32"]);
  }
  const home = resolve(settings.WIZDATA_HOME);
  return Object.freeze({
    home,
    sqliteFile: join(home, "control.sqlite"),
    lockFile: join(home, "lock.sqlite"),
    databaseUrl: settings.DATABASE_URL,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    secret: settings.WIZDATA_SECRET,
    operatorKey: settings.WIZDATA_OPERATOR_KEY,
    host: settings.WIZDATA_HOST,
    port: settings.WIZDATA_PORT,
    publicUrl: settings.WIZDATA_PUBLIC_URL,
    metrics:
      settings.WIZDATA_METRICS_PORT === undefined
        ? undefined
        : { host: settings.WIZDATA_METRICS_HOST, port: settings.WIZDATA_METRICS_PORT },
    connections: {
      max: settings.WIZDATA_CONNECTIONS_MAX,
      perAddressMax: settings.WIZDATA_CONNECTIONS_PER_ADDRESS_MAX,
      headMs: settings.WIZDATA_HEAD_MS,
      requestMs: settings.WIZDATA_REQUEST_MS,
      stallMs: settings.WIZDATA_STALL_MS,
      keepAliveMs: settings.WIZDATA_KEEP_ALIVE_MS,
    },
    corsOrigins: new Set(settings.WIZDATA_CORS_ORIGINS) as ReadonlySet<string>,
    accessLog: settings.WIZDATA_ACCESS_LOG === undefined ? undefined : resolve(settings.WIZDATA_ACCESS_LOG),
    logLevel: settings.WIZDATA_LOG,
    jsonBody: { bytesMax: settings.WIZDATA_JSON_BYTES_MAX, arrivalMs: settings.WIZDATA_JSON_ARRIVAL_MS },
    uploadBytesMax: settings.WIZDATA_UPLOAD_BYTES_MAX,
    uploadUnpackedBytesMax: settings.WIZDATA_UPLOAD_UNPACKED_BYTES_MAX,
    uploadPartBytesMax: settings.WIZDATA_UPLOAD_PART_BYTES_MAX,
    uploadKeptMs: settings.WIZDATA_UPLOAD_KEPT_MS,
    uploadStallMs: settings.WIZDATA_UPLOAD_STALL_MS,
    publishLeaseMs: settings.WIZDATA_PUBLISH_LEASE_MS,
    collectWaitMs: settings.WIZDATA_COLLECT_WAIT_MS,
    unmeteredCallsPerMinuteMax: settings.WIZDATA_UNMETERED_CALLS_PER_MINUTE,
    failedKeysPerMinuteMax: settings.WIZDATA_FAILED_KEYS_PER_MINUTE,
    trustedProxies: toRanges(settings.WIZDATA_TRUSTED_PROXIES),
    usageEventsKeptDays: settings.WIZDATA_USAGE_EVENTS_KEPT_DAYS,
    bulkLanesMax: settings.WIZDATA_BULK_LANES,
    exportsRunningPerPartnerMax: settings.WIZDATA_EXPORTS_RUNNING_PER_PARTNER,
    exportBytesPerPartnerMax: settings.WIZDATA_EXPORT_BYTES_PER_PARTNER,
    searchLanesMax: settings.WIZDATA_SEARCH_LANES,
    searchDeadlineMs: settings.WIZDATA_SEARCH_DEADLINE_MS,
    sql: {
      lanesMax: settings.WIZDATA_SQL_LANES,
      lanesPerPartnerMax: settings.WIZDATA_SQL_LANES_PER_PARTNER,
      deadlineMs: settings.WIZDATA_SQL_DEADLINE_MS,
      rowsMax: settings.WIZDATA_SQL_ROWS_MAX,
      bytesMax: settings.WIZDATA_SQL_BYTES_MAX,
      memoryMb: settings.WIZDATA_SQL_MEMORY_MB,
    },
    workerMemoryMb: settings.WIZDATA_WORKER_MEMORY_MB,
    changesBytesMax: settings.WIZDATA_CHANGES_MB * 2 ** 20,
    pageCacheBytesMax: settings.WIZDATA_PAGE_CACHE_MB * 2 ** 20,
    publishesShippedCatalog: settings.WIZDATA_SHIPPED_CATALOG,
    drainNoticeMs: settings.WIZDATA_DRAIN_NOTICE_MS,
    drainMs: settings.WIZDATA_DRAIN_MS,
  });
}

/** Whatever Host a request names, links lead to what the operator says, or else to where we listen. */
export function siteUrl({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string {
  return (publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`).replace(/\/+$/, "");
}

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The server cannot start like this.\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}
