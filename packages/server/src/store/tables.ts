import { sql } from "drizzle-orm";
import type { Definition } from "../datasets/definition.ts";
import type { DatasetSource } from "../datasets/schemas.ts";
import type { ExportFile, PublishReport, Query } from "../lake/lake.ts";
import type { Columns } from "./columns.postgres.ts";

export type Tables = ReturnType<typeof defineTables>;

/**
 * The only schema. Ids are lower-case ASCII, money is integer minor units, `…Millis` is thousandths of a minor unit,
 * times are UTC with milliseconds, and local dates are text, so that both databases sort and compare them alike.
 */
export function defineTables(c: Columns) {
  const partners = c.table(
    "partners",
    {
      id: c.text("id").primaryKey(),
      company: c.text("company").notNull(),
      email: c.text("email").notNull(),
      industry: c.text("industry"),
      country: c.text("country"),
      plan: c.text("plan").notNull(),
      status: c.text("status").notNull(),
      billingCurrency: c.text("billing_currency").notNull(),
      timeZone: c.text("time_zone").notNull(),
      spendingLimit: c.count("spending_limit"),
      createdAt: c.time("created_at").notNull(),
      updatedAt: c.time("updated_at").notNull(),
    },
    (t) => [c.uniqueIndex("partners_email_unique").on(t.email)],
  );

  // A lineage without a partner is an operator's.
  const lineages = c.table(
    "lineages",
    {
      id: c.text("id").primaryKey(),
      partnerId: c.text("partner_id").references(() => partners.id),
      name: c.text("name").notNull(),
      mode: c.text("mode").notNull(),
      scopes: c.json("scopes").$type<string[]>().notNull(),
      allowlist: c.json("allowlist").$type<string[]>(),
      capPerMinute: c.count("cap_per_minute"),
      capPerDay: c.count("cap_per_day"),
      capPerMonth: c.count("cap_per_month"),
      createdAt: c.time("created_at").notNull(),
    },
    (t) => [c.index("lineages_partner").on(t.partnerId)],
  );

  const keys = c.table(
    "keys",
    {
      id: c.text("id").primaryKey(),
      lineageId: c
        .text("lineage_id")
        .notNull()
        .references(() => lineages.id),
      partnerId: c.text("partner_id").references(() => partners.id),
      hash: c.text("hash").notNull(),
      pepperId: c.text("pepper_id").notNull(),
      start: c.text("start").notNull(),
      last4: c.text("last4").notNull(),
      replacedBy: c.text("replaced_by"),
      createdAt: c.time("created_at").notNull(),
      expiresAt: c.time("expires_at"),
      retiresAt: c.time("retires_at"),
      revokedAt: c.time("revoked_at"),
      lastUsedAt: c.time("last_used_at"),
      lastUsedFrom: c.text("last_used_from"),
    },
    (t) => [
      c.uniqueIndex("keys_hash_unique").on(t.hash),
      c.index("keys_lineage").on(t.lineageId),
      c.index("keys_partner").on(t.partnerId, t.id),
    ],
  );

  const datasets = c.table("datasets", {
    slug: c.text("slug").primaryKey(),
    title: c.text("title").notNull(),
    description: c.text("description").notNull(),
    category: c.text("category").notNull(),
    countries: c.json("countries").$type<string[]>().notNull(),
    series: c.json("series").$type<string[]>().notNull(),
    cadence: c.text("cadence").notNull(),
    definition: c.json("definition").$type<Definition>().notNull(),
    source: c.json("source").$type<DatasetSource>().notNull(),
    price: c.count("price").notNull(),
    currency: c.text("currency").notNull(),
    pricePerCall: c.count("price_per_call").notNull(),
    pricePer1000Rows: c.count("price_per_1000_rows").notNull(),
    state: c.text("state").notNull(),
    currentVersion: c.count("current_version"),
    createdAt: c.time("created_at").notNull(),
    updatedAt: c.time("updated_at").notNull(),
  });

  const licenses = c.table(
    "licenses",
    {
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      tier: c.text("tier").notNull(),
      perMinute: c.count("per_minute").notNull(),
      perDay: c.count("per_day").notNull(),
      perMonth: c.count("per_month").notNull(),
      priceMultiplierMillis: c.count("price_multiplier_millis").notNull(),
      features: c.json("features").$type<string[]>().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.tier] })],
  );

  const parts = c.table("parts", {
    sha256: c.text("sha256").primaryKey(),
    rows: c.count("rows").notNull(),
    bytes: c.count("bytes").notNull(),
    createdAt: c.time("created_at").notNull(),
  });

  const versions = c.table(
    "versions",
    {
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      number: c.count("number").notNull(),
      definition: c.json("definition").$type<Definition>().notNull(),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      sourceBytes: c.count("source_bytes").notNull(),
      sourceSha256: c.text("source_sha256").notNull(),
      report: c.json("report").$type<PublishReport>().notNull(),
      timeMin: c.text("time_min"),
      timeMax: c.text("time_max"),
      createdAt: c.time("created_at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.number] })],
  );

  const versionParts = c.table(
    "version_parts",
    {
      dataset: c.text("dataset").notNull(),
      version: c.count("version").notNull(),
      place: c.count("place").notNull(),
      sha256: c
        .text("sha256")
        .notNull()
        .references(() => parts.sha256),
      partition: c.text("partition").notNull(),
      timeMin: c.text("time_min"),
      timeMax: c.text("time_max"),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.version, t.place] }), c.index("version_parts_sha256").on(t.sha256)],
  );

  const publishes = c.table("publishes", {
    id: c.text("id").primaryKey(),
    dataset: c
      .text("dataset")
      .notNull()
      .references(() => datasets.slug),
    owner: c.text("owner").notNull(),
    leaseUntil: c.time("lease_until").notNull(),
    createdAt: c.time("created_at").notNull(),
  });

  const subscriptions = c.table(
    "subscriptions",
    {
      id: c.text("id").primaryKey(),
      partnerId: c
        .text("partner_id")
        .notNull()
        .references(() => partners.id),
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      tier: c.text("tier").notNull(),
      billing: c.text("billing").notNull(),
      status: c.text("status").notNull(),
      price: c.count("price").notNull(),
      currency: c.text("currency").notNull(),
      pricePerCall: c.count("price_per_call").notNull(),
      pricePer1000Rows: c.count("price_per_1000_rows").notNull(),
      priceVersion: c.count("price_version").notNull(),
      anchorDate: c.text("anchor_date").notNull(),
      createdAt: c.time("created_at").notNull(),
      canceledAt: c.time("canceled_at"),
    },
    (t) => [
      // At most one live subscription of a partner to a dataset, whatever runs beside.
      c
        .uniqueIndex("subscriptions_live_unique")
        .on(t.partnerId, t.dataset)
        .where(sql`status in ('trialing', 'active', 'past_due')`),
      c.index("subscriptions_partner").on(t.partnerId, t.id),
      c.index("subscriptions_dataset").on(t.dataset, t.id),
    ],
  );

  const exports = c.table(
    "exports",
    {
      id: c.text("id").primaryKey(),
      partnerId: c
        .text("partner_id")
        .notNull()
        .references(() => partners.id),
      lineageId: c
        .text("lineage_id")
        .notNull()
        .references(() => lineages.id),
      keyId: c
        .text("key_id")
        .notNull()
        .references(() => keys.id),
      subscriptionId: c
        .text("subscription_id")
        .notNull()
        .references(() => subscriptions.id),
      dataset: c.text("dataset").notNull(),
      version: c.count("version").notNull(),
      format: c.text("format").notNull(),
      query: c.json("query").$type<Query>().notNull(),
      status: c.text("status").notNull(),
      rowsTotal: c.count("rows_total").notNull(),
      rowsDone: c.count("rows_done").notNull(),
      bytes: c.count("bytes"),
      files: c.json("files").$type<ExportFile[]>(),
      error: c.text("error"),
      unitsHeld: c.count("units_held").notNull(),
      holds: c.json("holds").$type<Hold[]>().notNull(),
      eventId: c.text("event_id"),
      requestId: c.text("request_id").notNull(),
      attempts: c.count("attempts").notNull(),
      owner: c.text("owner"),
      leaseUntil: c.time("lease_until"),
      createdAt: c.time("created_at").notNull(),
      startedAt: c.time("started_at"),
      readyAt: c.time("ready_at"),
      endedAt: c.time("ended_at"),
      expiresAt: c.time("expires_at"),
    },
    (t) => [c.index("exports_partner").on(t.partnerId, t.id), c.index("exports_status").on(t.status, t.id)],
  );

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

  return {
    partners,
    lineages,
    keys,
    datasets,
    licenses,
    parts,
    versions,
    versionParts,
    publishes,
    subscriptions,
    exports,
    usageEvents,
    counters,
    rollups,
    refusals,
    idempotency,
    audit,
    events,
    epochs,
  };
}

/** Units reserved on one counter, so that settling and releasing find the very window they came from. */
export type Hold = { owner: string; window: string; start: string; units: number };
