import { gzipSync } from "node:zlib";
import type { Answer } from "@wizdata/server/testing/world";
import { openPlatform, type Platform } from "./platform.ts";
import type { Cli, OnFinished } from "./process.ts";

export const entry = {
  slug: "share-prices",
  title: "Share prices",
  description: "A few days of three shares.",
  category: "market",
  countries: ["ZAF"],
  series: ["NPN", "SOL", "MTN"],
  cadence: "daily",
  source: { name: "Somewhere", licence: "CC BY 4.0", attribution: "Somewhere, 2024" },
  price: { amount: 250_000, currency: "ZAR" },
  definition: {
    key: ["ticker", "date"],
    time: "date",
    columns: [
      { name: "date", type: "date", nullable: false },
      { name: "ticker", type: "string", nullable: false },
      { name: "close", type: "number", unit: "ZAR cents" },
      { name: "volume", type: "integer", unit: "shares", description: "traded that day" },
    ],
  },
};

const days = Array.from({ length: 300 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
export const rows = days.flatMap((date, day) =>
  entry.series.map((ticker, at) => ({
    date,
    ticker,
    close: 100 * (at + 1) + day / 4,
    volume: day % 7 === 0 ? null : day * 1_000 + at,
  })),
);
export const csv = [
  "date,ticker,close,volume",
  ...rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? "")
      .join(","),
  ),
  "",
].join("\n");

export type Shop = Platform & Partner;
type Partner = { partnerId: string; key: string; partner: Cli };

/** A platform that sells the dataset, and a partner that is subscribed to it. */
export async function openShop(tier = "premium", onFinished?: OnFinished): Promise<Shop> {
  const platform = await openPlatform(onFinished);
  const { ask } = platform.world;
  await done(ask("POST", "/datasets", { body: entry }));
  const headers = { "content-type": "application/gzip" };
  await done(ask("POST", `/datasets/${entry.slug}/versions`, { raw: gzipSync(csv), headers }));
  return { ...platform, ...(await openPartner(platform, tier)) };
}

/** A partner with a key; without a tier it has no subscription. */
export async function openPartner({ world, as }: Platform, tier?: string): Promise<Partner> {
  const { id, key } = await world.onboard();
  if (tier) await done(world.ask("POST", `/datasets/${entry.slug}/subscribe`, { body: { partner_id: id, tier } }));
  return { partnerId: id, key, partner: as(key) };
}

async function done(asked: Promise<Answer>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(JSON.stringify(body));
}
