import type { Fetch } from "@wizdata/sdk";
import { Failure, usageFailure } from "./failures.ts";
import { failureOfProblem, type ProblemBody } from "./problems.ts";
import { type Connection, requireKey } from "./settings/connection.ts";

export type RawRequest = {
  method: string;
  url: URL;
  headers: Headers;
  body: string | ReadableStream<Uint8Array> | undefined;
};
/** JSON is parsed; any other text is as it came. */
export type RawAnswer = { type: "json"; value: unknown } | { type: "text"; text: string };

const prefix = "/api/v1";

/** `/partners`, `/api/v1/partners` and a whole address of this very server mean the same. */
export function resolvePath({ baseUrl }: Connection, path: string): URL {
  const base = new URL(baseUrl.replace(/\/api\/v1$/, ""));
  if (/^https?:\/\//.test(path)) {
    const url = new URL(path);
    // The key is this server's: it never goes elsewhere.
    if (url.origin !== base.origin)
      throw usageFailure(`${url.origin} is not the server of this profile (${base.origin}).`);
    return url;
  }
  const rooted = path.startsWith("/") ? path : `/${path}`;
  const isWhole = rooted.startsWith(`${prefix}/`) || ["/openapi.json", "/healthz", "/readyz"].includes(rooted);
  return new URL(base.pathname.replace(/\/$/, "") + (isWhole ? rooted : prefix + rooted), base);
}

export async function sendRaw(
  connection: Connection,
  request: RawRequest,
  signal: AbortSignal,
  send: Fetch,
): Promise<RawAnswer> {
  const { method, url, headers, body } = request;
  headers.set("authorization", `Bearer ${requireKey(connection)}`);
  if (method === "POST" && !headers.has("idempotency-key")) headers.set("idempotency-key", crypto.randomUUID());
  const init = {
    method,
    headers,
    signal,
    redirect: "error" as const,
    ...(body === undefined ? {} : { body, duplex: "half" as const }),
  };
  const response = await attempt(() => send(new Request(url, init))).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  const text = await readText(response);
  const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "");
  const value = isJson ? parse(text) : undefined;
  if (response.ok) return value === undefined ? { type: "text", text } : { type: "json", value };
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const requestId = { request_id: response.headers.get("request-id") ?? undefined };
  throw failureOfProblem(
    response.status,
    // A problem has the form the contract promises; what else may answer here has no members we use.
    typeof value === "object" && value !== null ? { ...requestId, ...(value as ProblemBody) } : requestId,
    Number.isNaN(retryAfter) ? undefined : retryAfter,
  );
}

const attempt = async (send: () => Response | Promise<Response>) => send();

/** Undefined where something in between sent what is no JSON under its name. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  if (
    response.ok &&
    response.body &&
    type !== "" &&
    !/^(text\/|application\/([\w.-]+\+)?(json|x-ndjson|xml|yaml))/.test(type)
  ) {
    await response.body.cancel();
    throw usageFailure(`The answer is ${type}, which a terminal cannot show.`, {
      hint: "Files of exports: wizdata exports download.",
    });
  }
  return response.text();
}

function unreachable(url: URL, error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason =
    cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : "no answer") : String(cause);
  return new Failure("network", "unreachable", `${url.origin} cannot be reached: ${reason}.`, {
    next: ["wizdata auth status"],
    cause: error,
  });
}
