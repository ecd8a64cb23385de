import type { DayHead } from "@wizdata/shared";
import type { Columns } from "./columns.postgres.ts";

/** What makes usage provable: chains of blocks, and a signed root of each day. */
export function defineLedger(c: Columns) {
  // One chain for each process that stores usage. The row is its head, which every block's transaction locks.
  const chains = c.table("chains", {
    id: c.text("id").primaryKey(),
    startedAt: c.time("started_at").notNull(),
    endedAt: c.time("ended_at"),
    /** The chain that wrote this one's last block, where its own process could not. */
    closedBy: c.text("closed_by"),
    /** The heads of other chains when this one began: its first block holds them. */
    firstHeads: c.json("first_heads").$type<DayHead[]>().notNull(),
    seq: c.count("seq").notNull(),
    head: c.text("head").notNull(),
    /** Events whose answers, as far as the last commit knew, have not left yet. */
    pending: c.json("pending").$type<string[]>().notNull(),
    /** When its process last said that it lives. */
    seenAt: c.time("seen_at").notNull(),
    /** A day that is signed takes no more events: later ones are of this instant at the earliest. */
    notBefore: c.time("not_before").notNull(),
  });

  const blocks = c.table(
    "blocks",
    {
      chain: c.text("chain").notNull(),
      seq: c.count("seq").notNull(),
      prev: c.text("prev").notNull(),
      hash: c.text("hash").notNull(),
      root: c.text("root").notNull(),
      events: c.count("events").notNull(),
      at: c.time("at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.chain, t.seq] }), c.index("blocks_at").on(t.at)],
  );

  const ledgerDays = c.table("ledger_days", {
    day: c.text("day").primaryKey(),
    root: c.text("root").notNull(),
    partners: c.count("partners").notNull(),
    events: c.count("events").notNull(),
    heads: c.json("heads").$type<DayHead[]>().notNull(),
    signature: c.text("signature").notNull(),
    keyId: c.text("key_id").notNull(),
    signedAt: c.time("signed_at").notNull(),
  });

  const ledgerPartnerDays = c.table(
    "ledger_partner_days",
    {
      day: c.text("day").notNull(),
      partnerId: c.text("partner_id").notNull(),
      root: c.text("root").notNull(),
      events: c.count("events").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.day, t.partnerId] })],
  );

  // The private half is sealed under the platform's secret; the public half is told to everybody, for ever.
  const signingKeys = c.table("signing_keys", {
    id: c.text("id").primaryKey(),
    publicKey: c.text("public_key").notNull(),
    sealedKey: c.text("sealed_key").notNull(),
    createdAt: c.time("created_at").notNull(),
    retiredAt: c.time("retired_at"),
  });

  // Of each month of ids that was moved into the lake: its file, signed.
  const usageArchives = c.table("usage_archives", {
    month: c.text("month").primaryKey(),
    /** The ids it holds: from the first of these texts on, before the second. */
    idsFrom: c.text("ids_from").notNull(),
    idsTo: c.text("ids_to").notNull(),
    file: c.text("file").notNull(),
    sha256: c.text("sha256").notNull(),
    rows: c.count("rows").notNull(),
    bytes: c.count("bytes").notNull(),
    signature: c.text("signature").notNull(),
    keyId: c.text("key_id").notNull(),
    archivedAt: c.time("archived_at").notNull(),
    /** When the last of its events had left the table; until then they are in both places, and the archive's are those that count. */
    emptiedAt: c.time("emptied_at"),
  });

  // What the events of an archive come to, by the key of rollup_months: so that sums can be compared without reading it.
  const archivedRollups = c.table(
    "archived_rollups",
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
      /** The month of the ids, which is not everywhere that of the calendar. */
      archive: c.text("archive").notNull(),
      events: c.count("events").notNull(),
      calls: c.count("calls").notNull(),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      units: c.count("units").notNull(),
      amountMillis: c.count("amount_millis").notNull(),
    },
    (t) => [
      c.primaryKey({
        name: "archived_rollups_pk",
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
          t.archive,
        ],
      }),
      c.index("archived_rollups_archive").on(t.archive),
    ],
  );

  return { chains, blocks, ledgerDays, ledgerPartnerDays, signingKeys, usageArchives, archivedRollups };
}
