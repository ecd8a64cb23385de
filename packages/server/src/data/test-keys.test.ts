import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportsWorld, pricesDataset } from "../exports/exports-testing.ts";
import { publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

const seenRowsMax = 1_000;
const codes = ["EQTY", "KCB", "SCOM"];

/** More rows than a test key sees, over three parts, the last row it sees in the midst of the second. */
const days = Array.from({ length: 500 }, (_, day) => new Date(Date.UTC(2024, 8, 1 + day)).toISOString().slice(0, 10));
const rows = days.flatMap((date, day) =>
  codes.map((code, at) => ({ date, code, close: 5_000 - day * 3 - at, volume: day })),
);
const csv = `date,code,close,volume\n${rows.map((row) => Object.values(row).join(",")).join("\n")}\n`;
const seen = rows.slice(0, seenRowsMax);

let world: World;
let live: string;
let tester: string;
beforeAll(async () => {
  world = await openWorld();
  const exports = await openExportsWorld(world);
  await publish(world, pricesDataset("long"), csv);
  const partner = await exports.subscriber({ slug: "long", tier: "enterprise", billing: "payg" });
  live = partner.key;
  tester = await exports.anotherKey(partner.id, { name: "tests", mode: "test" });
}, 180_000);
afterAll(() => world.close());

const ask = (search: string, key = tester) => world.ask("GET", `/data/long?${search}`, { key });

async function walk(search: string): Promise<typeof rows> {
  const walked: typeof rows = [];
  let after = "";
  do {
    const { body } = await ask(`${search}&limit=400${after}`);
    walked.push(...body.data);
    after = body.next_cursor === null ? "" : `&after=${body.next_cursor}`;
  } while (after !== "");
  return walked;
}

const byKey = (left: { code: string; date: string }, right: { code: string; date: string }) =>
  `${left.code} ${left.date}` < `${right.code} ${right.date}` ? -1 : 1;

describe("a test key sees the first 1 000 rows and no other", () => {
  test.each([
    ["order=time", seen],
    ["order=-time", seen.toReversed()],
    ["order=key", seen.toSorted(byKey)],
    ["order=-key", seen.toSorted(byKey).reverse()],
    ["version=1", seen],
    ["as_of=2026-03-10T09:30:00Z", seen],
    ["code=KCB", seen.filter(({ code }) => code === "KCB")],
    ["code=KCB&order=-time", seen.filter(({ code }) => code === "KCB").reverse()],
    ["code=SCOM&order=key", seen.filter(({ code }) => code === "SCOM")],
    ["close.lte=4200", seen.filter(({ close }) => close <= 4_200)],
    ["volume.gte=300&order=-time", seen.filter(({ volume }) => volume >= 300).reverse()],
    ["close.gt=0&order=-key", seen.toSorted(byKey).reverse()],
    ["date.ne=2024-09-01", seen.slice(3)],
    ["from=2025-07-01", seen.filter(({ date }) => date >= "2025-07-01")],
    ["from=2025-09-01", []],
    ["date=2025-08-01&date=2025-12-01", seen.filter(({ date }) => date === "2025-08-01")],
    [
      "from=2025-07-25&order=-key",
      seen
        .filter(({ date }) => date >= "2025-07-25")
        .toSorted(byKey)
        .reverse(),
    ],
  ])("?%s", async (search, expected) => {
    expect(await walk(search)).toEqual(expected);
  });

  test("in each format, by a body as by parameters, and in one page of 10 000", async () => {
    const page = await ask("limit=10000&format=ndjson");
    expect(page.body.trimEnd().split("\n")).toEqual(seen.map((row) => JSON.stringify(row)));
    expect(page.headers.get("wizdata-next-cursor")).toBeNull();
    const posted = await world.ask("POST", "/data/long/query", { key: tester, body: { order: "-time", limit: 1 } });
    expect(posted.body.data).toEqual([rows[seenRowsMax - 1]]);
  });

  test("whatever cursor or tag of a live key it brings", async () => {
    const whole = await ask("limit=1100", live);
    expect(whole.body.data.at(-1)).toEqual(rows[1_099]);
    expect((await ask(`limit=1100&after=${whole.body.next_cursor}`)).body.code).toBe("invalid_cursor");
    const own = (await ask("limit=10")).body.next_cursor;
    expect((await ask(`limit=10&after=${own}`, live)).body.code).toBe("invalid_cursor");
    const cut = await world.ask("GET", "/data/long?limit=1100", {
      key: tester,
      headers: { "if-none-match": whole.headers.get("etag") ?? "" },
    });
    expect({ status: cut.status, rows: cut.body.data.length }).toEqual({ status: 200, rows: seenRowsMax });
  });

  test("of every version, older and newer", async () => {
    await send(world, "long", csv.replaceAll(",5000,", ",5001,"));
    expect((await walk("order=-time&version=2")).length).toBe(seenRowsMax);
    expect((await walk("version=2"))[0]).toMatchObject({ close: 5_001 });
    expect(await walk("version=1&order=-time")).toEqual(seen.toReversed());
  });
});

test("what a test key reads is recorded, limited with the rest, and never billed", async () => {
  const report = async () => (await world.ask("GET", "/usage?by=key", { key: live })).body.data;
  const own = (all: { key_name: string }[], name: string) => all.find((row) => row.key_name === name);
  const receipt = (await ask("limit=3")).headers.get("wizdata-receipt");
  const event = (await world.ask("GET", `/usage/events/${receipt}`, { key: live })).body;
  expect(event).toMatchObject({ rows: 3, units: 1, amount_millis: 0 });
  expect(own(await report(), "tests")).toMatchObject({ amount: { amount: 0 } });
  const paid = (await ask("limit=3", live)).headers.get("wizdata-receipt");
  expect((await world.ask("GET", `/usage/events/${paid}`, { key: live })).body.amount_millis).toBeGreaterThan(0);
  const leftToday = async (key: string) => {
    const { headers } = await ask("limit=1", key);
    return Number(/"license-day";r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
  };
  const left = await leftToday(live);
  expect([await leftToday(tester), await leftToday(live)]).toEqual([left - 1, left - 2]);
});
