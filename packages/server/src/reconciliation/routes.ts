import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { takeTurns } from "../store/turns.ts";
import { compareReceipts } from "./receipts.ts";
import { ReceiptsAnswer, ReceiptsQuestion } from "./receipts-schemas.ts";
import { Reconciliation, ReconciliationQuery } from "./schemas.ts";
import { reconcile } from "./service.ts";

const policy = { who: ["operator"], scope: "usage:read" } as const;
const tags = ["usage"];

const retrieve = route({
  operationId: "usage.reconciliation",
  method: "get",
  path: "/usage/reconciliation",
  tags,
  policy,
  summary: "Reconcile usage",
  description:
    "Holds usage events, rollups, months, counters and ledger against each other, per key and day, to the unit, as they stood at one moment: what is being written meanwhile is in none of them. It reads every event, in small steps beside the work, so it takes its time: one runs after the other.",
  request: { query: ReconciliationQuery },
  responses: { 200: reply(Reconciliation, "What differs, and what all of it comes to") },
  problems: ["not_found"],
});

const receipts = route({
  operationId: "usage.receipts",
  method: "post",
  path: "/usage/receipts",
  tags,
  policy: { ...policy, readsOnly: true },
  summary: "Compare receipts",
  description:
    "Holds lines of an access log against the usage events: each has one, with the same partner, key, rows and bytes. With `between` it also names the answers in between that have no line. It changes nothing.",
  request: { body: body(ReceiptsQuestion) },
  responses: { 200: reply(ReceiptsAnswer, "What has no counterpart, and what differs") },
});

export function reconciliationRoutes(services: Services) {
  // Each holds sums of every key and day in memory.
  const inTurn = takeTurns();
  return newRouter()
    .openapi(retrieve, async (c) => {
      const { signal } = c.req.raw;
      return c.json(await inTurn(() => reconcile(services, c.req.valid("query"), signal)), 200);
    })
    .openapi(receipts, async (c) =>
      c.json(await compareReceipts(services, c.req.valid("json"), c.req.raw.signal), 200),
    );
}
