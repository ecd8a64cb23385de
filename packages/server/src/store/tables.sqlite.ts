import { sqliteColumns } from "./columns.sqlite.ts";
import { defineTables } from "./tables.ts";

const tables = defineTables(sqliteColumns);
export const {
  partners,
  lineages,
  keys,
  onboardingSteps,
  datasets,
  datasetWords,
  licenses,
  parts,
  versions,
  versionParts,
  publishes,
  terms,
  acceptances,
  subscriptions,
  exports,
  uploads,
  uploadParts,
  usageEvents,
  counters,
  rollups,
  refusals,
  idempotency,
  audit,
  events,
  epochs,
  checks,
} = tables;
