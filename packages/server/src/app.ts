import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { checkRoutes } from "./checks/routes.ts";
import { dataRoutes } from "./data/routes.ts";
import { qualityRoutes } from "./datasets/quality-routes.ts";
import { datasetRoutes } from "./datasets/routes.ts";
import { versionRoutes } from "./datasets/versions-routes.ts";
import { documentRoutes } from "./docs/routes.ts";
import { linkedFileRoutes, linkRoutes } from "./exports/links-routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import type { Env } from "./http/guard.ts";
import { allowedMethods } from "./http/methods.ts";
import { Problem } from "./http/problem.ts";
import { answerError, answerProblem, standingHeaders } from "./http/respond.ts";
import { type App, newRouter } from "./http/router.ts";
import { keyRoutes } from "./keys/routes.ts";
import { meRoutes } from "./me/routes.ts";
import { partnerRoutes } from "./partners/routes.ts";
import type { Services } from "./services.ts";
import { subscriptionRoutes } from "./subscriptions/routes.ts";
import { usageRoutes } from "./usage/routes.ts";

/** The whole API: one visible list of features. */
export function createApp(services: Services): App {
  const app = newRouter();
  const api = apiRoutes(services);
  app.use(async (c, next) => {
    c.set("services", services);
    const requestId = acceptableRequestId(c.req.header("request-id")) ?? services.newId("req");
    c.set("requestId", requestId);
    for (const [name, value] of Object.entries(standingHeaders(requestId))) c.header(name, value);
    refuseTwoHosts(c);
    await next();
  });
  app.route("/api/v1", api);
  app.route("/", healthRoutes(services));
  app.route("/", documentRoutes(api));
  app.route("/", linkedFileRoutes(services));
  app.onError(answerError);
  const methodsOf = allowedMethods(app);
  app.notFound((c) => {
    const allow = methodsOf(c.req.path);
    if (allow.length === 0 || allow.includes(c.req.method)) return answerProblem(c, new Problem("not_found"));
    return answerProblem(
      c,
      new Problem("method_not_allowed", {
        detail: `It answers to ${allow.join(", ")}.`,
        headers: { allow: allow.join(", ") },
      }),
    );
  });
  return app;
}

/** Without services it still describes itself, which is all the contract needs. */
export function apiRoutes(services: Services): App {
  const api = newRouter();
  for (const feature of [
    meRoutes,
    partnerRoutes,
    keyRoutes,
    datasetRoutes,
    versionRoutes,
    qualityRoutes,
    subscriptionRoutes,
    exportRoutes,
    linkRoutes,
    dataRoutes,
    usageRoutes,
    checkRoutes,
  ]) {
    api.route("/", feature(services));
  }
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path } = definition.route;
    if (!("x-wizdata-who" in definition.route))
      throw new Error(`${method} ${path} states no policy: make it with route().`);
  }
  return api;
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
