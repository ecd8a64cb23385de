// Which pages of other origins may use this API. No cookie is ever involved: whoever sends a request has the key to it.

/** What a page's script may send beside what browsers always let it. */
const requestHeaders = [
  "Authorization",
  "Content-Digest",
  "Content-Encoding",
  "Content-Type",
  "Idempotency-Key",
  "If-Match",
  "If-None-Match",
  "If-Range",
  "Range",
  "Request-Id",
  "WizData-Call",
  "X-API-Key",
].join(", ");

/** What it may read of an answer beside what browsers always show it. */
export const exposedHeaders = [
  "Accept-Ranges",
  "Allow",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Length",
  "Content-Range",
  "Deprecation",
  "ETag",
  "Idempotency-Replayed",
  "Link",
  "Location",
  "RateLimit",
  "RateLimit-Policy",
  "Repr-Digest",
  "Request-Id",
  "Retry-After",
  "Sunset",
  "WizData-Bytes-Scanned",
  "WizData-Cutoff",
  "WizData-Dataset-Version",
  "WizData-Next-Cursor",
  "WizData-Receipt",
  "WizData-Rows",
  "WizData-Sync-Token",
];

const preflightSecondsMax = 600;

/** Headers of every answer. An origin is let in by its exact text, so `null` and subdomains never are. */
export function corsHeaders(allowed: ReadonlySet<string>, origin: string | undefined): Record<string, string> {
  if (allowed.size === 0) return {};
  if (origin === undefined || !allowed.has(origin)) return { vary: "Origin" };
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": exposedHeaders.join(", "),
  };
}

/** The answer to a browser that asks before it sends; undefined when that is not what was asked, or not for this origin. */
export function answerPreflight(
  allowed: ReadonlySet<string>,
  request: { method: string; header(name: string): string | undefined },
  methods: readonly string[],
): Record<string, string> | undefined {
  const origin = request.header("origin");
  if (request.method !== "OPTIONS" || origin === undefined || !allowed.has(origin)) return undefined;
  if (request.header("access-control-request-method") === undefined || methods.length === 0) return undefined;
  return {
    vary: "Access-Control-Request-Method, Access-Control-Request-Headers",
    "access-control-allow-methods": methods.join(", "),
    "access-control-allow-headers": requestHeaders,
    "access-control-max-age": String(preflightSecondsMax),
  };
}
