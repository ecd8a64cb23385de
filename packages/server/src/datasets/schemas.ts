import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf } from "../http/pages.ts";
import { Currency, Money, orNull, time } from "../http/wire.ts";
import { Contract } from "./contract-schemas.ts";
import { Definition } from "./definition.ts";
import { Floors } from "./floors-schemas.ts";
import { DatasetState, Deprecation } from "./lifecycle-schemas.ts";
import { foldWords } from "./search-words.ts";
import { Weights } from "./weights-schemas.ts";

/** Bounds a year of any price below 2^53 minor units. */
const priceMax = 100_000_000_000;

export const slugForm = /^[a-z][a-z0-9-]{1,62}$/;
const categoryForm = /^[a-z][a-z0-9-]{0,39}$/;

export const DatasetSource = z
  .strictObject({
    name: z.string().trim().min(1).max(200).openapi({ example: "Gapminder, World Bank" }),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    licence: z.string().trim().min(1).max(100).openapi({ example: "CC BY 4.0" }),
    attribution: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .openapi({ description: "What whoever shows the data has to say." }),
  })
  .openapi("DatasetSource", { description: "Where the data comes from and on what terms." });
export type DatasetSource = z.infer<typeof DatasetSource>;

export const Cadence = z
  .enum(["tick", "minute", "hourly", "daily", "weekly", "monthly", "quarterly", "annual", "irregular"])
  .openapi("Cadence", { description: "How often a new period of the data comes." });
export type Cadence = z.infer<typeof Cadence>;

const kept = (of: string) =>
  z
    .int()
    .min(1)
    .max(100_000)
    .nullable()
    .openapi({
      description: `${of}; null sets no such bound. A version goes when it is beyond each bound that is set, and the current one never does.`,
    });

/** What holds for versions to come, and for how long versions stay. */
const rules = {
  contract: Contract,
  floors: orNull(Floors),
  versions_kept: kept("How many of the newest versions are kept"),
  versions_kept_days: kept("For how many days a version is kept after another one took its place"),
};

export const Dataset = z
  .object({
    slug: z.string().openapi({ example: "nse-kenya" }),
    title: z.string().openapi({ example: "Nairobi Securities Exchange, daily prices" }),
    description: z.string(),
    category: z.string().openapi({ example: "market" }),
    countries: z.array(z.string()).openapi({ description: "ISO 3166-1 alpha-3.", example: ["KEN"] }),
    series: z.array(z.string()).openapi({ description: "Tickers, indicators or pairs in it.", example: ["SCOM"] }),
    cadence: Cadence,
    state: DatasetState,
    deprecation: orNull(Deprecation).openapi({ description: "null while no end is announced." }),
    current_version: z.int().nullable(),
    source: DatasetSource,
    price: Money.openapi({ description: "A month at the multiplier 1; each license says what its tier costs." }),
    price_per_call: Money.openapi({ description: "Of a pay-as-you-go subscription." }),
    price_per_1000_rows: Money.openapi({ description: "Of a pay-as-you-go subscription." }),
    weights: Weights,
    ...rules,
    created_at: time(),
    updated_at: time(),
  })
  .openapi("Dataset");
export type Dataset = z.infer<typeof Dataset>;

const amount = z.int().min(0).max(priceMax);
const country = z.string().regex(/^[A-Z]{3}$/, "an ISO 3166-1 alpha-3 code such as ZAF");
// Without what JSON escapes, a name can be looked for in the stored list as it is.
const seriesName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}"\\]+$/u, "1 to 100 characters, without quotes");
const distinct = (names: string[]) => new Set(names).size === names.length;

const fields = {
  title: z.string().trim().min(1).max(200).openapi({ example: "Nairobi Securities Exchange, daily prices" }),
  description: z.string().trim().min(1).max(10_000),
  category: z.string().regex(categoryForm, "lower-case letters, digits and dashes").openapi({ example: "market" }),
  countries: z
    .array(country)
    .max(300)
    .refine(distinct, "names a country twice")
    .openapi({ example: ["KEN"] }),
  series: z
    .array(seriesName)
    .max(1_000)
    .refine(distinct, "names a series twice")
    .openapi({ example: ["SCOM", "KCB"] }),
  cadence: Cadence,
  definition: Definition,
  source: DatasetSource,
  price_per_call: amount.openapi({ description: "Minor units of the price's currency.", example: 50 }),
  price_per_1000_rows: amount.openapi({ description: "Minor units of the price's currency.", example: 200 }),
  ...rules,
};

export const NewDataset = z
  .strictObject({
    ...fields,
    slug: z
      .string()
      .regex(slugForm, "2 to 63 lower-case letters, digits and dashes, starting with a letter")
      .openapi({ example: "nse-kenya" }),
    countries: fields.countries.default([]),
    series: fields.series.default([]),
    price: z.strictObject({ amount: amount.openapi({ example: 250_000 }), currency: Currency.default("ZAR") }),
    price_per_call: fields.price_per_call.default(0),
    price_per_1000_rows: fields.price_per_1000_rows.default(0),
    contract: rules.contract.default("additive"),
    floors: rules.floors.default(null),
    versions_kept: rules.versions_kept.default(null),
    versions_kept_days: rules.versions_kept_days.default(null),
  })
  .openapi("NewDataset");
export type NewDataset = z.infer<typeof NewDataset>;

export const DatasetChanges = z
  .strictObject({ ...fields, price: z.strictObject({ amount, currency: Currency.optional() }) })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "give at least one field to change")
  .openapi("DatasetChanges");
export type DatasetChanges = z.infer<typeof DatasetChanges>;

const queryWordsMax = 8;

export const DatasetQuery = z.strictObject({
  ...PageQuery,
  q: z
    .string()
    .max(200)
    .transform((text) => [...new Set(foldWords(text))])
    .refine((words) => words.length > 0, "has no word to look for")
    .refine((words) => words.length <= queryWordsMax, `at most ${queryWordsMax} words`)
    .optional()
    .openapi({
      type: "string",
      description:
        "Words, each of which begins a word of the title, slug, category, series, countries (names and codes), columns or description. Capitals and accents make no difference. Datasets with most of them in the title come first, then those with them in names, in columns, in descriptions; equal ones by slug.",
      example: "nairobi price",
    }),
  category: fields.category.optional(),
  country: country.optional().openapi({ description: "Covers this country.", example: "KEN" }),
  series: seriesName.optional().openapi({ description: "Has exactly this series.", example: "SCOM" }),
  state: DatasetState.optional(),
});
export type DatasetQuery = z.infer<typeof DatasetQuery>;
export const DatasetPage = pageOf(Dataset, "DatasetPage");

export const DatasetSchema = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().nullable().openapi({ description: "The version that looks so; null while none is published." }),
    definition: Definition,
    next_definition: z.union([Definition, z.null()]).openapi({
      description: "What the next version will look like where that differs. For operators only; null else.",
    }),
  })
  .openapi("DatasetSchema");
export type DatasetSchema = z.infer<typeof DatasetSchema>;

/** Anything of another form is no slug of ours, and is answered as a dataset that does not exist. */
export const slugParam = z
  .string()
  .max(200)
  .openapi({ param: { name: "slug", in: "path" }, example: "nse-kenya" });
export const SlugParam = z.object({ slug: slugParam });
