import { operationNames, unitsOf } from "../meter/operations.ts";
import type { DatasetRow } from "./queries.ts";
import type { Dataset } from "./schemas.ts";
import type { Weights } from "./weights-schemas.ts";

function toDeprecation({
  deprecatedAt,
  sunsetAt,
  retiredAt,
  successor,
  stateNote,
}: DatasetRow): Dataset["deprecation"] {
  if (!deprecatedAt) return null;
  return {
    deprecated_at: deprecatedAt.toISOString(),
    sunset_at: sunsetAt?.toISOString() ?? null,
    retired_at: retiredAt?.toISOString() ?? null,
    successor,
    note: stateNote,
  };
}

const toWeights = (weights: DatasetRow["weights"]): Weights =>
  Object.fromEntries(operationNames.map((name) => [name, unitsOf(name, weights)])) as Weights; // of every operation there is

export const toDataset = (row: DatasetRow): Dataset => ({
  slug: row.slug,
  title: row.title,
  description: row.description,
  category: row.category,
  countries: row.countries,
  series: row.series,
  // Written from enums only.
  cadence: row.cadence as Dataset["cadence"],
  state: row.state as Dataset["state"],
  deprecation: toDeprecation(row),
  current_version: row.currentVersion,
  source: row.source,
  price: { amount: row.price, currency: row.currency },
  price_per_call: { amount: row.pricePerCall, currency: row.currency },
  price_per_1000_rows: { amount: row.pricePer1000Rows, currency: row.currency },
  weights: toWeights(row.weights),
  contract: row.contract as Dataset["contract"], // written from an enum only
  floors: row.floors,
  versions_kept: row.versionsKept,
  versions_kept_days: row.versionsKeptDays,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});
