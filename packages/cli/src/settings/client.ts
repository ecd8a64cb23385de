import { type Fetch, WizData } from "@wizdata/sdk";
import { type Connection, requireKey } from "./connection.ts";
import { hasProxy } from "./network.ts";
import type { Environment } from "./profiles.ts";

// A person waits at a terminal: a longer wait than this is said, not sat out.
const maxRetryDelayMs = 5_000;

/** `isBulk` says that much will be sent or received; `dryRun` takes the place of the network. */
export type ClientOptions = { env: Environment; version: string; isBulk: boolean; dryRun?: Fetch | undefined };

export function openClient(connection: Connection, { env, version, isBulk, dryRun }: ClientOptions): WizData {
  // The client's own transport is faster and knows proxies, but loading it takes longer than a small call.
  const transport = isBulk || hasProxy(env) ? {} : { fetch: (request: Request) => globalThis.fetch(request) };
  return new WizData({
    apiKey: requireKey(connection),
    baseURL: connection.baseUrl,
    maxRetryDelayMs,
    headers: { "user-agent": `wizdata-cli/${version}` },
    ...(dryRun ? { fetch: dryRun, maxRetries: 0 } : transport),
  });
}
