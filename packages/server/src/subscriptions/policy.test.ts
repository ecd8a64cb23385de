import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "../store/drizzle.ts";
import { openWorld, type World } from "../testing/world.ts";
import { openPolicies, priceRows } from "./policy-testing.ts";

const now = new Date("2025-02-10T09:30:00.000Z");
const hourMs = 3_600_000;

let world: World;
let policies: Awaited<ReturnType<typeof openPolicies>>;
let partner: { id: string; key: string };
let key: string;
beforeAll(async () => {
  // What is right does not depend on how busy the machine is.
  world = await openWorld({ now, settings: { WIZDATA_SEARCH_DEADLINE_MS: "300000" } });
  policies = await openPolicies(world);
  partner = await policies.subscriber({ slug: "limited", tier: "premium" });
  key = partner.key;
}, 180_000);
afterAll(() => world.close());
beforeEach(() => world.clock.set(now));

const two = { rows: { code: ["SCOM", "KCB"] }, columns: ["close"], history_days: 90, delay_hours: 24 };
const seenOfTwo = priceRows
  .filter(({ date, code }) => code !== "EQTY" && date >= "2024-11-12" && date < "2025-02-09")
  .map(({ date, code, close }) => ({ date, code, close }));
const onlyKcb = { rows: { code: ["KCB"] } };
const seenOfKcb = priceRows.filter(({ code }) => code === "KCB");

describe("a tier sees the rows, columns and times of its policy and no other", () => {
  beforeAll(async () => {
    const set = await policies.setPolicy(two);
    expect(set.sees).toMatchObject({ columns: ["date", "code", "close"], from: "2024-11-12", to: "2025-02-09" });
  });

  test.each([
    ["order=time", seenOfTwo],
    ["order=-time", seenOfTwo.toReversed()],
    ["order=key", seenOfTwo.toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))],
    ["code=EQTY", []],
    ["code=KCB&code=EQTY", seenOfTwo.filter(({ code }) => code === "KCB")],
    ["from=2024-01-01&to=2030-01-01", seenOfTwo],
    ["from=2025-02-09", []],
    ["close.gt=0", seenOfTwo],
    ["close.lte=50&order=-time", seenOfTwo.filter(({ close }) => close <= 50).toReversed()],
    ["date.ne=2024-12-01", seenOfTwo.filter(({ date }) => date !== "2024-12-01")],
    ["version=1", seenOfTwo],
    ["as_of=2025-02-10T09:30:00Z", seenOfTwo],
  ])("?%s", async (search, expected) => {
    expect(await policies.walk(key, search)).toEqual(expected);
  });

  test.each(["volume=0", "volume.gte=0", "volume.null=false", "columns=date,volume"])(
    "?%s names no column",
    async (search) => {
      const { status, body } = await policies.ask(key, search);
      expect({ status, code: body.code }).toEqual({ status: 400, code: "invalid_request" });
      // As of a column that never was: what there is, without it.
      expect(body.errors[0].message).toMatch(/there are date, code, close(, from|$)/);
    },
  );

  test("in each format, by a body as by parameters, with the cut-off in a header", async () => {
    const page = await policies.ask(key, "limit=10000&format=csv");
    expect(page.body.split("\n").slice(0, -1)).toEqual([
      "date,code,close",
      ...seenOfTwo.map(({ date, code, close }) => `${date},${code},${close}`),
    ]);
    expect(page.headers.get("wizdata-cutoff")).toBe('from="2024-11-12", to="2025-02-09"');
    const posted = await world.ask("POST", "/data/limited/query", { key, body: { order: "-time", limit: 1 } });
    expect(posted.body.data).toEqual([seenOfTwo.at(-1)]);
    const refused = await world.ask("POST", "/data/limited/query", { key, body: { filters: { volume: 1 } } });
    expect(refused.body.code).toBe("invalid_request");
  });

  test("in files of every kind", async () => {
    expect(await policies.exported(key, {})).toEqual(seenOfTwo);
    expect(await policies.exported(key, { order: "-time" })).toEqual(seenOfTwo.toReversed());
    expect(await policies.exported(key, { filters: { code: "EQTY" } })).toEqual([]);
    const parquet = await policies.ended(
      key,
      (await policies.create(key, { dataset: "limited", format: "parquet" })).id,
    );
    expect(parquet).toMatchObject({ status: "ready", rows: seenOfTwo.length });
    const { body } = await world.ask("GET", `/exports/${parquet.id}/manifest`, { key });
    for (const { name } of body.files) {
      const { bytes } = await policies.download(key, parquet.id, name);
      expect(bytes.includes("volume")).toBe(false);
      expect(bytes.includes("EQTY")).toBe(false);
    }
    const hidden = await world.ask("POST", "/exports", {
      key,
      body: { dataset: "limited", format: "csv", filters: { volume: 1 } },
    });
    expect(hidden.body.code).toBe("invalid_request");
  });

  test("and a test key the first rows of that", async () => {
    const tester = await policies.anotherKey(partner.id, { name: "tests", mode: "test" });
    expect(await policies.walk(tester, "order=-time")).toEqual(seenOfTwo.toReversed());
  });
});

