import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { createEstimate } from "./estimate.ts";
import { Estimate, NewEstimate } from "./estimate-schemas.ts";

const create = route({
  operationId: "estimates.create",
  method: "post",
  path: "/estimates",
  tags: ["exports"],
  policy: { who: ["partner"], scope: "data:read", readsOnly: true },
  summary: "Estimate a query or an export",
  description:
    "The rows, bytes and files that it would come to, before it is ordered. It takes one call of the minute and no quota, and nothing is stored.",
  request: { body: body(NewEstimate) },
  responses: { 200: reply(Estimate, "The estimate") },
  problems: [
    "not_found",
    "no_version_published",
    "dataset_retired",
    "subscription_required",
    "feature_not_licensed",
    "terms_not_accepted",
    "query_too_broad",
    "version_retracted",
    "version_removed",
  ],
});

export function estimateRoutes(services: Services) {
  return newRouter().openapi(create, async (c) =>
    c.json(await createEstimate(services, c.get("call"), c.req.valid("json")), 200),
  );
}
