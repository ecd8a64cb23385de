import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { LedgerQuery, UsageLedger } from "./schemas.ts";
import { readLedger } from "./service.ts";

const ledger = route({
  operationId: "usage.ledger",
  method: "get",
  path: "/usage/ledger",
  tags: ["usage"],
  policy: { who: ["operator", "partner"], scope: "usage:read" },
  summary: "Read the signed ledger of a day",
  description:
    "A partner's usage events of a UTC day, each with what proves that it is in what the platform signed when the day was over: without trust, without any other event, and without a word about other partners. The command `usage verify` checks it offline.",
  request: { query: LedgerQuery },
  responses: { 200: reply(UsageLedger, "The day, the proof of the partner's part of it, and a page of its events") },
  problems: ["not_found", "invalid_cursor", "ledger_not_signed", "ledger_not_readable"],
});

export function ledgerRoutes(services: Services) {
  return newRouter().openapi(ledger, async (c) =>
    c.json(await readLedger(services, c.get("call"), c.req.valid("query")), 200),
  );
}
