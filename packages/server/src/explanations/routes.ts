import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { ExplanationParam, UsageExplanation } from "./schemas.ts";
import { explainRequest } from "./service.ts";

const explain = route({
  operationId: "usage.explain",
  method: "get",
  path: "/usage/requests/{request_id}",
  tags: ["usage"],
  policy: { who: ["operator", "partner"], scope: "usage:read" },
  summary: "Explain a metered request",
  description:
    "By its `Request-Id` or its receipt: who asked for what, which limits were seen at that moment, why it was let through, what it cost and how that is computed, and what proves it in the ledger.",
  request: { params: ExplanationParam },
  responses: { 200: reply(UsageExplanation, "Each metered answer of the request") },
  problems: ["not_found"],
});

export function explanationRoutes(services: Services) {
  return newRouter().openapi(explain, async (c) =>
    c.json(await explainRequest(services, c.get("call"), c.req.valid("param").request_id), 200),
  );
}
