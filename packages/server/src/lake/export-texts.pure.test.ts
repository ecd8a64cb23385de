import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestExports, optional, required, toCsv } from "./export-testing.ts";
import { type NewDefinition, sharedData } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
beforeAll(async () => {
  world = await openTestExports();
});
afterAll(() => world.close());

describe.skipIf(!existsSync(sharedData))("a CSV export has the very texts of the pages", () => {
  const numbers = (...names: string[]) => names.map((name) => optional(name, "number"));
  const indicator = [required("country_iso3"), required("country")];
  const datasets: Record<string, { file: string; definition: NewDefinition }> = {
    "nse-kenya": {
      file: "jse-market/nse-kenya-daily.csv.gz",
      definition: {
        columns: [
          required("date", "date"),
          required("code"),
          optional("name", "string"),
          ...numbers("day_low", "day_high", "day_price", "previous"),
          optional("volume", "integer"),
          ...numbers("adjusted"),
        ],
        key: ["code", "date"],
        time: "date",
        partition: "year",
        repeated_key: "keep_last",
      },
    },
    "african-economic-indicators": {
      file: "african-economic-indicators/african-economic-indicators.csv",
      definition: {
        columns: [...indicator, required("indicator"), required("year", "integer"), ...numbers("value")],
        key: ["country_iso3", "indicator", "year"],
        time: "year",
      },
    },
    "sadc-esg": {
      file: "sadc-esg/sadc-esg.csv",
      definition: {
        columns: [
          ...indicator,
          required("pillar"),
          required("indicator"),
          required("year", "integer"),
          ...numbers("value"),
          optional("source", "string"),
        ],
        key: ["country_iso3", "indicator", "year"],
        time: "year",
      },
    },
    "fx-ticks": {
      file: "fx-ticks/fx-quote-ticks.csv.gz",
      definition: {
        columns: [
          required("symbol"),
          required("ts", "timestamp"),
          optional("bid", "decimal(12,6)"),
          ...numbers("ask"),
          optional("source", "string"),
        ],
        time: "ts",
        partition: "month",
      },
    },
  };

  test.each(Object.entries(datasets))(
    "%s",
    async (_, { file, definition }) => {
      const published = await world.publish(definition, { file: join(sharedData, file) });
      const rows = await world.pagedRows(published);
      expect(rows.length).toBe(published.parts.reduce((total, part) => total + part.rows, 0));
      const expected = toCsv(
        published.definition.columns.map(({ name }) => name),
        rows,
      );
      // Compared here, since a failure that prints both texts would never end.
      expect((await world.exportCsv(published, {})) === expected).toBe(true);
    },
    120_000,
  );
});
