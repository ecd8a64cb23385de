import { WizData } from "@wizdata/sdk";
import { type Connection, requireKey } from "./connection.ts";

// A person waits at a terminal: a longer wait than this is said, not sat out.
const maxRetryDelayMs = 5_000;

export function openClient(connection: Connection, version: string): WizData {
  return new WizData({
    apiKey: requireKey(connection),
    baseURL: connection.baseUrl,
    maxRetryDelayMs,
    headers: { "user-agent": `wizdata-cli/${version}` },
  });
}
