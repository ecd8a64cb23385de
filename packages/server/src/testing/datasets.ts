import { readFileSync } from "node:fs";
import type { Answer, World } from "./world.ts";

// Small datasets for tests, published the way an operator does it.

const catalog = new URL("../../catalog/", import.meta.url);
/** Real data that may not be shipped lies beside the checkout. */
const beside = new URL("../../../../../shared/data/", import.meta.url);

export const readBeside = (path: string): Buffer => readFileSync(new URL(path, beside));
export const readShipped = (slug: string, file: string): Buffer => readFileSync(new URL(`${slug}/${file}`, catalog));
export const shippedSlugs = ["african-economic-indicators", "nse-kenya", "sadc-esg"];

export const source = { name: "Test", licence: "CC0", attribution: "Nobody" };

/** A dataset of closing prices with two parts at most, ready for `datasets.create`. */
export const closes = (slug: string, changes: object = {}) => ({
  slug,
  title: "Closing prices",
  description: "What shares cost at the end of a day.",
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
  source,
  price: { amount: 12_345 },
  price_per_call: 50,
  price_per_1000_rows: 200,
  ...changes,
});

export const closesCsv = (close = 20) =>
  `date,code,close\n2024-12-30,SCOM,${close}\n2024-12-31,SCOM,20.5\n2025-01-02,SCOM,21\n`;

export const create = async (world: World, dataset: object): Promise<Answer> =>
  expectStatus(await world.ask("POST", "/datasets", { body: dataset }), 201);

export const send = (world: World, slug: string, file: string | Uint8Array, headers: Record<string, string> = {}) =>
  world.ask("POST", `/datasets/${slug}/versions`, {
    raw: typeof file === "string" ? file : new Uint8Array(file),
    headers: { "content-type": "text/csv", ...headers },
  });

/** A file that is changes to the version before. */
export const sendChange = (
  world: World,
  slug: string,
  mode: string,
  file: string,
  headers: Record<string, string> = {},
) =>
  world.ask("POST", `/datasets/${slug}/versions?mode=${mode}`, {
    raw: file,
    headers: { "content-type": "text/csv", ...headers },
  });

/** A dataset with its first version; the answer is that of publishing. */
export async function publish(
  world: World,
  dataset: { slug: string },
  file: string | Uint8Array = closesCsv(),
): Promise<Answer> {
  await create(world, dataset);
  const type = typeof file !== "string" && file[0] === 0x1f ? "application/gzip" : "text/csv";
  return expectStatus(await send(world, dataset.slug, file, { "content-type": type }), 201);
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
