import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { Check, CheckPage, CheckQuery, CheckWait, NewCheck } from "./schemas.ts";
import { createCheck, listChecks, retrieveCheck } from "./service.ts";

const mayRead = { who: ["operator"], scope: "checks:read" } as const;
const tags = ["checks"];

const create = route({
  operationId: "checks.create",
  method: "post",
  path: "/checks",
  tags,
  policy: { who: ["operator"], scope: "checks:write" },
  summary: "Check the platform",
  description:
    "Holds everything that is stored against what must be true of it: counters, rollups and events agree, every part and file has its hash, nothing is left over. It changes nothing, and runs beside the work.",
  request: { body: body(NewCheck) },
  responses: { 202: reply(Check, "The check that has begun") },
  problems: ["conflict"],
});

const list = route({
  operationId: "checks.list",
  method: "get",
  path: "/checks",
  tags,
  policy: mayRead,
  summary: "List checks",
  description: "Newest first; the last 100 are kept.",
  request: { query: CheckQuery },
  responses: { 200: reply(CheckPage, "A page of checks") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "checks.retrieve",
  method: "get",
  path: "/checks/{id}",
  tags,
  policy: mayRead,
  summary: "Read a check",
  description: "With its findings when it has ended. `wait_seconds` holds the answer back until then.",
  request: { params: IdParam("chk"), query: CheckWait },
  responses: { 200: reply(Check, "The check") },
  problems: ["not_found"],
});

export function checkRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) => c.json(await createCheck(services, c.get("call"), c.req.valid("json")), 202))
    .openapi(list, async (c) => c.json(await listChecks(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) => {
      const waitMs = c.req.valid("query").wait_seconds * 1_000;
      return c.json(await retrieveCheck(services, c.req.valid("param").id, waitMs), 200);
    });
}
