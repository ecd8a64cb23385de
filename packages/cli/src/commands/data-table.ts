import { exportsNoun } from "./exports-table.ts";
import type { Entry } from "./table.ts";

/** The commands around the data itself: what there is, who may use it, and how it is had. */
export const dataNouns = {
  datasets: {
    summary: "The catalog: what data there is, its versions and tiers",
    verbs: {
      list: { summary: "List the datasets of the catalog", load: () => import("./datasets/list.ts") },
      search: {
        summary: "Search the catalog by words, best match first",
        load: () => import("./datasets/search.ts"),
      },
      show: {
        summary: "Show a dataset: its source, columns, tiers, versions, terms and quality",
        load: () => import("./datasets/show.ts"),
      },
      create: {
        summary: "Register a dataset from a JSON file; it is a draft until its first version",
        load: () => import("./datasets/create.ts"),
      },
      publish: {
        summary: "Publish a file as the new version of a dataset: CSV, NDJSON or Parquet, plain, gzip or zstd",
        load: () => import("./datasets/publish.ts"),
      },
      subscribe: {
        summary: "Subscribe a partner to a dataset under a tier",
        load: () => import("./datasets/subscribe.ts"),
      },
      versions: {
        summary: "List the versions of a dataset with their notes, newest first",
        load: () => import("./datasets/versions.ts"),
      },
      policy: {
        summary: "Set what a tier sees of a dataset: rows, columns, history, delay, interval",
        load: () => import("./datasets/policy.ts"),
      },
      weights: {
        summary: "Set how many units a call takes from the limits of days and months",
        load: () => import("./datasets/weights.ts"),
      },
      rollback: {
        summary: "Make an earlier version of a dataset current again",
        load: () => import("./datasets/rollback.ts"),
      },
      retract: {
        summary: "Withdraw a version of a dataset for good: nobody reads it any more",
        load: () => import("./datasets/retract.ts"),
      },
      release: { summary: "Make a held version of a dataset current", load: () => import("./datasets/release.ts") },
      reject: { summary: "Discard a held version of a dataset", load: () => import("./datasets/reject.ts") },
      contract: {
        summary: "Say how far a publish may change the columns of a dataset",
        load: () => import("./datasets/contract.ts"),
      },
      floors: {
        summary: "Set the scores below which a publish of a dataset is held for an operator",
        load: () => import("./datasets/floors.ts"),
      },
      keep: {
        summary: "Say for how long the versions of a dataset are kept",
        load: () => import("./datasets/keep.ts"),
      },
      note: { summary: "Say what a version of a dataset brings", load: () => import("./datasets/note.ts") },
      deprecate: {
        summary: "Announce the end of a dataset: it is served as ever, and not sold any more",
        load: () => import("./datasets/deprecate.ts"),
      },
      retire: {
        summary: "Retire a dataset: it serves no rows and takes no exports any more",
        load: () => import("./datasets/retire.ts"),
      },
      restore: {
        summary: "Restore a deprecated or retired dataset: it is published again",
        load: () => import("./datasets/restore.ts"),
      },
      quality: {
        summary: "Show how good a dataset is: each measure with what was counted",
        load: () => import("./datasets/quality.ts"),
      },
      "quality-history": {
        summary: "List the quality of the versions of a dataset, newest first, and how far each is from the one before",
        load: () => import("./datasets/quality-history.ts"),
      },
      snippets: {
        summary: "Show where a dataset is, and ready code that reads it: curl, TypeScript, this command",
        load: () => import("./datasets/snippets.ts"),
      },
      "share-profile": {
        summary: "Write the profile with which Spark, pandas, DuckDB or Power BI read your datasets",
        load: () => import("./datasets/share-profile.ts"),
      },
      types: { summary: "Write the TypeScript type of a dataset's rows", load: () => import("./datasets/types.ts") },
    },
  },
  terms: {
    summary: "The terms of datasets, and who has accepted them",
    verbs: {
      show: {
        summary: "Show the terms of a dataset, and whether your company has accepted them",
        load: () => import("./terms/show.ts"),
      },
      accept: {
        summary: "Accept a version of a dataset's terms for your company",
        load: () => import("./terms/accept.ts"),
      },
      list: {
        summary: "List the versions of a dataset's terms, newest first",
        load: () => import("./terms/list.ts"),
      },
      acceptances: {
        summary: "List who has accepted which terms of a dataset, oldest first",
        load: () => import("./terms/acceptances.ts"),
      },
      set: {
        summary: "Set new terms of a dataset, which partners have to accept",
        load: () => import("./terms/set.ts"),
      },
    },
  },
  subscriptions: {
    summary: "Who may use which dataset, under which tier",
    verbs: {
      list: { summary: "List subscriptions, oldest first", load: () => import("./subscriptions/list.ts") },
      show: {
        summary: "Show a subscription with its price and the period under way",
        load: () => import("./subscriptions/show.ts"),
      },
      change: {
        summary: "Change a subscription's tier or billing, now or when its period ends",
        load: () => import("./subscriptions/change.ts"),
      },
      cancel: {
        summary: "Cancel a subscription, now or when its period ends",
        load: () => import("./subscriptions/cancel.ts"),
      },
      resume: {
        summary: "Withdraw a subscription's pending change or end: it goes on as it is",
        load: () => import("./subscriptions/resume.ts"),
      },
      override: {
        summary: "Give a subscription other limits than its tier's, for a reason and until a time",
        load: () => import("./subscriptions/override.ts"),
      },
      restore: {
        summary: "Take back other limits than the tier's: those of the tier hold again",
        load: () => import("./subscriptions/restore.ts"),
      },
    },
  },
  data: {
    summary: "The rows of the datasets",
    verbs: {
      query: { summary: "Query rows of a dataset", load: () => import("./data/query.ts") },
      changes: {
        summary: "List the rows that changed between two versions",
        load: () => import("./data/changes.ts"),
      },
      sync: { summary: "Keep a copy of a dataset in a folder in step", load: () => import("./data/sync.ts") },
      sample: { summary: "Show the first 20 rows of a dataset", load: () => import("./data/sample.ts") },
    },
  },
  sql: {
    summary: "Run one SELECT over your datasets, each a table of its slug",
    load: () => import("./sql.ts"),
  },
  exports: exportsNoun,
} as const satisfies Readonly<Record<string, Entry>>;
