/** Everything that is metered, in one table: a new operation is one entry. */
export const operations = {
  query: { units: 1 },
  export: { units: 1 },
} as const satisfies Record<string, { units: number }>;

export type Operation = keyof typeof operations;
export type Weights = Partial<Record<Operation, number>>;

export const operationNames = Object.keys(operations) as Operation[]; // the keys of the table

/** What one call takes from the quotas: the operator's weight for the dataset, or else the usual one. */
export const unitsOf = (operation: Operation, weights: Weights | null): number =>
  weights?.[operation] ?? operations[operation].units;
