import { postgresColumns } from "./columns.postgres.ts";
import { defineTables } from "./tables.ts";

const tables = defineTables(postgresColumns);
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
