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

let proxy: ReturnType<typeof openProxy> | undefined;

/** One for the whole run, so that a list of many pages goes over one connection. */
async function openProxy() {
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  return { fetch, dispatcher: new EnvHttpProxyAgent() };
}

async function fetchThroughProxy(request: Request): Promise<Response> {
  proxy ??= openProxy();
  const { fetch, dispatcher } = await proxy;
  const { url, method, redirect, signal, body } = request;
  const answer = await fetch(url, {
    method,
    redirect,
    signal,
    headers: [...request.headers],
    dispatcher,
    // A stream of this global is one to undici too; only the types are apart.
    ...(body ? { body: body as never, duplex: "half" as const } : {}),
  });
  return new Response(answer.body as never, { status: answer.status, headers: [...answer.headers] });
}
