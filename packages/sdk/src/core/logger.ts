import type { Attempt } from "./errors.ts";

/**
 * Where attempts are told of; both pino and console fit. `debug` hears of those that went well, `info` of those that are tried again, `warn`
 * of those after which the call failed.
 *
 * @example const wizdata = new WizData({ logger: console, logLevel: "info" });
 */
export type Logger = Record<Exclude<LogLevel, "off">, (fields: object, message: string) => void>;

/** From the most to the least. */
export type LogLevel = (typeof levels)[number];

const levels = ["debug", "info", "warn", "off"] as const;

type Told = { logger?: Logger | undefined; logLevel?: LogLevel | undefined };

/** One line an attempt. What is in it is listed here, so that no key, query, header or body can be. */
export function logAttempt(
  { logger, logLevel = "debug" }: Told,
  call: { method: string; path: string },
  attempt: Attempt,
) {
  const level = attempt.code === "ok" ? "debug" : attempt.retryInMs === undefined ? "warn" : "info";
  if (!logger || levels.indexOf(level) < levels.indexOf(logLevel)) return;
  logger[level]({ method: call.method, path: call.path, ...attempt }, "wizdata call");
}
