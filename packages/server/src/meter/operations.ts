import type { Feature } from "../datasets/tiers.ts";

/** Everything that is metered, in one table: a new operation is one entry. `feature` is what a tier needs to have for it. */
export const operations = {
  query: { units: 1, feature: "query" },
  export: { units: 1, feature: "export" },
  changes: { units: 1, feature: "query" },
  // Whole files leave, as with an export.
  sharing: { units: 1, feature: "export" },
  sql: { units: 1, feature: "custom_queries" },
} as const satisfies Record<string, { units: number; feature: Feature }>;

export type Operation = keyof typeof operations;
export type Weights = Partial<Record<Operation, number>>;

export const operationNames = Object.keys(operations) as Operation[]; // the keys of the table

/** What one call takes from the quotas: the operator's weight for the dataset, or else the usual one. */
export const unitsOf = (operation: Operation, weights: Weights | null): number =>
  weights?.[operation] ?? operations[operation].units;
