import type { ExplainedEvent, UsageExplanation } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { record, sections, table, type View } from "../output/view.ts";

/** A page for each metered answer of the request, the latest first. */
export function explanationView({ data }: UsageExplanation): View {
  const [only, ...more] = data;
  if (only && more.length === 0) return eventView(only);
  return sections(Object.fromEntries(data.map((event) => [event.receipt, eventView(event)])));
}

function eventView(event: ExplainedEvent): View {
  const { what, who, decision, cost, rows, bytes, units } = event;
  const { override, terms, tier, billing } = decision;
  return sections({
    answer: record({ receipt: event.receipt, request: event.request_id, at: timeText(event.at), ...what }),
    who: record({ ...who }),
    limits: limitsTable(event),
    decision: record({
      because: decision.because,
      subscription: decision.subscription_id,
      tier: tier ?? "not known any more",
      billing: billing ?? "not known any more",
      billed_in: `the period from ${decision.period_start}, under price ${decision.price_version}`,
      override: override ? `${overrideText(override)}, until ${timeText(override.until)}: ${override.reason}` : "none",
      terms: terms ? `version ${terms.version}, accepted ${timeText(terms.accepted_at)}` : "none accepted",
    }),
    cost: record({ rows, bytes, units, amount: moneyText(cost.amount), exactly: cost.computed }),
    ...reversalOf(event),
    ledger: ledgerRecord(event),
  });
}

function limitsTable({ limits }: ExplainedEvent): View {
  return table(limits, {
    limit: ({ name }) => name,
    of: ({ period }) => period ?? "the last 60 s",
    used: ({ used, measure }) => (measure === "amount_millis" ? used / 1000 : used),
    allowed: ({ limit, measure }) =>
      limit === null ? "not limited" : measure === "amount_millis" ? limit / 1000 : limit,
    in: ({ measure }) => (measure === "amount_millis" ? "minor units of money" : measure),
  });
}

function overrideText({ per_minute, per_day, per_month }: NonNullable<ExplainedEvent["decision"]["override"]>): string {
  const given = [
    ["a minute", per_minute],
    ["a day", per_day],
    ["a month", per_month],
  ].filter(([, limit]) => limit !== null);
  return given.map(([window, limit]) => `${limit} ${window}`).join(", ");
}

function reversalOf({ reversal }: ExplainedEvent): Record<string, View> {
  if (!reversal) return {};
  const { receipt, outcome, reason, at } = reversal;
  return { taken_back: record({ receipt, outcome, reason, at: timeText(at) }) };
}

function ledgerRecord({ block, leaf, proof, proof_note: note }: ExplainedEvent): View {
  const ofBlock = block
    ? { chain: block.chain, block: block.seq, block_hash: block.hash ?? "missing", stored_at: timeText(block.at) }
    : { block: "none: it is older than the ledger" };
  if (!proof) return record({ ...ofBlock, leaf, proof: note });
  const { day, signed, partner, event } = proof;
  return record({
    ...ofBlock,
    leaf,
    proof: `number ${event.index} of ${partner?.events} of the partner's day ${day}, by ${event.path.length} hashes`,
    partner_root: partner?.root,
    day_root: signed.root,
    signature: signed.signature,
    signed_by: `${signed.key_id} at ${timeText(signed.signed_at)}`,
  });
}
