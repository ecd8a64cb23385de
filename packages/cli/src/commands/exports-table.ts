import type { Entry } from "./table.ts";

/** The commands around files of rows. */
export const exportsNoun = {
  summary: "Files of a dataset, in bulk",
  verbs: {
    estimate: {
      summary: "Estimate the rows, bytes and files of an export, or of a query's pages",
      load: () => import("./exports/estimate.ts"),
    },
    create: {
      summary: "Order an export of a dataset, or of some of its rows",
      load: () => import("./exports/create.ts"),
    },
    list: { summary: "List exports, oldest first", load: () => import("./exports/list.ts") },
    show: { summary: "Show an export and how far it is", load: () => import("./exports/show.ts") },
    download: {
      summary: "Download the files of an export and verify them",
      load: () => import("./exports/download.ts"),
    },
    verify: {
      summary: "Check offline that a folder holds an export as the platform signed it",
      load: () => import("./exports/verify.ts"),
    },
    links: {
      summary: "Make links to an export's files that work without a key",
      load: () => import("./exports/links.ts"),
    },
    renew: {
      summary: "Keep an export's files for another 30 days; it costs nothing",
      load: () => import("./exports/renew.ts"),
    },
    delete: {
      summary: "Delete an export's files before its time is over, to make room",
      load: () => import("./exports/delete.ts"),
    },
    cancel: {
      summary: "Cancel an export that is queued or running; it costs nothing",
      load: () => import("./exports/cancel.ts"),
    },
  },
} as const satisfies Entry;
