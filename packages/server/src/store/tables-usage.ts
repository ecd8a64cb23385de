import type { Columns } from "./columns.postgres.ts";
import { sql } from "./drizzle.ts";

/** What was used, what may still be, and what was refused. */
export function defineUsage(c: Columns) {
  const usageEvents = c.table(
    "usage_events",
    {
      id: c.text("id").notNull(),
      partnerId: c.text("partner_id").notNull(),
      subscriptionId: c.text("subscription_id").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      keyId: c.text("key_id").notNull(),
      dataset: c.text("dataset").notNull(),
      version: c.count("version").notNull(),
      operation: c.text("operation").notNull(),
      outcome: c.text("outcome").notNull(),
      status: c.count("status").notNull(),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      units: c.count("units").notNull(),
      amountMillis: c.count("amount_millis").notNull(),
      segment: c.text("segment").notNull(),
      localDate: c.text("local_date").notNull(),
      localHour: c.count("local_hour").notNull(),
      requestId: c.text("request_id").notNull(),
      // What was asked, and the windows as they stood with this answer: for whoever has to explain it later.
      asked: c.text("asked").notNull().default(""),
      limits: c.text("limits").notNull().default(""),
      // Of a reversal: the event it takes back, and why.
      corrects: c.text("corrects"),
      reason: c.text("reason"),
      // The block that it was stored in; no chain in what is older than the ledger.
      chain: c.text("chain").notNull().default(""),
      block: c.count("block").notNull().default(0),
      at: c.time("at").notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.id, t.partnerId] }),
      c.index("usage_events_request").on(t.requestId),
      c.index("usage_events_corrects").on(t.corrects).where(sql`corrects is not null`),
    ],
  );

  // Keyed by owner, window and its start, never by key or subscription: rotation and change of tier reset nothing.
  const counters = c.table(
    "counters",
    {
      owner: c.text("owner").notNull(),
      window: c.text("window").notNull(),
      start: c.text("start").notNull(),
      used: c.count("used").notNull(),
      held: c.count("held").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.owner, t.window, t.start] })],
  );

  const rollups = c.table(
    "rollups",
    {
      partnerId: c.text("partner_id").notNull(),
      subscriptionId: c.text("subscription_id").notNull(),
      segment: c.text("segment").notNull(),
      localDate: c.text("local_date").notNull(),
      localHour: c.count("local_hour").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      keyId: c.text("key_id").notNull(),
      dataset: c.text("dataset").notNull(),
      operation: c.text("operation").notNull(),
      outcome: c.text("outcome").notNull(),
      calls: c.count("calls").notNull(),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      units: c.count("units").notNull(),
      amountMillis: c.count("amount_millis").notNull(),
    },
    (t) => [
      c.primaryKey({
        columns: [
          t.partnerId,
          t.localDate,
          t.localHour,
          t.subscriptionId,
          t.segment,
          t.lineageId,
          t.keyId,
          t.dataset,
          t.operation,
          t.outcome,
        ],
      }),
    ],
  );

  // The same by month: a report over a year reads twelve rows of a key, however often it called.
  const rollupMonths = c.table(
    "rollup_months",
    {
      partnerId: c.text("partner_id").notNull(),
      month: c.text("month").notNull(),
      subscriptionId: c.text("subscription_id").notNull(),
      segment: c.text("segment").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      keyId: c.text("key_id").notNull(),
      dataset: c.text("dataset").notNull(),
      operation: c.text("operation").notNull(),
      outcome: c.text("outcome").notNull(),
      calls: c.count("calls").notNull(),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      units: c.count("units").notNull(),
      amountMillis: c.count("amount_millis").notNull(),
    },
    (t) => [
      c.primaryKey({
        columns: [
          t.partnerId,
          t.month,
          t.subscriptionId,
          t.segment,
          t.lineageId,
          t.keyId,
          t.dataset,
          t.operation,
          t.outcome,
        ],
      }),
    ],
  );

  const refusals = c.table(
    "refusals",
    {
      partnerId: c.text("partner_id").notNull(),
      localDate: c.text("local_date").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      keyId: c.text("key_id").notNull(),
      dataset: c.text("dataset").notNull(),
      code: c.text("code").notNull(),
      calls: c.count("calls").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.partnerId, t.localDate, t.lineageId, t.keyId, t.dataset, t.code] })],
  );

  // Logical calls of the last minutes, so that a client's own retry is not charged twice, whichever process it reaches.
  const recentCalls = c.table(
    "recent_calls",
    {
      lineageId: c.text("lineage_id").notNull(),
      callId: c.text("call_id").notNull(),
      queryHash: c.text("query_hash").notNull(),
      eventId: c.text("event_id").notNull(),
      at: c.time("at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.lineageId, t.callId] }), c.index("recent_calls_at").on(t.at)],
  );

  // Usage that was measured elsewhere, by the name it has there; kept for ever, so that it is never counted twice.
  const reportedUsage = c.table(
    "reported_usage",
    {
      partnerId: c.text("partner_id").notNull(),
      source: c.text("source").notNull(),
      id: c.text("id").notNull(),
      contentHash: c.text("content_hash").notNull(),
      eventId: c.text("event_id").notNull(),
      at: c.time("at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.partnerId, t.source, t.id] })],
  );

  return { usageEvents, counters, rollups, rollupMonths, refusals, recentCalls, reportedUsage };
}
