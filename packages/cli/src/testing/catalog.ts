import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Platform } from "./platform.ts";

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

/** Registers and publishes the dataset with the command itself, and gives a partner that is subscribed to it. */
export async function openShop({ cli, as }: Platform, tier = "premium") {
  const file = join(cli.home, "entry.json");
  const data = join(cli.home, "rows.csv.gz");
  writeFileSync(file, JSON.stringify(entry));
  writeFileSync(data, gzipSync(csv));
  const steps = [
    ["datasets", "create", file],
    ["datasets", "publish", entry.slug, "--file", data],
    [
      "partners",
      "onboard",
      "--company",
      "Baobab",
      "--email",
      "data@baobab.example",
      "--plan",
      "enterprise",
      "--subscribe",
      `${entry.slug}:${tier}`,
    ],
  ];
  let last = "";
  for (const step of steps) {
    const { code, stdout, stderr } = await cli.run([...step, "--json"]);
    if (code !== 0) throw new Error(`${step.join(" ")}: ${stdout}${stderr}`);
    last = stdout;
  }
  const { partner, key } = JSON.parse(last);
  return {
    partnerId: partner.id as string,
    key: key.secret as string,
    keyId: key.id as string,
    partner: as(key.secret),
  };
}
