import { Hono } from "hono";
import type { Env } from "../http/guard.ts";
import type { Services } from "../services.ts";

const uncached = { "cache-control": "no-store" };

/** `/healthz`: the process lives. `/readyz`: it should get traffic. */
export function healthRoutes({ store, readiness }: Services): Hono<Env> {
  return new Hono<Env>()
    .get("/healthz", (c) => c.json({ status: "ok" }, 200, uncached))
    .get("/readyz", async (c) => {
      const reason =
        readiness.reason ??
        (await store.ping().then(
          () => undefined,
          () => "the database does not answer",
        ));
      return reason === undefined
        ? c.json({ status: "ready" }, 200, uncached)
        : c.json({ status: "not ready", reason }, 503, { ...uncached, "retry-after": "1" });
    });
}
