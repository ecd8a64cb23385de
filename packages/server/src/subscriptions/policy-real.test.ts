import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish, readBeside, readShipped, source } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { openPolicies } from "./policy-testing.ts";

const now = new Date("2019-03-01T12:40:00.000Z");
const minutesRead = 60_000;

let world: World;
let policies: Awaited<ReturnType<typeof openPolicies>>;
beforeAll(async () => {
  world = await openWorld({ now });
  policies = await openPolicies(world);
}, 180_000);
afterAll(() => world.close());

const shippedEntry = (slug: string) =>
  JSON.parse(readFileSync(new URL(`../../catalog/${slug}/dataset.json`, import.meta.url), "utf8"));
const linesOf = (csv: Buffer) => gunzipSync(csv).toString("utf8").trimEnd().split(/\r?\n/);

async function subscribe(slug: string, entry: object, file: string | Uint8Array, policy: object) {
  await publish(world, { ...entry, slug }, file);
  await policies.setPolicy(policy, "premium", slug);
  return (await policies.subscriber({ slug, tier: "premium" })).key;
}

test("of Nairobi's prices, two companies", async () => {
  const file = readShipped("nse-kenya", "data.csv.gz");
  const rows = { code: ["SCOM", "KCB"] };
  const key = await subscribe("nse-kenya", shippedEntry("nse-kenya"), new Uint8Array(file), { rows });
  const wanted = linesOf(file).filter((line) => /^\S{10},(SCOM|KCB),/.test(line));
  expect(wanted.length).toBeGreaterThan(7_000);
  const walked = await policies.walk(key, "columns=date,code", { limit: 10_000, slug: "nse-kenya" });
  const keyOf = ({ date, code }: { date: string; code: string }) => `${date},${code}`;
  expect(new Set(walked.map(keyOf))).toEqual(new Set(wanted.map((line) => line.split(",", 2).join(","))));
  expect(await policies.walk(key, "code=EQTY", { slug: "nse-kenya" })).toEqual([]);
  const exported = await policies.exported(key, { dataset: "nse-kenya", columns: ["date", "code"] });
  expect(exported).toEqual(walked);
}, 600_000);

test("of Africa's economies, the values without the names of countries", async () => {
  const slug = "african-economic-indicators";
  const file = readShipped(slug, "data.csv.gz");
  const policy = { columns: ["value"], history_days: 3_650, delay_hours: 24 };
  const key = await subscribe(slug, shippedEntry(slug), new Uint8Array(file), policy);
  const page = await policies.ask(key, "limit=1", {}, slug);
  expect(Object.keys(page.body.data[0])).toEqual(["country_iso3", "indicator", "year", "value"]);
  // A year that is not over is kept back whole.
  expect(page.headers.get("wizdata-cutoff")).toBe('from="2009", to="2019"');
  expect((await policies.ask(key, "country=Kenya", {}, slug)).body.code).toBe("invalid_request");
  const walked = await policies.walk(key, "order=time", { limit: 10_000, slug });
  const within = linesOf(file).filter((line) => /,(2009|201[0-8]),[^,]*$/.test(line));
  expect(walked.length).toBe(within.length);
}, 600_000);

test("of the euro's minutes, each whole hour of two weeks but the last two hours", async () => {
  const lines = linesOf(readBeside("fx-minute/EURUSD-M1-2019.csv.gz")).slice(0, minutesRead);
  const prices = ["open", "high", "low", "close"].map((name) => ({ name, type: "number" }));
  const entry = {
    title: "Euro in dollars by the minute",
    description: "What a euro cost in each minute.",
    category: "fx",
    cadence: "minute",
    definition: {
      columns: [
        { name: "symbol", type: "string", nullable: false },
        { name: "ts", type: "timestamp", nullable: false },
        ...prices,
      ],
      key: ["symbol", "ts"],
      time: "ts",
      partition: "month",
      source_time_zone: "UTC",
      repeated_key: "keep_last",
    },
    source,
    price: { amount: 100_000 },
  };
  const policy = { history_days: 14, delay_hours: 2, interval_seconds: 3_600 };
  const key = await subscribe("eurusd", entry, `${lines.join("\n")}\n`, policy);
  const seen = lines
    .slice(1)
    .map((line) => `${line.split(",")[1]}Z`)
    .filter((ts) => ts >= "2019-02-15T12:00:00Z" && ts < "2019-03-01T10:00:00Z" && ts.endsWith(":00:00Z"));
  expect(seen.length).toBeGreaterThan(200);
  const { body } = await policies.ask(key, "limit=1000", {}, "eurusd");
  expect(body.data.map(({ ts }: { ts: string }) => ts)).toEqual([...new Set(seen)]);
  const page = await policies.ask(key, "limit=1", {}, "eurusd");
  expect(page.headers.get("wizdata-cutoff")).toBe('from="2019-02-15T12:00:00Z", to="2019-03-01T10:00:00Z"');
}, 600_000);
