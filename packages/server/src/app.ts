import { checkRoutes } from "./checks/routes.ts";
import { changesRoutes } from "./data/changes-routes.ts";
import { dataRoutes } from "./data/routes.ts";
import { lifecycleRoutes } from "./datasets/lifecycle-routes.ts";
import { qualityRoutes } from "./datasets/quality-routes.ts";
import { datasetRoutes } from "./datasets/routes.ts";
import { snippetRoutes } from "./datasets/snippets-routes.ts";
import { versionRoutes } from "./datasets/versions-routes.ts";
import { versionVerbRoutes } from "./datasets/versions-verbs-routes.ts";
import { documentRoutes } from "./docs/routes.ts";
import { explanationRoutes } from "./explanations/routes.ts";
import { estimateRoutes } from "./exports/estimate-routes.ts";
import { linkedFileRoutes, linkRoutes } from "./exports/links-routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { front } from "./http/front.ts";
import { allowedMethods } from "./http/methods.ts";
import { Problem } from "./http/problem.ts";
import { answerError, answerProblem } from "./http/respond.ts";
import { type App, newRouter } from "./http/router.ts";
import { keyRoutes } from "./keys/routes.ts";
import { ledgerKeyRoutes, publicKeyRoutes } from "./ledger/keys-routes.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { meRoutes } from "./me/routes.ts";
import { onboardingRoutes } from "./partners/onboarding-routes.ts";
import { partnerRoutes } from "./partners/routes.ts";
import { reconciliationRoutes } from "./reconciliation/routes.ts";
import type { Services } from "./services.ts";
import { sharingRoutes } from "./sharing/routes.ts";
import { sqlRoutes } from "./sql/routes.ts";
import { subscriptionRoutes } from "./subscriptions/routes.ts";
import { termsRoutes } from "./terms/routes.ts";
import { uploadRoutes } from "./uploads/routes.ts";
import { usageEventRoutes } from "./usage/events-routes.ts";
import { usageRoutes } from "./usage/routes.ts";

/** The whole API: one visible list of features. */
export function createApp(services: Services): App {
  const app = newRouter();
  const api = apiRoutes(services);
  let methodsOf: (path: string) => string[] = () => [];
  app.use(front(services, (path) => methodsOf(path)));
  app.route("/api/v1", api);
  app.route("/", healthRoutes(services));
  app.route("/", documentRoutes(api));
  app.route("/", linkedFileRoutes(services));
  app.route("/", sharingRoutes(services));
  app.route("/", publicKeyRoutes(services));
  app.onError(answerError);
  methodsOf = allowedMethods(app);
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
    onboardingRoutes,
    keyRoutes,
    datasetRoutes,
    lifecycleRoutes,
    versionRoutes,
    versionVerbRoutes,
    termsRoutes,
    uploadRoutes,
    qualityRoutes,
    snippetRoutes,
    subscriptionRoutes,
    exportRoutes,
    estimateRoutes,
    linkRoutes,
    dataRoutes,
    changesRoutes,
    sqlRoutes,
    explanationRoutes,
    reconciliationRoutes,
    usageRoutes,
    ledgerRoutes,
    usageEventRoutes,
    ledgerKeyRoutes,
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
