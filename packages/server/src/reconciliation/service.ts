import { Problem } from "../http/problem.ts";
import { findPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { archivesOf } from "./archives.ts";
import { BlockComparison, type BlockTotals } from "./compare-blocks.ts";
import { CounterSums, type CounterTotals, compareCounters } from "./compare-counters.ts";
import { compareRollups, type RollupTotals } from "./compare-rollups.ts";
import { Differences } from "./differences.ts";
import { visitEvents } from "./events.ts";
import { KeySums } from "./key-sums.ts";
import type { Reconciliation, ReconciliationQuery } from "./schemas.ts";
import { blocksOf, idsOf, type Span, spanOf } from "./span.ts";
import { reading } from "./steps.ts";
import { toFigures } from "./wire.ts";

/**
 * Holds events, rollups, months, counters and ledger against each other, to the unit, as they stood at one moment: each answer
 * was written to all of them in one commit, so whatever differs is a fault.
 */
export async function reconcile(
  { store, clock }: Services,
  query: ReconciliationQuery,
  signal: AbortSignal | undefined,
): Promise<Reconciliation> {
  const at = clock();
  const span = spanOf(query, at);
  if (query.partner_id !== undefined && !(await findPartner(store.db, query.partner_id)))
    throw new Problem("not_found");
  return store.snapshot((db) => compareAll(db, { span, partnerId: query.partner_id, at }, signal));
}

type Scope = { span: Span; partnerId: string | undefined; at: Date };

async function compareAll(
  db: Db,
  { span, partnerId, at }: Scope,
  signal: AbortSignal | undefined,
): Promise<Reconciliation> {
  const from = reading(db, signal);
  const differences = new Differences();
  const { months, isArchived, has } = await archivesOf(db, span);
  const keys = new KeySums(span);
  const counters = new CounterSums(span);
  const blocks = new BlockComparison(from, { ...blocksOf(span), isArchived }, differences);
  await visitEvents(from, idsOf(span, await isUsageReported(db)), {
    stored: (event) => blocks.add(event),
    counted(event) {
      if (has(event) || (partnerId !== undefined && event.partnerId !== partnerId)) return;
      keys.add(event);
      counters.add(event);
    },
    reached: (id) => blocks.reached(id),
  });
  const scope = { span, partnerId, isArchived };
  const ofRollups = await compareRollups(from, { ...scope, sums: keys }, differences);
  const ofCounters = await compareCounters(from, { ...scope, sums: counters }, differences);
  const ofBlocks = await blocks.end();
  return {
    ...{ from: span.from, to: span.to, partner_id: partnerId ?? null, at: at.toISOString() },
    ...figuresOf(span, ofRollups, ofCounters, ofBlocks),
    archived_months: months,
    differences_count: differences.count,
    differences: differences.shown,
  };
}

function figuresOf(
  { month }: Span,
  { events, rollups, months, keyDays, keyMonths }: RollupTotals,
  { compared, expected, used }: CounterTotals,
  { stored, events: inBlocks, blocks, signedDays, signedEvents }: BlockTotals,
): Pick<Reconciliation, "compared" | "totals"> {
  return {
    compared: { key_days: keyDays, key_months: keyMonths, counters: compared, blocks, signed_days: signedDays },
    totals: {
      events: toFigures(events),
      rollups: toFigures(rollups),
      months: month === undefined ? null : toFigures(months),
      counters: { expected, used },
      ledger: { stored, events: inBlocks, blocks, signed_days: signedDays, signed_events: signedEvents },
    },
  };
}

/** Whether there is usage that was measured elsewhere, which may be about days long before it was reported. */
async function isUsageReported(db: Db): Promise<boolean> {
  const { reportedUsage } = db.t;
  const [row] = await db.select({ id: reportedUsage.id }).from(reportedUsage).limit(1);
  return row !== undefined;
}
