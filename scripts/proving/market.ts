import { type LicenseTerms, type NewDataset, WizData } from "@wizdata/sdk";

// A small dataset and partners who may read it: what a proof needs before it can begin to break things.

const rowsCount = 500;
export const slug = "prices";

export const dataset: NewDataset = {
  slug,
  title: "Closing prices",
  description: "What a share cost at the end of a day.",
  category: "market",
  cadence: "daily",
  countries: ["KEN"],
  series: ["SCOM"],
  definition: {
    columns: [
      { name: "date", type: "date", nullable: false },
      { name: "code", type: "string", nullable: false },
      { name: "close", type: "number", unit: "KES", minimum: 0 },
    ],
    key: ["code", "date"],
    time: "date",
    partition: "year",
  },
  source: { name: "Made up", licence: "CC0", attribution: "Nobody" },
  price: { amount: 12_345 },
  price_per_call: 50,
  price_per_1000_rows: 200,
};

export const unlimited: LicenseTerms = {
  per_minute: 1_000_000,
  per_day: 1_000_000,
  per_month: 10_000_000,
  features: ["query", "export"],
  price_multiplier: 1,
};

export type Reader = { partnerId: string; keyId: string; key: string };
export type Market = { operator: WizData; readers: Reader[] };
type Rights = { slugs?: readonly string[]; timeZone?: string; caps?: { per_day?: number; per_minute?: number } };
type Wanted = Rights & { readers: number; terms?: Partial<LicenseTerms> };

/** Datasets of 500 rows and so many partners of the largest plan, each subscribed to all of them under these terms, each with a key. */
export async function openMarket(
  url: string,
  operatorKey: string,
  { readers, terms = {}, slugs = [slug], ...rights }: Wanted,
): Promise<Market> {
  const operator = new WizData({ baseURL: url, apiKey: operatorKey });
  for (const one of slugs) {
    await operator.datasets.create({ ...dataset, slug: one });
    await operator.datasets.publish(one, new TextEncoder().encode(rows()));
    await operator.datasets.setLicense(one, "enterprise", { ...unlimited, ...terms });
  }
  const made = Array.from({ length: readers }, (_, at) => openReader(operator, `reader${at}`, { slugs, ...rights }));
  return { operator, readers: await Promise.all(made) };
}

export async function openReader(
  operator: WizData,
  name: string,
  { slugs = [slug], timeZone = "UTC", caps = {} }: Rights = {},
): Promise<Reader> {
  const partner = await operator.partners.create({
    company: name,
    email: `data@${name}.example`,
    plan: "enterprise",
    time_zone: timeZone,
  });
  for (const one of slugs) await operator.datasets.subscribe(one, { partner_id: partner.id, tier: "enterprise" });
  const { id, secret } = await operator.keys.create(partner.id, { name: "first", caps });
  return { partnerId: partner.id, keyId: id, key: secret };
}

function rows(): string {
  const lines = Array.from({ length: rowsCount }, (_, at) => {
    const date = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
    return `${date},SCOM,${20 + (at % 7)}`;
  });
  return `date,code,close\n${lines.join("\n")}\n`;
}
