import { Hono } from "hono";
import type { Env } from "../http/guard.ts";
import { answerJson } from "../http/respond.ts";
import type { Services } from "../services.ts";

/** `/healthz`: the process lives. `/readyz`: it should get traffic. */
export function healthRoutes({ store, readiness }: Services): Hono<Env> {
  return new Hono<Env>()
    .get("/healthz", (c) => answerJson(c, { status: "ok" }))
    .get("/readyz", async (c) => {
      const reason =
        readiness.reason ??
        (await store.ping().then(
          () => undefined,
          () => "the database does not answer",
        ));
      return reason === undefined
        ? answerJson(c, { status: "ready" })
        : answerJson(c, { status: "not ready", reason }, 503, { "retry-after": "1" });
    });
}
