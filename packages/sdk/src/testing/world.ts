import { openWorld } from "@wizdata/server/testing/world";
import { onTestFinished } from "vitest";
import { type NewDataset, WizData } from "../index.ts";

/** A whole platform in this process for one test, and clients of it: no port, and nothing of it is made up. */
export async function open(settings: Record<string, string> = {}) {
  const world = await openWorld({ settings });
  onTestFinished(world.close);
  const client = (apiKey: string) => new WizData({ apiKey, baseURL: "http://localhost", fetch: world.fetch });
  const operator = client(world.operatorKey);

  /** A partner with a key, and a subscription to the dataset if one is named. */
  async function onboard(dataset?: string) {
    const partner = await operator.partners.create({
      company: "Baobab Capital",
      email: "data@baobab.example",
      plan: "enterprise",
    });
    const key = await operator.keys.create(partner.id, { name: "nightly pull" });
    if (dataset !== undefined) await operator.datasets.subscribe(dataset, { partner_id: partner.id, tier: "premium" });
    return { partner, key, wizdata: client(key.secret) };
  }

  return { ...world, client, operator, onboard };
}

export const prices: NewDataset = {
  slug: "prices",
  title: "Prices",
  description: "What shares cost at the end of a day.",
  category: "market",
  cadence: "daily",
  definition: {
    columns: [
      { name: "date", type: "date", nullable: false },
      { name: "code", type: "string", nullable: false },
      { name: "close", type: "number" },
    ],
    key: ["code", "date"],
    time: "date",
    partition: "year",
  },
  source: { name: "Made up", licence: "CC0", attribution: "Nobody" },
  price: { amount: 100_000 },
};

/** Three companies over a year: 1 098 rows. */
export const pricesRows = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
).flatMap((date, day) =>
  ["EQTY", "KCB", "SCOM"].map((code, at) => ({ date, code, close: ((day + 1) * (at + 1)) / 4 })),
);

export const pricesCsv = [
  "date,code,close",
  ...pricesRows.map(({ date, code, close }) => `${date},${code},${close}`),
  "",
].join("\n");
