import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { completeStep, reopenStep, retrieveOnboarding } from "./onboarding.ts";
import { Onboarding, StepDone, StepParam } from "./onboarding-schemas.ts";

const mayWrite = { who: ["operator"], scope: "partners:write" } as const;
const tags = ["partners"];

const retrieve = route({
  operationId: "partners.onboarding",
  method: "get",
  path: "/partners/{id}/onboarding",
  tags,
  policy: { who: ["operator", "partner"], scope: "partners:read" },
  summary: "See how far a partner is",
  description:
    "From the company to its first call, each step with its time. Facts are read from what happened; the others an operator has stated. A partner's key sees its own.",
  request: { params: IdParam("par") },
  responses: { 200: reply(Onboarding, "The steps in order") },
  problems: ["not_found"],
});

const complete = route({
  operationId: "partners.completeStep",
  method: "post",
  path: "/partners/{id}/onboarding/{step}",
  tags,
  policy: mayWrite,
  summary: "State that a step is done",
  description: "With a note that says how one knows. Only for steps that no fact proves.",
  request: { params: StepParam, body: body(StepDone) },
  responses: { 200: reply(Onboarding, "The steps as they are now") },
  problems: ["not_found", "conflict"],
});

const reopen = route({
  operationId: "partners.reopenStep",
  method: "post",
  path: "/partners/{id}/onboarding/{step}/reopen",
  tags,
  policy: mayWrite,
  summary: "Take back that a step is done",
  description: "For what was stated by mistake or no longer holds. The audit trail keeps both.",
  request: { params: StepParam },
  responses: { 200: reply(Onboarding, "The steps as they are now") },
  problems: ["not_found", "conflict"],
});

export function onboardingRoutes(services: Services) {
  return newRouter()
    .openapi(retrieve, async (c) =>
      c.json(await retrieveOnboarding(services, c.get("call"), c.req.valid("param").id), 200),
    )
    .openapi(complete, async (c) =>
      c.json(await completeStep(services, c.get("call"), c.req.valid("param"), c.req.valid("json")), 200),
    )
    .openapi(reopen, async (c) => c.json(await reopenStep(services, c.get("call"), c.req.valid("param")), 200));
}
