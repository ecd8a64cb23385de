import type { Definition } from "../datasets/definition.ts";
import type { DatasetSource } from "../datasets/schemas.ts";
import type { Filter, PublishReport } from "../lake/lake.ts";
import type { Weights } from "../meter/operations.ts";
import type { Columns } from "./columns.postgres.ts";

/** Datasets, what their tiers allow, and what their versions are made of. */
export function defineCatalog(c: Columns) {
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
    // How many units an operation takes where that is not the usual number.
    weights: c.json("weights").$type<Weights>(),
    // How far a publish may change the columns: frozen, additive or evolving.
    contract: c.text("contract").notNull().default("additive"),
    // Scores below which a publish waits for an operator.
    floors: c.json("floors").$type<Floors>(),
    // Versions beyond both are removed; null keeps them all.
    versionsKept: c.count("versions_kept"),
    versionsKeptDays: c.count("versions_kept_days"),
    state: c.text("state").notNull(),
    currentVersion: c.count("current_version"),
    deprecatedAt: c.time("deprecated_at"),
    sunsetAt: c.time("sunset_at"),
    retiredAt: c.time("retired_at"),
    successor: c.text("successor"),
    stateNote: c.text("state_note"),
    wordsEdition: c.count("words_edition").notNull().default(0),
    createdAt: c.time("created_at").notNull(),
    updatedAt: c.time("updated_at").notNull(),
  });

  // By which folded words datasets are found. A word's rank says where it stands: less is better.
  const datasetWords = c.table(
    "dataset_words",
    {
      word: c.text("word").notNull(),
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      rank: c.count("rank").notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.word, t.dataset] }),
      // A search reads all it needs from these: by one word over all datasets, by the others within those.
      c.index("dataset_words_found").on(t.word, t.dataset, t.rank),
      c.index("dataset_words_within").on(t.dataset, t.word, t.rank),
    ],
  );

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
      // What the tier sees of the dataset; null is all of it.
      policy: c.json("policy").$type<StoredPolicy>(),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.tier] })],
  );

  const parts = c.table("parts", {
    sha256: c.text("sha256").primaryKey(),
    rows: c.count("rows").notNull(),
    bytes: c.count("bytes").notNull(),
    createdAt: c.time("created_at").notNull(),
    // Set where nothing names the part any more: its file goes a while later, unless a publish wants it again.
    deletingAt: c.time("deleting_at"),
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
      note: c.text("note"),
      timeMin: c.text("time_min"),
      timeMax: c.text("time_max"),
      createdAt: c.time("created_at").notNull(),
      // published, held (below a floor, until an operator decides), rejected, retracted or removed.
      state: c.text("state").notNull().default("published"),
      // replace, append, upsert, delete or rollback, and the version it was made from.
      mode: c.text("mode").notNull().default("replace"),
      base: c.count("base"),
      // Against the version before; null where rows have no identity, or the columns cannot be compared.
      changes: c.json("changes").$type<RowChanges>(),
      // When it became the current one: later than it was made where it was held.
      publishedAt: c.time("published_at"),
      endedAt: c.time("ended_at"),
      endReason: c.text("end_reason"),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.number] })],
  );

  // Copies of parts that hold what a policy leaves of them and nothing else. They can be made again at any time.
  const filteredParts = c.table(
    "filtered_parts",
    {
      // A hash over the part and the policy.
      id: c.text("id").primaryKey(),
      dataset: c.text("dataset").notNull(),
      source: c.text("source").notNull(),
      // Null where the policy leaves nothing of the part.
      sha256: c.text("sha256").references(() => parts.sha256),
      rows: c.count("rows").notNull(),
      bytes: c.count("bytes").notNull(),
      timeMin: c.text("time_min"),
      timeMax: c.text("time_max"),
      createdAt: c.time("created_at").notNull(),
      usedAt: c.time("used_at").notNull(),
    },
    (t) => [c.index("filtered_parts_sha256").on(t.sha256), c.index("filtered_parts_used").on(t.usedAt)],
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

  return { datasets, datasetWords, licenses, parts, versions, filteredParts, versionParts, publishes };
}

/** Scores from 0 to 100; a measure without a floor may be anything. */
export type Floors = {
  [Measure in "overall" | "completeness" | "validity" | "uniqueness" | "timeliness"]?: number | undefined;
};

/** What a tier sees: rows whose key columns have these values, these columns, so far back, and not before so long after. */
export type StoredPolicy = {
  rows: Filter[];
  columns: string[] | null;
  historyDays: number | null;
  delayHours: number | null;
  intervalSeconds: number | null;
};

export type RowChanges = { added: number; changed: number; removed: number };
