import type { Columns } from "./columns.postgres.ts";

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
      at: c.time("at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.id, t.partnerId] })],
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

  return { usageEvents, counters, rollups, refusals };
}
