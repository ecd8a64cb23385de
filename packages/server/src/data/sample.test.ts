import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld, pricesDataset } from "../exports/exports-testing.ts";
import { create } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let subscriber: { key: string };
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_UNMETERED_CALLS_PER_MINUTE: "20" } });
  subscriber = await (await openExportsWorld(world)).subscriber();
});
afterAll(() => world.close());

const sample = (key: string, search = "", headers: Record<string, string> = {}) =>
  world.ask("GET", `/data/prices/sample${search}`, { key, headers });

test("any key reads the first 20 rows, without subscription or scope, and it is nobody's usage", async () => {
  const { body } = await world.ask("GET", "/data/prices?limit=20", { key: subscriber.key });
  const { db } = world.services.store;
  const events = await db.$count(db.t.usageEvents);
  const stranger = await world.onboard({ key: { scopes: [] } });
  const tester = await world.onboard({ key: { mode: "test" } });
  for (const key of [stranger.key, tester.key, world.operatorKey]) {
    const answer = await sample(key);
    expect(answer.body).toEqual({ dataset: "prices", version: 1, data: body.data });
    expect(answer.body.data).toHaveLength(20);
    expect(answer.headers.get("wizdata-receipt")).toBeNull();
  }
  expect(await db.$count(db.t.usageEvents)).toBe(events);
});

test("it comes in every format, and is known again by its tag", async () => {
  const { key } = await world.onboard();
  const table = await sample(key, "?format=csv");
  expect(table.body.split("\n")).toHaveLength(22);
  expect((await sample(key, "", { accept: "application/x-ndjson" })).body.split("\n")).toHaveLength(21);
  const etag = table.headers.get("etag") ?? "";
  expect((await sample(key, "?format=csv", { "if-none-match": etag })).status).toBe(304);
  expect((await sample(key, "?format=json", { "if-none-match": etag })).status).toBe(200);
  expect((await world.ask("HEAD", "/data/prices/sample?format=csv", { key })).headers.get("etag")).toBe(etag);
  expect((await sample(key, "?limit=50")).body).toMatchObject({ code: "invalid_request", errors: [{ path: "limit" }] });
});

test("what is not there, or not yet for partners, has no sample", async () => {
  const { key } = await world.onboard();
  await create(world, pricesDataset("drafted"));
  const missing = await world.ask("GET", "/data/nothing/sample", { key, headers: { "request-id": "same" } });
  const draft = await world.ask("GET", "/data/drafted/sample", { key, headers: { "request-id": "same" } });
  expect(missing.status).toBe(404);
  expect(draft.body).toEqual(missing.body);
  expect((await world.ask("GET", "/data/drafted/sample")).body.code).toBe("no_version_published");
});

test("samples are limited like every call that is not metered", async () => {
  world.clock.advance(61_000);
  const { key } = await world.onboard();
  for (let call = 0; call < 20; call++) expect((await sample(key)).status).toBe(200);
  expect((await sample(key)).body).toMatchObject({ code: "rate_limited" });
});
