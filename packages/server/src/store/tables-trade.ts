import type { ExportFile, Query } from "../lake/lake.ts";
import type { Sight } from "../subscriptions/sight.ts";
import type { Columns } from "./columns.postgres.ts";
import { sql } from "./drizzle.ts";
import type { defineCatalog } from "./tables-catalog.ts";
import type { defineParties } from "./tables-parties.ts";

type Referred = ReturnType<typeof defineParties> & ReturnType<typeof defineCatalog>;

/** What partners have of datasets: rights, and files. */
export function defineTrade(c: Columns, { partners, lineages, keys, datasets }: Referred) {
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
      cancelsAt: c.time("cancels_at"),
      // The deal it will have from `changesAt` on. It holds from that instant, written down as its own or not yet.
      changesAt: c.time("changes_at"),
      nextTier: c.text("next_tier"),
      nextBilling: c.text("next_billing"),
      nextPrice: c.count("next_price"),
      nextPricePerCall: c.count("next_price_per_call"),
      nextPricePer1000Rows: c.count("next_price_per_1000_rows"),
      nextAnchorDate: c.text("next_anchor_date"),
      // Limits that an operator gave in place of its tier's, until an instant.
      overridePerMinute: c.count("override_per_minute"),
      overridePerDay: c.count("override_per_day"),
      overridePerMonth: c.count("override_per_month"),
      overrideUntil: c.time("override_until"),
      overrideReason: c.text("override_reason"),
    },
    (t) => [
      // At most one live subscription of a partner to a dataset, whatever runs beside.
      c
        .uniqueIndex("subscriptions_live_unique")
        .on(t.partnerId, t.dataset)
        .where(sql`status in ('trialing', 'active', 'past_due')`),
      c.index("subscriptions_partner").on(t.partnerId, t.id),
      c.index("subscriptions_dataset").on(t.dataset, t.id),
      c.index("subscriptions_cancels").on(t.cancelsAt),
      c.index("subscriptions_changes").on(t.changesAt),
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
      compression: c.text("compression").notNull().default("none"),
      rowsPerFile: c.count("rows_per_file"),
      bytesPerFile: c.count("bytes_per_file"),
      formulaSafe: c.flag("formula_safe").notNull().default(false),
      firstRows: c.count("first_rows"),
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
      // Of changes: the version they begin from. `version` is the one they lead to.
      sinceVersion: c.count("since_version"),
      // The column whose values divide the rows into files, if any, and how its times are grouped.
      splitBy: c.text("split_by"),
      // What the partner may see, fixed at the moment of the order.
      sight: c.json("sight").$type<Sight>(),
      // Exports with the same hash have the same files, and `filesOf` is the one whose folder holds them.
      sameness: c.text("sameness"),
      filesOf: c.text("files_of"),
      // The signed text of the manifest, its signature and the key that made it.
      manifest: c.text("manifest"),
      signature: c.text("signature"),
      signingKey: c.text("signing_key"),
    },
    (t) => [
      c.index("exports_partner").on(t.partnerId, t.id),
      c.index("exports_status").on(t.status, t.id),
      c.index("exports_sameness").on(t.sameness),
      c.index("exports_files_of").on(t.filesOf),
    ],
  );

  // Parts whose links a lineage has paid for: until then it gets them again at no cost.
  const sharedParts = c.table(
    "shared_parts",
    {
      lineageId: c
        .text("lineage_id")
        .notNull()
        .references(() => lineages.id),
      dataset: c.text("dataset").notNull(),
      sha256: c.text("sha256").notNull(),
      freeUntil: c.time("free_until").notNull(),
      // The usage event that paid: taken back, the part is not free any more.
      eventId: c.text("event_id").notNull().default(""),
    },
    (t) => [
      c.primaryKey({ columns: [t.lineageId, t.dataset, t.sha256] }),
      c.index("shared_parts_free_until").on(t.freeUntil),
      c.index("shared_parts_event").on(t.eventId),
    ],
  );

  return { subscriptions, exports, sharedParts };
}

/** Units reserved on one counter, so that settling and releasing find the very window they came from. */
export type Hold = { owner: string; window: string; start: string; units: number };
