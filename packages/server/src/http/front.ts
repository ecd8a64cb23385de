import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Services } from "../services.ts";
import { answerPreflight, corsHeaders } from "./cors.ts";
import type { Env } from "./guard.ts";
import { Problem } from "./problem.ts";
import { answer } from "./respond.ts";

/** What every request passes first, whatever it is for: its id, the headers of any answer to it, and whose pages may ask. */
export function front(services: Services, methodsOf: (path: string) => string[]): MiddlewareHandler<Env> {
  const { corsOrigins } = services.config;
  return async (c, next) => {
    const requestId = acceptableRequestId(c.req.header("request-id")) ?? services.newId("req");
    c.set("services", services);
    c.set("requestId", requestId);
    const standing = {
      "request-id": requestId,
      "x-content-type-options": "nosniff",
      ...corsHeaders(corsOrigins, c.req.header("origin")),
    };
    c.set("standingHeaders", standing);
    for (const [name, value] of Object.entries(standing)) c.header(name, value);
    refuseTwoHosts(c);
    if (c.req.method !== "OPTIONS") return next();
    const preflight = answerPreflight(corsOrigins, c.req, methodsOf(c.req.path));
    return preflight ? answer(c, null, 204, preflight) : next();
  };
}

/** Of two hosts a proxy before us may have judged one and we would serve the other. */
function refuseTwoHosts(c: Context<Env>): void {
  // An in-process call, as in tests, has no headers but its own.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const names = incoming?.rawHeaders.filter(
    (text, at) => at % 2 === 0 && text.length === 4 && text.toLowerCase() === "host",
  );
  if (names && names.length > 1) throw new Problem("invalid_request", { detail: "Send one Host header." });
}

/** It goes into logs, rows and answers: so it is plain, short, and no key that was put into the wrong header. */
function acceptableRequestId(given: string | undefined): string | undefined {
  return given !== undefined && /^(?!.*wz_)[A-Za-z0-9_-]{1,64}$/.test(given) ? given : undefined;
}
