import type { DatasetRow } from "./queries.ts";
import type { Dataset } from "./schemas.ts";

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
  current_version: row.currentVersion,
  source: row.source,
  price: { amount: row.price, currency: row.currency },
  price_per_call: { amount: row.pricePerCall, currency: row.currency },
  price_per_1000_rows: { amount: row.pricePer1000Rows, currency: row.currency },
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});
