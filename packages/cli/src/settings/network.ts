import type { Fetch } from "@wizdata/sdk";
import { isLoopback } from "./base-url.ts";
import type { Environment } from "./profiles.ts";

const proxyVariables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
export const hasProxy = (env: Environment) => proxyVariables.some((name) => env[name]);

/** Node's own fetch, which is there at once, or where the environment names a proxy, one that goes through it. */
export function fetchFor(env: Environment): Fetch {
  if (!hasProxy(env)) return (request) => globalThis.fetch(request);
  return (request) =>
    isLoopback(new URL(request.url).hostname) ? globalThis.fetch(request) : fetchThroughProxy(request);
}

async function fetchThroughProxy(request: Request): Promise<Response> {
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  const { url, method, redirect, signal, body } = request;
  const answer = await fetch(url, {
    method,
    redirect,
    signal,
    headers: [...request.headers],
    dispatcher: new EnvHttpProxyAgent(),
    // A stream of this global is one to undici too; only the types are apart.
    ...(body ? { body: body as never, duplex: "half" as const } : {}),
  });
  return new Response(answer.body as never, { status: answer.status, headers: [...answer.headers] });
}
