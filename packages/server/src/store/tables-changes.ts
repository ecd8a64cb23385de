import type { InvariantResult } from "../checks/run-check.ts";
import type { Columns } from "./columns.postgres.ts";
import { sql } from "./drizzle.ts";

/** What changed, who is told, which answers are kept, and what was found of all that is stored. */
export function defineChanges(c: Columns) {
  const idempotency = c.table(
    "idempotency",
    {
      partnerId: c.text("partner_id").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      method: c.text("method").notNull(),
      route: c.text("route").notNull(),
      key: c.text("key").notNull(),
      fingerprint: c.text("fingerprint").notNull(),
      owner: c.text("owner").notNull(),
      leaseUntil: c.time("lease_until").notNull(),
      status: c.count("status"),
      sealedAnswer: c.text("sealed_answer"),
      createdAt: c.time("created_at").notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.partnerId, t.lineageId, t.method, t.route, t.key] }),
      c.index("idempotency_created").on(t.createdAt),
    ],
  );

  const audit = c.table("audit", {
    id: c.text("id").primaryKey(),
    partnerId: c.text("partner_id"),
    actor: c.text("actor").notNull(),
    action: c.text("action").notNull(),
    target: c.text("target").notNull(),
    before: c.json("before"),
    after: c.json("after"),
    requestId: c.text("request_id").notNull(),
    at: c.time("at").notNull(),
  });

  const events = c.table("events", {
    id: c.text("id").primaryKey(),
    partnerId: c.text("partner_id"),
    type: c.text("type").notNull(),
    payload: c.json("payload").notNull(),
    at: c.time("at").notNull(),
  });

  // One row: it grows with every change of somebody's rights, so that other processes drop what they remember.
  const epochs = c.table("epochs", { id: c.text("id").primaryKey(), value: c.count("value").notNull() });

  const checks = c.table(
    "checks",
    {
      id: c.text("id").primaryKey(),
      status: c.text("status").notNull(),
      quick: c.flag("quick").notNull(),
      owner: c.text("owner").notNull(),
      requestId: c.text("request_id").notNull(),
      results: c.json("results").$type<InvariantResult[]>(),
      startedAt: c.time("started_at").notNull(),
      endedAt: c.time("ended_at"),
    },
    // One runs at a time, whichever process it is asked of.
    (t) => [c.uniqueIndex("checks_running_unique").on(t.status).where(sql`status = 'running'`)],
  );

  return { idempotency, audit, events, epochs, checks };
}
