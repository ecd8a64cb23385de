import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WizData } from "@wizdata/sdk";
import { startPlatform } from "../demo/platform.ts";

const catalog = new URL("../../packages/server/catalog/", import.meta.url);

/** A real server with real data, as the examples' readers have one. */
export async function openExample(slugs: readonly string[]) {
  const home = await mkdtemp(join(tmpdir(), "wizdata-example-"));
  const platform = await startPlatform({
    WIZDATA_HOME: join(home, "platform"),
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "warn",
    DATABASE_URL: "",
  });
  const operatorKey = platform.operatorKey ?? "";
  const operator = new WizData({ apiKey: operatorKey, baseURL: platform.url });
  for (const slug of slugs) {
    await operator.datasets.create(JSON.parse(readFileSync(new URL(`${slug}/dataset.json`, catalog), "utf8")));
    await operator.datasets.publish(slug, shippedRows(slug));
  }
  return {
    url: platform.url,
    home,
    operator,
    operatorKey,
    /** The key of a new partner that is subscribed to all of the datasets. */
    async subscriber(): Promise<string> {
      const { id } = await operator.partners.create({
        company: "Acacia",
        email: "it@acacia.example",
        plan: "enterprise",
      });
      for (const slug of slugs)
        await operator.datasets.subscribe(slug, { partner_id: id, tier: "premium", billing: "monthly" });
      return (await operator.keys.create(id, { name: "example" })).secret;
    },
    async close() {
      await platform.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const shippedRows = (slug: string) =>
  new Blob([readFileSync(new URL(`${slug}/data.csv.gz`, catalog))], { type: "application/gzip" });
