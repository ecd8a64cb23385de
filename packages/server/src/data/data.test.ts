import { afterAll, beforeAll, expect, test } from "vitest";
import { pricesCsv, pricesDefinition } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
type Partner = Awaited<ReturnType<World["onboard"]>>;
let partner: Partner;

beforeAll(async () => {
  world = await openWorld();
  await publish("prices", pricesCsv());
  partner = await subscriber();
});
afterAll(() => world.close());

async function publish(slug: string, csv: string) {
  const source = { name: "Test", licence: "CC0", attribution: "Nobody" };
  await world.ask("POST", "/datasets", {
    body: {
      slug,
      title: slug,
      description: "Prices",
      category: "market",
      cadence: "daily",
      definition: pricesDefinition,
      source,
      price: { amount: 1000 },
    },
  });
  const published = await world.ask("POST", `/datasets/${slug}/versions`, {
    raw: csv,
    headers: { "content-type": "text/csv" },
  });
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
}

async function subscriber({
  tier = "premium",
  billing = "monthly",
  slug = "prices",
  partner = {},
  key = {},
} = {}): Promise<Partner> {
  const made = await world.onboard({ partner, key });
  const subscribed = await world.ask("POST", `/datasets/${slug}/subscribe`, {
    body: { partner_id: made.id, tier, billing },
  });
  if (subscribed.status !== 201) throw new Error(JSON.stringify(subscribed.body));
  return made;
}

const query = (search: string, { key }: { key: string } = partner, headers: Record<string, string> = {}) =>
  world.ask("GET", `/data/prices?${search}`, { key, headers });
const events = async () => {
  const { db } = world.services.store;
  return db.select().from(db.t.usageEvents);
};

test("a page has the rows asked for, and says what it cost and from which version it is", async () => {
  const page = await query("code=SCOM&from=2024-12-30&to=2025-01-03&columns=date,close");
  expect(page.status).toBe(200);
  expect(page.body).toEqual({
    dataset: "prices",
    version: 1,
    has_more: false,
    next_cursor: null,
    data: [
      { date: "2024-12-30", close: 60.5 },
      { date: "2024-12-31", close: 61 },
      { date: "2025-01-01", close: 61.5 },
      { date: "2025-01-02", close: 62 },
    ],
  });
  expect(page.headers.get("wizdata-dataset-version")).toBe("1");
  const event = (await events()).find(({ id }) => id === page.headers.get("wizdata-receipt"));
  expect(event).toMatchObject({
    partnerId: partner.id,
    keyId: partner.keyId,
    dataset: "prices",
    version: 1,
    operation: "query",
    status: 200,
    rows: 4,
    units: 1,
    requestId: page.headers.get("request-id"),
  });
  expect(event?.bytes).toBe(JSON.stringify(page.body).length);
});

test("cursors walk every row once, in both directions, and stay on their version", async () => {
  for (const order of ["time", "-time", "key", "-key"]) {
    const walked: string[] = [];
    let after = "";
    do {
      const page = await query(`order=${order}&limit=97${after}`);
      walked.push(
        ...page.body.data.map(({ date, code }: { date: string; code: string }) =>
          order.endsWith("key") ? `${code} ${date}` : `${date} ${code}`,
        ),
      );
      after = page.body.next_cursor === null ? "" : `&after=${page.body.next_cursor}`;
    } while (after !== "");
    expect(walked).toHaveLength(600);
    expect(walked).toEqual(order.startsWith("-") ? [...new Set(walked)].sort().reverse() : [...new Set(walked)].sort());
  }
});

test("a cursor stays on the version it began with, while others see the new one", async () => {
  await publish("moving", pricesCsv());
  const reader = await subscriber({ slug: "moving" });
  const first = await world.ask("GET", "/data/moving?limit=2&code=KCB", { key: reader.key });
  const moment = world.clock.now().toISOString();
  world.clock.advance(1_000);
  const again = await world.ask("POST", "/datasets/moving/versions", {
    raw: pricesCsv(2),
    headers: { "content-type": "text/csv" },
  });
  expect(again.body.number).toBe(2);
  const second = await world.ask("GET", `/data/moving?limit=2&code=KCB&after=${first.body.next_cursor}`, {
    key: reader.key,
  });
  expect(second.body).toMatchObject({ version: 1, data: [{ close: 0.75 }, { close: 1 }] });
  expect((await world.ask("GET", "/data/moving?limit=1&code=KCB", { key: reader.key })).body).toMatchObject({
    version: 2,
    data: [{ close: 0.5 }],
  });
  expect((await world.ask("GET", "/data/moving?limit=1&code=KCB&version=1", { key: reader.key })).body).toMatchObject({
    version: 1,
  });
  expect((await world.ask("GET", `/data/moving?limit=1&as_of=${moment}`, { key: reader.key })).body).toMatchObject({
    version: 1,
  });
  expect((await world.ask("GET", "/data/moving?version=9", { key: reader.key })).body.code).toBe("not_found");
});

test("an unchanged page costs nothing: 304 is recorded with no units", async () => {
  const page = await query("code=KCB&limit=3");
  const etag = page.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[^"]+"$/);
  const same = await query("limit=3&code=KCB", partner, { "if-none-match": `"other", ${etag}` });
  expect(same.status).toBe(304);
  expect(same.body).toBe("");
  const event = (await events()).find(({ id }) => id === same.headers.get("wizdata-receipt"));
  expect(event).toMatchObject({ status: 304, units: 0, rows: 0, bytes: 0 });
  expect((await query("limit=4&code=KCB", partner, { "if-none-match": etag })).status).toBe(200);
});

