import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish, readBeside, readShipped, shippedSlugs } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { countQuality } from "./quality-testing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const shipped = {
  "african-economic-indicators": {
    original: "african-economic-indicators/african-economic-indicators.csv",
    version: {
      rows: 76_187,
      parts: 1,
      time_min: "1960",
      time_max: "2024",
      report: { repeated_rows: 0, failed_checks: 0 },
    },
  },
  "nse-kenya": {
    original: "jse-market/nse-kenya-daily.csv.gz",
    version: {
      rows: 285_592,
      parts: 18,
      time_min: "2007-01-02",
      time_max: "2024-12-31",
      report: { source_rows: 285_729, repeated_rows: 137, failed_checks: 14 },
    },
  },
  "sadc-esg": {
    original: "sadc-esg/sadc-esg.csv",
    version: {
      rows: 20_351,
      parts: 1,
      time_min: "1960",
      time_max: "2024",
      report: { repeated_rows: 0, failed_checks: 0 },
    },
  },
};

type Share = { score: number; numerator: number; denominator: number };
/** Overall, validity, uniqueness, completeness of cells and of periods, and timeliness on 10 March 2026. */
const qualities: Record<string, number[]> = {
  "african-economic-indicators": [0.974844, 1, 1, 1, 0.968967, 0.914893],
  "nse-kenya": [0.731952, 0.999993, 0.99952, 0.87937, 0.954187, 0.01152],
  "sadc-esg": [0.964379, 1, 1, 1, 0.885249, 0.914893],
};

test.each(Object.entries(shipped))(
  "%s publishes as it is shipped, without a fault",
  async (slug, { version }) => {
    const made = await publish(
      world,
      JSON.parse(readShipped(slug, "dataset.json").toString()),
      readShipped(slug, "data.csv.gz"),
    );
    expect(made.body).toMatchObject({ dataset: slug, number: 1, ...version });
  },
  180_000,
);

test.each(Object.entries(shipped))("%s has the quality that its file has, counted once more by hand", async (slug) => {
  const { definition, cadence } = JSON.parse(readShipped(slug, "dataset.json").toString());
  const counts = countQuality(
    gunzipSync(readShipped(slug, "data.csv.gz")).toString(),
    { relations: [], ...definition },
    cadence,
  );
  const { body } = await world.ask("GET", `/datasets/${slug}/quality`);
  const counted = body.measures.map(({ numerator, denominator }: Share) => [numerator, denominator]);
  expect(counted.slice(0, 4)).toEqual([
    [counts.values - counts.invalid, counts.values],
    [counts.unique, counts.source],
    [counts.values, counts.cells],
    [counts.present, counts.expected],
  ]);
  expect([body.overall.score, ...body.measures.map(({ score }: Share) => score)]).toEqual(qualities[slug]);
});

test.each(Object.entries(shipped))("%s ships the rows of its source unchanged", (slug, { original }) => {
  const bytes = readBeside(original);
  const expected = original.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  expect(gunzipSync(readShipped(slug, "data.csv.gz")).equals(expected)).toBe(true);
});

test.each(shippedSlugs)("%s names its source and on what terms it is", (slug) => {
  const { source } = JSON.parse(readShipped(slug, "dataset.json").toString());
  const attribution = readShipped(slug, "ATTRIBUTION.md").toString();
  expect(source.licence).toMatch(/CC BY 4\.0|Apache-2\.0/);
  expect(attribution).toContain(source.attribution);
});

test("each nse-kenya key that the source repeats keeps its last row, and is reported", async () => {
  const { body } = await world.ask("GET", "/datasets/nse-kenya/versions/1");
  expect(body.report.repeated_keys).toHaveLength(100);
  expect(body.report.repeated_keys[0]).toEqual({
    code: expect.any(String),
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

test("daily prices of Johannesburg are published", async () => {
  const price = (name: string) => ({ name, type: "number", unit: "ZAR cents", minimum: 0 });
  const definition = {
    columns: [
      { name: "date", type: "date", nullable: false },
      { name: "ticker", type: "string", nullable: false },
      ...["open", "high", "low", "close", "vwap"].map(price),
      { name: "volume", type: "integer", unit: "shares", minimum: 0 },
      { name: "value", type: "number", unit: "ZAR", minimum: 0 },
      { name: "transactions", type: "integer", minimum: 0 },
    ],
    key: ["ticker", "date"],
    time: "date",
    partition: "year",
    relations: [{ left: "low", operator: "<=", right: "high" }],
    enforce: "checks",
  };
  const made = await publish(world, closes("jse-market", { definition }), readBeside("jse-market/jse-daily-ohlcv.csv"));
  expect(made.body).toMatchObject({ rows: 5_720, parts: 4, time_min: "2022-06-06", time_max: "2025-02-28" });
});