describe("what a tier sees changes for what is asked next", () => {
  test("a cursor of before is refused, and so is one of after when the policy is lifted", async () => {
    await policies.setPolicy(null);
    const before = (await policies.ask(key, "limit=10")).body.next_cursor;
    await policies.setPolicy(onlyKcb);
    expect((await policies.ask(key, `limit=10&after=${before}`)).body.code).toBe("invalid_cursor");
    const after = (await policies.ask(key, "limit=10")).body.next_cursor;
    await policies.setPolicy(null);
    expect((await policies.ask(key, `limit=10&after=${after}`)).body.code).toBe("invalid_cursor");
  });

  test("a tag of before does not say that nothing changed", async () => {
    await policies.setPolicy(null);
    const etag = (await policies.ask(key, "limit=10")).headers.get("etag") ?? "";
    await policies.setPolicy(onlyKcb);
    const answer = await policies.ask(key, "limit=10", { "if-none-match": etag });
    expect({ status: answer.status, rows: answer.body.data }).toEqual({ status: 200, rows: seenOfKcb.slice(0, 10) });
    const again = await policies.ask(key, "limit=10", { "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  test("a call made again under its name is another call", async () => {
    await policies.setPolicy(null);
    const call = { "wizdata-call": "nightly-2025-02-10" };
    const first = await policies.ask(key, "limit=10", call);
    await policies.setPolicy(onlyKcb);
    const second = await policies.ask(key, "limit=10", call);
    expect(second.body.data ?? second.body.code).not.toEqual(first.body.data);
  });

  test("pages that another tier asked for before stay that tier's", async () => {
    await policies.setPolicy(null, "enterprise");
    await policies.setPolicy(onlyKcb, "premium");
    const whole = await policies.subscriber({ slug: "limited", tier: "enterprise" });
    for (let asked = 0; asked < 3; asked++) {
      expect((await policies.ask(whole.key, "limit=7")).body.data).toEqual(priceRows.slice(0, 7));
      expect((await policies.ask(key, "limit=7")).body.data).toEqual(seenOfKcb.slice(0, 7));
    }
  });

  test("an export has what was seen when it was ordered", async () => {
    await policies.setPolicy(two);
    policies.holdJobsBack();
    await policies.ask(key, "limit=1");
    const { id } = await policies.create(key, { dataset: "limited", format: "ndjson" });
    await policies.setPolicy(onlyKcb);
    world.clock.advance(48 * hourMs);
    policies.letJobsRun();
    expect(await policies.fileRows(key, id)).toEqual(seenOfTwo);
    world.clock.set(now);
    expect(await policies.exported(key, {})).toEqual(seenOfKcb);
  });
});

describe("what moves with the time", () => {
  test("moves on the day, and a cursor keeps its hour for a day", async () => {
    await policies.setPolicy({ delay_hours: 24 });
    const page = await policies.ask(key, "order=-time&limit=3");
    expect(page.body.data[0].date).toBe("2025-02-08");
    const next = `order=-time&limit=3&after=${page.body.next_cursor}`;
    world.clock.advance(24 * hourMs);
    expect((await policies.ask(key, "order=-time&limit=3")).body.data[0].date).toBe("2025-02-09");
    expect((await policies.ask(key, next)).body.data.map(({ date }: { date: string }) => date)).toEqual(
      Array(3).fill("2025-02-07"),
    );
    world.clock.advance(hourMs);
    expect((await policies.ask(key, next)).body.code).toBe("invalid_cursor");
  });

  test("makes a part anew only where the edge moves in it", async () => {
    await policies.setPolicy({ delay_hours: 48, columns: ["volume"] });
    const made = () => world.services.store.db.$count(world.services.store.db.t.filteredParts);
    await policies.ask(key, "limit=1");
    const first = await made();
    world.clock.advance(hourMs);
    await policies.ask(key, "limit=1");
    expect(await made()).toBe(first);
    world.clock.advance(24 * hourMs);
    await policies.ask(key, "limit=1");
    expect(await made()).toBe(first + 1);
  });

  test("leaves nothing where all is older or newer", async () => {
    await policies.setPolicy({ history_days: 5 });
    world.clock.set(new Date("2026-02-10T09:30:00.000Z"));
    expect(await policies.walk(key, "order=time")).toEqual([]);
    expect(await policies.walk(key, "close.gt=0")).toEqual([]);
    expect(await policies.exported(key, {})).toEqual([]);
    const csv = await policies.ask(key, "format=csv");
    expect(csv.body).toBe("date,code,close,volume\n");
  });
});

test("a policy whose column is not there any more shows nothing, and says why", async () => {
  const { store, rights } = world.services;
  const { licenses } = store.db.t;
  const gone = { rows: [{ column: "isin", operator: "eq" as const, values: ["KE1"] }], columns: null };
  const policy = { ...gone, historyDays: null, delayHours: null, intervalSeconds: null };
  await store.transaction(async (tx) => {
    const here = and(eq(licenses.dataset, "limited"), eq(licenses.tier, "premium"));
    await tx.update(licenses).set({ policy }).where(here);
  });
  rights.drop();
  expect(await policies.ask(key, "limit=1")).toMatchObject({ status: 403, body: { code: "policy_unfit" } });
  const order = { dataset: "limited", format: "csv" };
  expect((await world.ask("POST", "/exports", { key, body: order })).body.code).toBe("policy_unfit");
  const { body } = await world.ask("GET", "/datasets/limited/licenses", { key });
  expect(body.data[2].sees).toMatchObject({ columns: [], words: [expect.stringContaining("isin")] });
});
