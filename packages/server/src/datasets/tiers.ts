/** Everything a license can allow. `query` and `export` are enforced by their routes; the others belong to products to come. */
export const featureNames = [
  "query",
  "export",
  "realtime",
  "webhooks",
  "custom_queries",
  "white_label",
  "redistribution",
] as const;
export type Feature = (typeof featureNames)[number];

type License = {
  perMinute: number;
  perDay: number;
  perMonth: number;
  priceMultiplierMillis: number;
  features: Feature[];
};

const premium: Feature[] = ["query", "export", "realtime", "webhooks"];

/** The licenses every new dataset starts with, cheapest first. */
export const defaultLicenses = {
  free: { perMinute: 10, perDay: 1_000, perMonth: 10_000, priceMultiplierMillis: 0, features: ["query"] },
  basic: { perMinute: 60, perDay: 10_000, perMonth: 100_000, priceMultiplierMillis: 500, features: ["query"] },
  premium: { perMinute: 200, perDay: 50_000, perMonth: 500_000, priceMultiplierMillis: 1_000, features: premium },
  enterprise: {
    perMinute: 1_000,
    perDay: 1_000_000,
    perMonth: 10_000_000,
    priceMultiplierMillis: 3_000,
    features: [...premium, "custom_queries", "white_label", "redistribution"],
  },
} satisfies Record<string, License>;

export type Tier = keyof typeof defaultLicenses;
export const tierNames = Object.keys(defaultLicenses) as [Tier, ...Tier[]]; // the keys of a constant object are its type's keys
