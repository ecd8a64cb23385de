import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld, pricesDataset } from "../exports/exports-testing.ts";
import { publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

const header = "date,code,close,volume\n";
const day = (date: string, close: number) => `${date},KCB,${close},10\n${date},SCOM,${close + 1},20\n`;
const dates = ["2025-01-07", "2025-01-08", "2025-01-09", "2025-01-10"];
const csv = header + dates.map((date, at) => day(date, at)).join("");

let world: World;
let key: string;
beforeAll(async () => {
  // As long as a busy machine takes.
  const settings = { WIZDATA_SEARCH_DEADLINE_MS: "120000" };
  world = await openWorld({ now: new Date("2025-01-10T12:00:00.000Z"), settings });
  const exports = await openExportsWorld(world);
  await publish(world, pricesDataset("limited"), csv);
  key = (await exports.subscriber({ slug: "limited", tier: "premium" })).key;
  await setPolicy({ rows: { code: ["KCB"] }, columns: ["close"], history_days: 2, delay_hours: 24 });
}, 300_000);
afterAll(() => world.close());

async function setPolicy(policy: object | null) {
  const limits = { per_minute: 1_000, per_day: 10_000, per_month: 100_000, price_multiplier: 1 };
  const body = { ...limits, features: ["query", "export"], policy };
  const { status } = await world.ask("PUT", "/datasets/limited/licenses/premium", { body });
  expect(status).toBe(200);
}

/** As the SDK asks: what is still being prepared is asked for again. */
async function changes(since: string) {
  for (;;) {
    const answer = await world.ask("GET", `/data/limited/changes?since=${since}`, { key });
    if (answer.status !== 503) return answer.body;
  }
}

test("as a window of time moves on, rows that come into it are added, and those that leave it expire", async () => {
  const first = await changes("0");
  expect(first.data).toEqual([{ _change: "added", date: "2025-01-08", code: "KCB", close: 1 }]);
  world.clock.advance(24 * 3_600_000);
  // The same version: nobody published anything.
  const next = await changes(first.sync_token);
  expect(next).toMatchObject({ since: 1, version: 1, summary: { added: 1, expired: 1, removed: 0, changed: 0 } });
  expect(next.data).toEqual([
    { _change: "expired", date: "2025-01-08", code: "KCB", close: null },
    { _change: "added", date: "2025-01-09", code: "KCB", close: 2 },
  ]);
  expect((await changes(next.sync_token)).data).toEqual([]);
  // By its number, a version is as it is seen now.
  expect((await changes("1")).data).toEqual([]);
});

test("under another policy a token leads to what is seen now, and tells nothing that was in a row that no longer is", async () => {
  const { sync_token: token } = await changes("0");
  await setPolicy({ rows: { code: ["SCOM"] }, columns: ["volume"] });
  const rows = await changes(token);
  expect(rows.data).toEqual([
    { _change: "added", date: "2025-01-07", code: "SCOM", volume: 20 },
    { _change: "added", date: "2025-01-08", code: "SCOM", volume: 20 },
    { _change: "expired", date: "2025-01-09", code: "KCB", volume: null },
    { _change: "added", date: "2025-01-09", code: "SCOM", volume: 20 },
    { _change: "added", date: "2025-01-10", code: "SCOM", volume: 20 },
  ]);
});
