import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { listUsageEvents } from "./events-list.ts";
import {
  NewReportedUsage,
  NewReversal,
  ReportedUsageResult,
  UsageEventPage,
  UsageEventsQuery,
} from "./events-schemas.ts";
import { reportUsageEvents } from "./reported.ts";
import { reverseUsageEvent } from "./reversal.ts";
import { UsageEvent, UsageEventParam } from "./schemas.ts";
import { totalUsage } from "./totals.ts";
import { UsageTotals, UsageTotalsQuery } from "./totals-schemas.ts";

const mayRead = { who: ["operator", "partner"], scope: "usage:read" } as const;
const mayWrite = { who: ["operator"], scope: "usage:write" } as const;
const tags = ["usage"];

const list = route({
  operationId: "usage.events",
  method: "get",
  path: "/usage/events",
  tags,
  policy: mayRead,
  summary: "List usage events",
  description:
    "Oldest first, each with what it cost; reversals are events of their own, with negative figures and `corrects`. An operator may name a partner, or see everybody's. An answer is listed by when it was begun, so events of the last seconds may still come before those that a page ended with.",
  request: { query: UsageEventsQuery },
  responses: { 200: reply(UsageEventPage, "A page of usage events") },
  problems: ["not_found", "invalid_cursor"],
});

const record = route({
  operationId: "usage.record",
  method: "post",
  path: "/usage/events",
  tags,
  policy: mayWrite,
  summary: "Report usage that was measured elsewhere",
  description:
    "All of it is stored in one commit, or nothing. By partner, source and id each is counted once, for ever: the same content again changes nothing, other content is refused. It counts in limits but is refused by none, since it has been used.",
  request: { body: body(NewReportedUsage) },
  responses: { 200: reply(ReportedUsageResult, "The usage event of each, and whether it is new") },
  problems: ["usage_conflict"],
});

const reverse = route({
  operationId: "usage.reverse",
  method: "post",
  path: "/usage/events/{id}/reverse",
  tags,
  policy: mayWrite,
  summary: "Take a usage event back",
  description:
    "By a new event that is its negative, in the same day and billing period; nothing is edited. Its units go back to the limits they were taken from. An event of a month that is in an archive is taken back in the same way.",
  request: { params: UsageEventParam, body: body(NewReversal) },
  responses: { 201: reply(UsageEvent, "The reversal") },
  problems: ["not_found", "conflict"],
});

const totals = route({
  operationId: "usage.totals",
  method: "get",
  path: "/usage/totals",
  tags,
  policy: { who: ["operator"], scope: "usage:read" },
  summary: "Report the usage of all partners",
  description:
    "By whole months, each partner's in its own time zone. It takes as long after a billion answers as after a thousand.",
  request: { query: UsageTotalsQuery },
  responses: { 200: reply(UsageTotals, "The report") },
  problems: [],
});

export function usageEventRoutes(services: Services) {
  return newRouter()
    .openapi(list, async (c) => c.json(await listUsageEvents(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(record, async (c) => c.json(await reportUsageEvents(services, c.get("call"), c.req.valid("json")), 200))
    .openapi(reverse, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await reverseUsageEvent(services, c.get("call"), id, c.req.valid("json")), 201);
    })
    .openapi(totals, async (c) => c.json(await totalUsage(services, c.req.valid("query")), 200));
}
