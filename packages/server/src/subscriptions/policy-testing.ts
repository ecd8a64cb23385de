import { openExportsWorld, pricesCsv, pricesDataset } from "../exports/exports-testing.ts";
import { publish } from "../testing/datasets.ts";
import type { World } from "../testing/world.ts";

export type PriceRow = { date: string; code: string; close?: number; volume?: number };
type Tier = "free" | "basic" | "premium" | "enterprise";

const terms = { per_minute: 100_000, per_day: 100_000, per_month: 1_000_000, features: ["query", "export"] };

/** In the order of the version: by date, then by code. */
export const priceRows: Required<PriceRow>[] = pricesCsv()
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([date = "", code = "", close, volume]) => ({ date, code, close: Number(close), volume: Number(volume) }))
  .sort((left, right) => (`${left.date} ${left.code}` < `${right.date} ${right.code}` ? -1 : 1));

/** A dataset `limited` of prices, and what tests do with what its tiers see. */
export async function openPolicies(world: World) {
  const exports = await openExportsWorld(world);
  await publish(world, pricesDataset("limited"), pricesCsv());

  /** As the SDK asks: what is still being prepared is asked for again. */
  async function ask(key: string, search: string, headers: Record<string, string> = {}, slug = "limited") {
    for (;;) {
      const answer = await world.ask("GET", `/data/${slug}?${search}`, { key, headers });
      if (answer.status !== 503) return answer;
    }
  }

  return {
    ...exports,
    ask,
    async setPolicy(policy: object | null, tier: Tier = "premium", slug = "limited") {
      const body = { ...terms, price_multiplier: tier === "free" ? 0 : 1, policy };
      const set = await world.ask("PUT", `/datasets/${slug}/licenses/${tier}`, { body });
      if (set.status !== 200) throw new Error(JSON.stringify(set.body));
      return set.body;
    },
    async walk(key: string, search: string, { limit = 150, slug = "limited" } = {}): Promise<PriceRow[]> {
      const rows: PriceRow[] = [];
      let after = "";
      do {
        const { status, body } = await ask(key, `${search}&limit=${limit}${after}`, {}, slug);
        if (status !== 200) throw new Error(JSON.stringify(body));
        rows.push(...body.data);
        after = body.next_cursor === null ? "" : `&after=${body.next_cursor}`;
      } while (after !== "");
      return rows;
    },
    /** The rows of an export, from its files. */
    async exported(key: string, wanted: object): Promise<PriceRow[]> {
      for (;;) {
        const order = { dataset: "limited", format: "ndjson", ...wanted };
        const { status, body } = await world.ask("POST", "/exports", { key, body: order });
        if (status === 503) continue;
        if (status !== 202) throw new Error(JSON.stringify(body));
        return fileRows(key, body.id);
      }
    },
    fileRows,
  };

  async function fileRows(key: string, id: string): Promise<PriceRow[]> {
    const job = await exports.ended(key, id);
    if (job.status !== "ready") throw new Error(JSON.stringify(job));
    const manifest = await world.ask("GET", `/exports/${id}/manifest`, { key });
    const rows: PriceRow[] = [];
    for (const { name } of manifest.body.files) {
      const { bytes } = await exports.download(key, id, name);
      const lines = bytes.toString("utf8").split("\n").slice(0, -1);
      rows.push(...lines.map((line) => JSON.parse(line)));
    }
    return rows;
  }
}