test("an unchanged page costs nothing also when the quota is used up", async () => {
  const reader = await subscriber({ key: { caps: { per_day: 1 } } });
  const page = await query("code=KCB&limit=3", reader);
  expect((await query("code=KCB&limit=3", reader)).body.code).toBe("quota_exceeded");
  const known = { "if-none-match": page.headers.get("etag") ?? "" };
  expect((await query("code=KCB&limit=3", reader, known)).status).toBe(304);
});

test("HEAD tells what would come and is not metered", async () => {
  const before = (await events()).length;
  const head = await world.ask("HEAD", "/data/prices?code=KCB&limit=3", { key: partner.key });
  expect(head.status).toBe(200);
  expect(head.headers.get("etag")).toBe((await query("code=KCB&limit=3")).headers.get("etag"));
  expect((await events()).length).toBe(before + 1);
});

test.each([
  ["closing=1", "closing"],
  ["code.like=K", "code.like"],
  ["close.gte=ten", "close.gte"],
  ["from=2025-02-30", "from"],
  ["from=2025-01-02&to=2025-01-01", "to"],
  ["limit=0", "limit"],
  ["limit=-5", "limit"],
  ["limit=10001", "limit"],
  ["order=close", "order"],
  ["columns=close,nothing", "columns"],
  ["version=0", "version"],
  ["code=KCB%27;drop table partners--&closing=1", "closing"],
])("?%s names the field, costs nothing and changes nothing", async (search, path) => {
  const before = (await events()).length;
  const refused = await query(search);
  expect(refused.body).toMatchObject({ status: 400, code: "invalid_request" });
  expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  expect((await events()).length).toBe(before);
});

test("SQL in a filter is a value like any other", async () => {
  const page = await query(`code=${encodeURIComponent("KCB' or '1'='1")}`);
  expect(page.body).toMatchObject({ data: [], has_more: false });
});

test("a cursor of another query, another partner or another dataset is refused", async () => {
  const cursor = (await query("code=KCB&limit=2")).body.next_cursor;
  const other = await subscriber();
  for (const refused of [
    await query(`code=SCOM&limit=2&after=${cursor}`),
    await query(`code=KCB&limit=2&after=${cursor}`, other),
    await query(`code=KCB&after=${cursor.slice(0, -1)}`),
    await query(`code=KCB&version=7&after=${cursor}`),
  ]) {
    expect(refused.body).toMatchObject({ status: 400, code: "invalid_cursor" });
  }
});

test("who has no live subscription is told which tiers there are", async () => {
  const stranger = await world.onboard();
  const refused = await query("limit=1", stranger);
  expect(refused.body).toMatchObject({
    status: 403,
    code: "subscription_required",
    tiers: ["free", "basic", "premium", "enterprise"],
  });
  expect((await world.ask("GET", "/data/nothing", { key: partner.key })).body.code).toBe("not_found");
  expect((await world.ask("GET", "/data/prices")).body.code).toBe("forbidden");
});

test("a new tier's limits hold from the next request, and cancelling ends access at once", async () => {
  const reader = await world.onboard();
  expect((await query("limit=1", reader)).body.code).toBe("subscription_required");
  const subscribed = await world.ask("POST", "/datasets/prices/subscribe", {
    body: { partner_id: reader.id, tier: "free", billing: "monthly" },
  });
  const page = await query("limit=1", reader);
  expect(page.status).toBe(200);
  expect(page.headers.get("ratelimit-policy")).toContain('"license-minute";q=10;w=60');
  await world.ask("POST", `/subscriptions/${subscribed.body.id}/cancel`);
  expect((await query("limit=1", reader)).body.code).toBe("subscription_required");
});

test("the minute limit lets exactly its number through, and the wait it names is true", async () => {
  const reader = await subscriber({ tier: "free" });
  for (let call = 0; call < 10; call++) expect((await query("limit=1", reader)).status).toBe(200);
  const refused = await query("limit=1", reader);
  expect(refused.body).toMatchObject({
    status: 429,
    code: "rate_limited",
    limit: { name: "license-minute", quota: 10, remaining: 0 },
  });
  const wait = Number(refused.headers.get("retry-after"));
  world.clock.advance((wait - 1) * 1000);
  expect((await query("limit=1", reader)).status).toBe(429);
  world.clock.advance(1000);
  expect((await query("limit=1", reader)).status).toBe(200);
});

test("a rotation doubles nothing: over the overlap exactly the quota is granted to both keys together", async () => {
  const reader = await subscriber({ key: { caps: { per_day: 20 } } });
  const rotated = (await world.ask("POST", `/keys/${reader.keyId}/rotate`, { body: { overlap_seconds: 3_600 } })).body;
  const calls = Array.from({ length: 60 }, (_, call) =>
    query(`limit=1&code=KCB`, { key: call % 2 === 0 ? reader.key : rotated.secret }),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(40);
});

test("a quota of 100 under 1 000 parallel calls grants exactly 100", async () => {
  await world.ask("PUT", "/datasets/prices/licenses/enterprise", {
    body: { per_minute: 100_000, per_day: 100, per_month: 100_000, features: ["query", "export"], price_multiplier: 3 },
  });
  const reader = await subscriber({ tier: "enterprise" });
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => query("limit=1&code=KCB", reader)));
  const granted = answers.filter(({ status }) => status === 200);
  expect(granted).toHaveLength(100);
  expect(answers.filter(({ body }) => body.code === "quota_exceeded")).toHaveLength(900);
  const stored = (await events()).filter(({ partnerId }) => partnerId === reader.id).map(({ id }) => id);
  expect(stored.sort()).toEqual(granted.map(({ headers }) => headers.get("wizdata-receipt")).sort());
});
