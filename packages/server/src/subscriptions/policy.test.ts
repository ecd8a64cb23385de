import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportsWorld, pricesCsv, pricesDataset } from "../exports/exports-testing.ts";
import { publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

const now = new Date("2025-02-10T09:30:00.000Z");

let world: World;
let exports: Awaited<ReturnType<typeof openExportsWorld>>;
let key: string;
beforeAll(async () => {
  world = await openWorld({ now });
  exports = await openExportsWorld(world);
  await publish(world, pricesDataset("limited"), pricesCsv());
  key = (await exports.subscriber({ slug: "limited", tier: "premium" })).key;
}, 180_000);
afterAll(() => world.close());

const terms = { per_minute: 1_000, per_day: 10_000, per_month: 100_000, price_multiplier: 1 };
async function setPolicy(policy: object | null) {
  const body = { ...terms, features: ["query", "export"], policy };
  const set = await world.ask("PUT", "/datasets/limited/licenses/premium", { body });
  if (set.status !== 200) throw new Error(JSON.stringify(set.body));
  return set.body;
}

type Row = { date: string; code: string; close?: number; volume?: number };
const [, ...lines] = pricesCsv().trimEnd().split("\n");
const all: Row[] = lines
  .map((line) => line.split(","))
  .map(([date = "", code = "", close, volume]) => ({ date, code, close: Number(close), volume: Number(volume) }))
  .sort((left, right) => (`${left.date} ${left.code}` < `${right.date} ${right.code}` ? -1 : 1));

/** As the SDK asks: what is still being prepared is asked for again. */
async function ask(search: string, secret = key) {
  for (;;) {
    const answer = await world.ask("GET", `/data/limited?${search}`, { key: secret });
    if (answer.status !== 503) return answer;
  }
}

async function walk(search: string): Promise<Row[]> {
  const rows: Row[] = [];
  let after = "";
  do {
    const { status, body } = await ask(`${search}&limit=150${after}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    rows.push(...body.data);
    after = body.next_cursor === null ? "" : `&after=${body.next_cursor}`;
  } while (after !== "");
  return rows;
}

test("a tier sees the rows, columns and times of its policy, on pages and in files", async () => {
  const set = await setPolicy({
    rows: { code: ["SCOM", "KCB"] },
    columns: ["close"],
    history_days: 90,
    delay_hours: 24,
  });
  expect(set.sees).toMatchObject({ columns: ["date", "code", "close"], from: "2024-11-12", to: "2025-02-09" });
  const seen = all
    .filter(({ date, code }) => code !== "EQTY" && date >= "2024-11-12" && date < "2025-02-09")
    .map(({ date, code, close }) => ({ date, code, close }));
  expect(seen.length).toBe(178);
  expect(await walk("order=time")).toEqual(seen);
  expect(await walk("order=-time")).toEqual(seen.toReversed());
  expect(await walk("close.gt=0")).toEqual(seen);
  expect(await walk("code=EQTY")).toEqual([]);
  const page = await world.ask("GET", "/data/limited", { key });
  expect(page.headers.get("wizdata-cutoff")).toBe('from="2024-11-12", to="2025-02-09"');
  for (const format of ["csv", "parquet"]) {
    const job = await exports.ended(key, (await exports.create(key, { dataset: "limited", format })).id);
    expect(job).toMatchObject({ status: "ready", rows: seen.length });
  }
});
