import { ConnectionError, WizDataError } from "./errors.ts";
import type { Body } from "./upload.ts";

/** An answer whose body has not been read yet. */
export type Answer = {
  status: number;
  header(name: string): string | null;
  bytes(): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array>;
};

export type Outgoing = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Body;
  signal: AbortSignal;
};

/** One exchange over the wire: no retries, no redirects, nothing known of WizData. What does not reach the server is a ConnectionError. */
export type Send = (outgoing: Outgoing) => Promise<Answer>;

/** What `fetch` may be: the global one, one of a framework, or an app's own. */
export type Fetch = (request: Request) => Response | Promise<Response>;

export function overFetch(fetch: Fetch): Send {
  return async ({ url, body, ...outgoing }) => {
    const isStream = typeof body === "object" && Symbol.asyncIterator in body;
    const sent = isStream && !(body instanceof ReadableStream) ? ReadableStream.from(body) : (body ?? null);
    // A redirect is never followed: it would carry the key elsewhere, and turn a POST into a GET.
    const init = { ...outgoing, body: sent, duplex: "half", redirect: "manual" };
    // `duplex`, which a streamed body needs, is missing in the types.
    const response = await fetch(new Request(url, init as RequestInit));
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      bytes: async () => new Uint8Array(await response.arrayBuffer()),
      // Piped, so that a fetch that does not heed its signal can be stopped all the same.
      chunks: () =>
        (response.body ?? new Blob([]).stream()).pipeThrough(new TransformStream(), { signal: outgoing.signal }),
    };
  };
}

/** The same fetch, whose failures are named and say which server was asked. */
export function reaching(fetch: Fetch): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      throw unreachable(request.url, error);
    }
  };
}

function unreachable(url: string, error: unknown): WizDataError {
  // A fetch that has a reason of its own, such as a recording without an answer, may say so.
  if (error instanceof WizDataError) return error;
  const text = `${new URL(url).host} could not be reached (${reasonOf(error)})`;
  return new ConnectionError(text, { cause: error });
}

/** `ECONNREFUSED` rather than "fetch failed". */
export function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? ("code" in inner ? String(inner.code) : inner.message) : String(inner);
}

/** undici with what it needs here. Proxies of the environment are honoured towards other hosts. */
async function openUndici(isLoopback: boolean) {
  const { Agent, EnvHttpProxyAgent, fetch, request } = await import("undici");
  // The transport has timers of its own, so undici's are off.
  const limits = { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 30_000 };
  return { fetch, request, dispatcher: isLoopback ? new Agent(limits) : new EnvHttpProxyAgent(limits) };
}

/** undici's own client: about half the CPU of `fetch` a call, faster streams, and no hidden limit of 300 s on a slow answer. */
export async function overUndici(isLoopback: boolean): Promise<Send> {
  const { request, dispatcher } = await openUndici(isLoopback);
  return async ({ url, method, headers: given, body: opened, signal }) => {
    const isBlob = opened instanceof Blob;
    const headers = isBlob ? { ...given, "content-length": String(opened.size) } : given;
    // undici takes any async iterable as a body, which its types do not say. Of a Blob it would make one buffer.
    const body = (isBlob ? opened.stream() : (opened ?? null)) as string | null;
    const answer = await request(url, { method, headers, body, signal, dispatcher }).catch((error: unknown) => {
      throw unreachable(url, error);
    });
    return {
      status: answer.statusCode,
      header: (name) => answer.headers[name]?.toString() ?? null,
      bytes: () => answer.body.bytes(),
      chunks: () => answer.body,
    };
  };
}

/** undici's fetch, for middleware, which wants requests and responses as the web has them. */
export async function undiciFetch(isLoopback: boolean): Promise<Fetch> {
  const { fetch, dispatcher } = await openUndici(isLoopback);
  return async (request) => {
    const { method, signal } = request;
    const isJson = request.headers.get("content-type") === "application/json";
    const body = isJson ? await request.text() : request.body;
    const init = {
      method,
      headers: [...request.headers],
      body,
      signal,
      duplex: "half",
      redirect: "manual",
      dispatcher,
    };
    // The types of undici and of the web differ in name only; a Request of the one is no Request to the other.
    return (await fetch(request.url, init as object)) as unknown as Response;
  };
}
