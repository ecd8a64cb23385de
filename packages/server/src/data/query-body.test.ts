import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let key: string;
beforeAll(async () => {
  world = await openWorld();
  key = (await (await openExportsWorld(world)).subscriber()).key;
});
afterAll(() => world.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  world.ask("POST", "/data/prices/query", { key, body, headers });
const get = (search: string) => world.ask("GET", `/data/prices?${search}`, { key });
const eventsAndAudit = async () => {
  const { db } = world.services.store;
  return [await db.$count(db.t.usageEvents), await db.$count(db.t.audit), await db.$count(db.t.idempotency)];
};

test("the body asks for the same page as the parameters", async () => {
  const body = {
    filters: { code: ["KCB", "SCOM"] },
    from: "2024-12-01",
    to: "2025-02-01",
    columns: ["close", "code"],
    order: "-time",
    limit: 7,
    version: 1,
  };
  const search = "code=KCB&code=SCOM&from=2024-12-01&to=2025-02-01&columns=close,code&order=-time&limit=7&version=1";
  const [posted, got] = [await post(body), await get(search)];
  expect(posted.status).toBe(200);
  expect(posted.body).toEqual(got.body);
  expect(posted.headers.get("wizdata-next-cursor")).toBe(posted.body.next_cursor);
  expect(posted.headers.get("link")).toBeNull();
  const next = await post({ ...body, after: posted.body.next_cursor });
  expect(next.body).toEqual((await get(`${search}&after=${posted.body.next_cursor}`)).body);
  expect(next.body.data).toHaveLength(7);
});

test("a thousand values and a format go into the body, which Accept can choose as well", async () => {
  const code = Array.from({ length: 999 }, (_, at) => `X${at}`);
  const asked = { filters: { code: [...code, "KCB"] }, columns: ["code"], limit: 1 };
  expect((await post({ ...asked, format: "csv" })).body).toBe("code\nKCB\n");
  expect((await post(asked, { accept: "application/x-ndjson" })).body).toBe('{"code":"KCB"}\n');
});

test("it is metered as a query, recorded nowhere else, and its Idempotency-Key keeps nothing", async () => {
  const [events = 0, audit, idempotency] = await eventsAndAudit();
  const headers = { "idempotency-key": "the-same" };
  const first = await post({ filters: { code: "KCB" }, limit: 1 }, headers);
  const second = await post({ filters: { code: "SCOM" }, limit: 1 }, headers);
  expect([first.body.data[0].code, second.body.data[0].code]).toEqual(["KCB", "SCOM"]);
  expect(await eventsAndAudit()).toEqual([events + 2, audit, idempotency]);
  const receipt = first.headers.get("wizdata-receipt");
  expect((await world.ask("GET", `/usage/events/${receipt}`, { key })).body).toMatchObject({
    operation: "query",
    units: 1,
    rows: 1,
  });
});

test.each([
  [{ filters: { closing: 1 } }, "filters.closing"],
  [{ filters: { "close.gte": "ten" } }, "filters.close.gte"],
  [{ filters: { code: Array.from({ length: 1_001 }, String) } }, "filters.code"],
  [{ filters: { code: ["KCB", null] } }, "filters.code"],
  [{ limit: 10_001 }, "limit"],
  [{ limit: "5" }, "limit"],
  [{ limt: 5 }, "limt"],
  [{ columns: "date" }, "columns"],
  [{ from: "2025-02-30" }, "from"],
  [{ version: 1, as_of: "2026-01-01T00:00:00Z" }, "as_of"],
  [{ format: "xml" }, "format"],
  [{ after: "" }, "after"],
])("%j is refused, and the answer names %s", async (body, path) => {
  const refused = await post(body);
  expect(refused.body).toMatchObject({ status: 400 });
  if (path !== "after") expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path);
});
