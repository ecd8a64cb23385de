import { z } from "@hono/zod-openapi";
import { Money, orNull } from "../http/wire.ts";
import { NewPolicy, Policy, Sees } from "./policy-schemas.ts";
import { slugParam } from "./schemas.ts";
import { featureNames, tierNames } from "./tiers.ts";

const callsMax = 1_000_000_000_000;
const multiplierMax = 1_000;

export const TierName = z.enum(tierNames).openapi("Tier");
const FeatureName = z.enum(featureNames).openapi("Feature");

export const License = z
  .object({
    tier: TierName,
    per_minute: z.int().openapi({ example: 60 }),
    per_day: z.int().openapi({ example: 10_000 }),
    per_month: z.int().openapi({ example: 100_000 }),
    features: z.array(FeatureName),
    price_multiplier: z.number().openapi({ example: 0.5 }),
    monthly_price: Money.openapi({ description: "The dataset's price times the multiplier, half a unit rounded up." }),
    annual_price: Money.openapi({ description: "Ten times the monthly price." }),
    policy: orNull(Policy),
    sees: Sees,
    adds: z.array(z.string()).openapi({
      description: "What it has beyond the tier before it, in words; nothing of the cheapest.",
      example: ["200 calls a minute instead of 60", "no delay"],
    }),
  })
  .openapi("License");
export type License = z.infer<typeof License>;

export const LicenseList = z
  .object({
    data: z.array(License).openapi({ description: "All tiers, cheapest first." }),
    subscribed: orNull(TierName).openapi({ description: "The tier of the caller's own live subscription, if any." }),
  })
  .openapi("LicenseList");
export type LicenseList = z.infer<typeof LicenseList>;

/** How many calls a window of a license may hold. */
export const LicenseCalls = z.int().min(1).max(callsMax);

export const LicenseTerms = z
  .strictObject({
    per_minute: LicenseCalls.openapi({ example: 60 }),
    per_day: LicenseCalls.openapi({ example: 10_000 }),
    per_month: LicenseCalls.openapi({ example: 100_000 }),
    features: z
      .array(FeatureName)
      .max(featureNames.length)
      .refine((names) => new Set(names).size === names.length, "names a feature twice")
      .openapi({ example: ["query"] }),
    price_multiplier: z.number().min(0).max(multiplierMax).multipleOf(0.001).openapi({
      description: "Times the dataset's price, with up to three decimals. The free tier's is 0.",
      example: 0.5,
    }),
    policy: orNull(NewPolicy).optional().openapi({
      description:
        "What the tier sees of the dataset. null lifts every limit; without it what was set stays, so that who changes a price opens nothing.",
    }),
  })
  .openapi("LicenseTerms");
export type LicenseTerms = z.infer<typeof LicenseTerms>;

export const TierParam = z.object({
  slug: slugParam,
  tier: TierName.openapi({ param: { name: "tier", in: "path" }, example: "basic" }),
});
