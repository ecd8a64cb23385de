import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { WizData } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { openExample } from "../../scripts/testing/example.ts";

const slugs = ["sadc-esg", "african-economic-indicators"];

/** The value of one country, indicator and year, read from the shipped file by other means. */
function shipped(slug: string, indicator: string, year: number): number {
  const file = new URL(`../../packages/server/catalog/${slug}/data.csv.gz`, import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString().split("\n");
  const line = lines.find((text) => text.startsWith("ZMB,") && text.includes(`,${indicator},${year},`)) ?? "";
  return Number(line.split(`,${year},`)[1]?.split(",")[0]);
}

test("a partner joins two datasets over a real server, in two metered calls", async () => {
  const example = await openExample(slugs);
  try {
    const apiKey = await example.subscriber();
    const env = { ...process.env, WIZDATA_BASE_URL: example.url, WIZDATA_API_KEY: apiKey };
    const partner = new WizData({ apiKey, baseURL: example.url });
    const script = new URL("decoupling.ts", import.meta.url).pathname;
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, "2000"], { env, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const [header, ...rows] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(header).toEqual(["country", "years", "income", "carbon", "decoupled"]);
    expect(rows).toHaveLength(16);
    const zambia = rows.find(([country]) => country === "Zambia");
    const last = Number(zambia?.[1]?.split("-")[1]);
    const changeOf = (slug: string, indicator: string) =>
      `${((shipped(slug, indicator, last) / shipped(slug, indicator, 2000) - 1) * 100).toFixed(1)} %`;
    expect(zambia?.slice(2, 4)).toEqual([
      changeOf("african-economic-indicators", "gdppercapita_us_inflation_adjusted"),
      changeOf("sadc-esg", "co2_per_capita"),
    ]);
    expect(new Set(rows.map((row) => row[4]))).toContain("decoupled");
    expect((await partner.usage.report({ by: "operation" })).totals.calls).toBe(slugs.length);
  } finally {
    await example.close();
  }
}, 180_000);
