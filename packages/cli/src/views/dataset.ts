import type { Dataset, Definition, License } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const datasetColumns: Columns<Dataset> = {
  slug: ({ slug }) => slug,
  title: ({ title }) => title,
  category: ({ category }) => category,
  cadence: ({ cadence }) => cadence,
  state: ({ state }) => state,
  version: ({ current_version }) => current_version,
  price: ({ price }) => moneyText(price),
};

export const columnColumns: Columns<Definition["columns"][number]> = {
  name: ({ name }) => name,
  type: ({ type, nullable }) => (nullable === false ? type : `${type}?`),
  unit: ({ unit }) => unit,
  description: ({ description }) => description,
};

export const licenseColumns: Columns<License> = {
  tier: ({ tier }) => tier,
  per_minute: ({ per_minute }) => per_minute,
  per_day: ({ per_day }) => per_day,
  per_month: ({ per_month }) => per_month,
  monthly: ({ monthly_price }) => moneyText(monthly_price),
  annual: ({ annual_price }) => moneyText(annual_price),
  features: ({ features }) => features.join(" "),
  sees: ({ sees }) => sees.words.join("; "),
};

export function datasetView(dataset: Dataset, notes: readonly string[] = []): View {
  const { source } = dataset;
  return record(
    {
      slug: dataset.slug,
      title: dataset.title,
      description: dataset.description,
      category: dataset.category,
      countries: dataset.countries.join(" "),
      series: shortened(dataset.series),
      cadence: dataset.cadence,
      state: dataset.state,
      ...endingOf(dataset),
      current_version: dataset.current_version ?? "none",
      source: source.url ? `${source.name} (${source.url})` : source.name,
      licence: source.licence,
      attribution: source.attribution,
      price: moneyText(dataset.price),
      price_per_call: moneyText(dataset.price_per_call),
      price_per_1000_rows: moneyText(dataset.price_per_1000_rows),
      units_per_call: Object.entries(dataset.weights)
        .map(([operation, units]) => `${operation} ${units}`)
        .join(", "),
      contract: dataset.contract,
      floors: floorsText(dataset),
      versions_kept: keptText(dataset),
      updated_at: timeText(dataset.updated_at),
    },
    notes,
  );
}

function floorsText({ floors }: Dataset): string {
  const set = Object.entries(floors ?? {}).map(([measure, floor]) => `${measure} ${floor}`);
  return set.length === 0 ? "none" : set.join(", ");
}

function keptText({ versions_kept: count, versions_kept_days: days }: Dataset): string {
  if (count === null && days === null) return "all";
  const bounds = [count === null ? [] : `the newest ${count}`, days === null ? [] : `those of the last ${days} days`];
  return bounds.flat().join(" and ");
}

/** What is announced of its end, where something is. */
function endingOf({ deprecation }: Dataset) {
  if (!deprecation) return {};
  return {
    deprecated_at: timeText(deprecation.deprecated_at),
    sunset_at: timeText(deprecation.sunset_at),
    retired_at: timeText(deprecation.retired_at),
    successor: deprecation.successor ?? undefined,
    state_note: deprecation.note ?? undefined,
  };
}

const seriesShown = 20;
const shortened = (series: readonly string[]) =>
  series.length <= seriesShown
    ? series.join(" ")
    : `${series.slice(0, seriesShown).join(" ")} and ${series.length - seriesShown} more`;
