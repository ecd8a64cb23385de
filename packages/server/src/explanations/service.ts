import { findEvent, findReversalOf } from "../archives/find-event.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { leafOf } from "../meter/block.ts";
import type { Services } from "../services.ts";
import { toAmount } from "../usage/amounts.ts";
import { dealThen, segmentOf } from "./deal.ts";
import { proofOf } from "./proof.ts";
import { type EventRow, eventsOfRequest, findAccepted, findBlock, findCaller, findSubscription } from "./queries.ts";
import type { ExplainedEvent, UsageExplanation } from "./schemas.ts";
import { costText, decisionText, seenLimits } from "./words.ts";

/** Everything that is known of why a request was let through and what it cost. A partner sees its own. */
export async function explainRequest(services: Services, call: Call, asked: string): Promise<UsageExplanation> {
  const events = await eventsAskedFor(services, asked, call.principal.partnerId);
  if (events.length === 0)
    throw new Problem("not_found", {
      detail: "An answer whose month is in an archive is explained by its receipt alone, not by its Request-Id.",
    });
  const data: ExplainedEvent[] = [];
  for (const event of events) data.push(await explainEvent(services, event));
  return { request_id: asked, data };
}

/** By a receipt wherever its event is by now: an archive has no index of the ids of requests. */
async function eventsAskedFor(services: Services, asked: string, partnerId: string | null): Promise<EventRow[]> {
  if (!asked.startsWith("use_")) return eventsOfRequest(services.store.db, asked, partnerId);
  const found = await findEvent(services, asked, partnerId);
  // Who has a reversal wants to know of what.
  const event = found?.corrects ? await findEvent(services, found.corrects, partnerId) : found;
  return event ? [event] : [];
}

async function explainEvent(services: Services, event: EventRow): Promise<ExplainedEvent> {
  const { db } = services.store;
  const [caller, deal, subscription, accepted, reversal, block, proven] = await Promise.all([
    findCaller(db, event),
    dealThen(db, event),
    findSubscription(db, event.subscriptionId),
    findAccepted(db, event),
    findReversalOf(services, event.id, event.partnerId),
    findBlock(db, event),
    proofOf(services, event),
  ]);
  const { periodStart, priceVersion } = segmentOf(event);
  const currency = subscription?.currency ?? deal?.pricePerCall.currency ?? "";
  return {
    receipt: event.id,
    request_id: event.requestId,
    at: event.at.toISOString(),
    who: {
      partner_id: event.partnerId,
      company: caller?.company ?? "",
      key_id: event.keyId,
      key_name: caller?.name ?? "",
      lineage_id: event.lineageId,
      mode: caller?.mode ?? "",
    },
    what: {
      operation: event.operation,
      dataset: event.dataset,
      version: event.version,
      asked: event.asked,
      status: event.status,
    },
    limits: seenLimits(event),
    decision: {
      because: decisionText(event),
      subscription_id: event.subscriptionId,
      tier: deal?.tier ?? null,
      billing: deal?.billing ?? null,
      period_start: periodStart,
      price_version: priceVersion,
      override: deal?.override ?? null,
      terms: accepted ? { version: accepted.version, accepted_at: accepted.acceptedAt.toISOString() } : null,
    },
    rows: event.rows,
    bytes: event.bytes,
    units: event.units,
    cost: {
      ...toAmount(BigInt(event.amountMillis), currency),
      price_per_call: deal?.pricePerCall ?? null,
      price_per_1000_rows: deal?.pricePer1000Rows ?? null,
      computed: costText(event, deal, caller?.mode ?? ""),
    },
    reversal: toReversal(reversal),
    block: toBlock(event, block),
    leaf: leafOf({ ...event, at: event.at.getTime() }),
    ...proven,
  };
}

function toReversal(row: EventRow | undefined): ExplainedEvent["reversal"] {
  if (!row) return null;
  return { receipt: row.id, outcome: row.outcome, reason: row.reason ?? "", at: row.at.toISOString() };
}

function toBlock({ chain, block }: EventRow, row: { hash: string; at: Date } | undefined): ExplainedEvent["block"] {
  if (chain === "") return null;
  return { chain, seq: block, hash: row?.hash ?? null, at: row?.at.toISOString() ?? null };
}
