import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { WizData, type WizDataOptions } from "../index.ts";

export const apiKey = "wz_live_TESTKEYTESTKEYTESTKEY";

export type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: Buffer };
type Handler = (response: ServerResponse, seen: Seen, count: number) => unknown;

/** A real server for one test, and clients of it. `count` is 1 for the first request. */
export async function serve(handler: Handler) {
  const requests: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return; // the client hung up
    }
    const seen = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    requests.push(seen);
    handler(response, seen, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has such an address.
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (options: WizDataOptions = {}) => new WizData({ apiKey, baseURL, ...options });
  const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  return { baseURL, requests, client, connections };
}

export function answer(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_1", ...headers });
  response.end(JSON.stringify(value));
}

export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
): void {
  const problem = {
    type: `https://wizdata.dev/problems/${code}`,
    title: `Title of ${code}`,
    status,
    code,
    request_id: "req_1",
  };
  answer(response, problem, status, { "content-type": "application/problem+json", ...headers });
}
