import type { MiddlewareHandler } from "hono";
import type { Env } from "../http/guard.ts";

/** What the protocol's own servers say for a status. */
const errorCodes: Record<number, string> = {
  400: "INVALID_PARAMETER_VALUE",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "RESOURCE_DOES_NOT_EXIST",
  405: "UNSUPPORTED_OPERATION",
  410: "RESOURCE_GONE",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
};

/** Whatever went wrong, and wherever, is told in the form that clients of the protocol read. */
export const protocolForm: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { status, headers } = c.res;
  if (headers.get("content-type") !== "application/problem+json") return;
  const { title, detail } = (await c.res.json()) as { title: string; detail?: string }; // a problem of ours
  const errorCode = errorCodes[status] ?? (status < 500 ? "INVALID_PARAMETER_VALUE" : "INTERNAL_ERROR");
  const told = new Headers(headers);
  told.set("content-type", "application/json; charset=utf-8");
  // Taken away first: hono would keep the old headers beside the new ones.
  c.res = undefined;
  c.res = new Response(JSON.stringify({ errorCode, message: detail ?? title }), { status, headers: told });
};
