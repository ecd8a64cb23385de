import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Services } from "../services.ts";
import { answerPreflight, corsHeaders } from "./cors.ts";
import type { Env } from "./guard.ts";
import { Problem } from "./problem.ts";
import { answer } from "./respond.ts";

/** What every request passes first, whatever it is for: its id, the headers of any answer to it, and whose pages may ask. */
export function front(services: Services, methodsOf: (path: string) => string[]): MiddlewareHandler<Env> {
  const { metrics } = services;
  const { corsOrigins } = services.config;
  return async (c, next) => {
    const requestId = acceptableRequestId(c.req.header("request-id")) ?? services.newId("req");
    c.set("services", services);
    c.set("requestId", requestId);
    const head = judgeHead(c);
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const standing = {
      "request-id": requestId,
      "x-content-type-options": "nosniff",
      // Nobody reads it, and the connection is of no use until it has come.
      ...(isRead && head.hasBody ? { connection: "close" } : {}),
      ...corsHeaders(corsOrigins, c.req.header("origin")),
    };
    c.set("standingHeaders", standing);
    // Of two hosts a proxy before us may have judged one and we would serve the other.
    if (head.hosts > 1) throw new Problem("invalid_request", { detail: "Send one Host header." });
    if (c.req.method === "OPTIONS") {
      const preflight = answerPreflight(corsOrigins, c.req, methodsOf(c.req.path));
      if (preflight) return answer(c, null, 204, preflight);
    }
    if (!metrics) return next();
    const startedMs = performance.now();
    await next();
    metrics.answered(c.get("operation") ?? "other", c.res.status, performance.now() - startedMs);
  };
}

/** What the adapter's view of a request hides. An in-process call, as in tests, has no headers but that view. */
function judgeHead(c: Context<Env>): { hosts: number; hasBody: boolean } {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const names = incoming?.rawHeaders ?? [];
  let hosts = 0;
  let hasBody = false;
  for (let at = 0; at < names.length; at += 2) {
    const name = names[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts += 1;
    else if (name.length === 14 || name.length === 17) hasBody ||= bodyHeader.test(name);
  }
  return { hosts, hasBody };
}

const bodyHeader = /^(content-length|transfer-encoding)$/i;

/** It goes into logs, rows and answers: so it is plain, short, and no key that was put into the wrong header. */
function acceptableRequestId(given: string | undefined): string | undefined {
  return given !== undefined && /^(?!.*wz_)[A-Za-z0-9_-]{1,64}$/.test(given) ? given : undefined;
}
