import { z } from "@hono/zod-openapi";
import { preferred } from "../http/accept.ts";
import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { toCsv } from "./csv.ts";
import { listLimits } from "./limits.ts";
import { reportUsage } from "./report.ts";
import { Limits, LimitsQuery, UsageEvent, UsageEventParam, UsageQuery, UsageReport } from "./schemas.ts";
import { retrieveUsageEvent } from "./service.ts";

const policy = { who: ["operator", "partner"], scope: "usage:read" } as const;
const tags = ["usage"];

const report = route({
  operationId: "usage.report",
  method: "get",
  path: "/usage",
  tags,
  policy,
  summary: "Report usage",
  description:
    "Every answer is in it as soon as it is given. Days are those of the partner's time zone. As CSV with `Accept: text/csv` or `?format=csv`: the same figures, without totals.",
  request: { query: UsageQuery },
  responses: {
    200: {
      description: "The report",
      content: { ...reply(UsageReport, "").content, "text/csv": { schema: z.string() } },
    },
  },
  problems: ["not_found"],
});

const limits = route({
  operationId: "usage.limits",
  method: "get",
  path: "/usage/limits",
  tags,
  policy,
  summary: "Read the limits as they stand",
  description:
    "What is used, reserved and left of each limit, and when it resets. Minutes are those of the process that answers.",
  request: { query: LimitsQuery },
  responses: { 200: reply(Limits, "Every limit of the partner") },
  problems: ["not_found"],
});

const event = route({
  operationId: "usage.event",
  method: "get",
  path: "/usage/events/{id}",
  tags,
  policy,
  summary: "Read a usage event",
  description: "By the id that a metered answer carries as `WizData-Receipt`.",
  request: { params: UsageEventParam },
  responses: { 200: reply(UsageEvent, "The usage event") },
  problems: ["not_found"],
});

export function usageRoutes(services: Services) {
  return newRouter()
    .openapi(report, async (c): Promise<Response> => {
      const query = c.req.valid("query");
      const result = await reportUsage(services, c.get("call"), query);
      const headers = { "cache-control": "no-store", vary: "accept" };
      const format = query.format ?? (preferred(c.req.header("accept"), types) === "text/csv" ? "csv" : "json");
      return format === "json"
        ? c.json(result, 200, headers)
        : c.body(toCsv(result), 200, { ...headers, "content-type": "text/csv; charset=utf-8" });
    })
    .openapi(limits, async (c) => c.json(await listLimits(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(event, async (c) =>
      c.json(await retrieveUsageEvent(services, c.get("call"), c.req.valid("param").id), 200),
    );
}

const types = ["application/json", "text/csv"] as const;
