import { hash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld, pricesRows } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

test("an export is queued at once, becomes ready, and its files are what the manifest promises", async () => {
  const partner = await exports.subscriber();
  const queued = await exports.create(partner.key, { format: "csv" });
  expect(queued).toMatchObject({
    partner_id: partner.id,
    dataset: "prices",
    version: 1,
    format: "csv",
    query: { order: "time" },
    progress: { rows_done: 0, rows_total: pricesRows },
    units: 1,
    rows: null,
    receipt: null,
  });
  const ready = await exports.ended(partner.key, queued.id);
  expect(ready).toMatchObject({
    status: "ready",
    rows: pricesRows,
    error: null,
    expires_at: "2026-04-09T09:30:00.000Z",
  });
  const { body: manifest } = await world.ask("GET", `/exports/${queued.id}/manifest`, { key: partner.key });
  expect(manifest).toMatchObject({
    export_id: queued.id,
    rows: pricesRows,
    bytes: ready.bytes,
    query: { order: "time" },
  });
  expect(manifest.files).toHaveLength(1);
  const [file] = manifest.files;
  const answer = await exports.download(partner.key, queued.id, file.name);
  expect(hash("sha256", answer.bytes)).toBe(file.sha256);
  expect(answer.bytes).toHaveLength(file.bytes);
  expect(answer.bytes.toString().split("\n")).toHaveLength(pricesRows + 2);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-length": String(file.bytes),
    "content-disposition": `attachment; filename="${file.name}"`,
    "cache-control": "private, no-store, no-transform",
    etag: `"sha256-${file.sha256}"`,
    "repr-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
  });
});

test("a Parquet export keeps every row, and each of its files has the hash of the manifest", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "parquet" });
  expect(await exports.ended(partner.key, id)).toMatchObject({ status: "ready", rows: pricesRows });
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  for (const { name, sha256, bytes } of manifest.files) {
    const answer = await exports.download(partner.key, id, name);
    expect(answer.headers.get("content-type")).toBe("application/vnd.apache.parquet");
    expect([hash("sha256", answer.bytes), answer.bytes.length]).toEqual([sha256, bytes]);
  }
  const rows = manifest.files.reduce((sum: number, file: { rows: number }) => sum + file.rows, 0);
  expect(rows).toBe(pricesRows);
});

test("filters, range, columns and order are those of a query", async () => {
  const partner = await exports.subscriber();
  const { id, query } = await exports.create(partner.key, {
    format: "csv",
    filters: { code: ["KCB"], "close.gte": 1 },
    from: "2024-09-01",
    to: "2024-09-06",
    columns: ["date", "close"],
    order: "-time",
  });
  expect(query).toEqual({
    filters: { code: "KCB", "close.gte": "1" },
    from: "2024-09-01",
    to: "2024-09-06",
    columns: ["date", "close"],
    order: "-time",
  });
  expect(await exports.ended(partner.key, id)).toMatchObject({ status: "ready", rows: 2 });
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  const answer = await exports.download(partner.key, id, manifest.files[0].name);
  expect(answer.bytes.toString()).toBe("date,close\n2024-09-05,1.25\n2024-09-04,1\n");
});

test("what is wrong with a query is named by its field, and nothing is reserved", async () => {
  const partner = await exports.subscriber();
  const refused = await world.ask("POST", "/exports", {
    key: partner.key,
    body: {
      dataset: "prices",
      format: "csv",
      filters: { clse: 1, "date.gte": "2024-02-30" },
      from: "2025-01-01",
      to: "2024-01-01",
      columns: ["closed"],
    },
  });
  expect(refused).toMatchObject({ status: 400, body: { code: "invalid_request" } });
  const paths = refused.body.errors.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(["filters.clse", "filters.date.gte", "columns", "to"]);
  for (const body of [
    { dataset: "prices" },
    { dataset: "prices", format: "xlsx" },
    { dataset: "prices", format: "csv", limit: 5 },
    { dataset: "prices", format: "csv", filters: { code: [] } },
    { dataset: "prices", format: "csv", filters: { code: { gte: 1 } } },
    { dataset: "prices", format: "csv", version: 0 },
  ]) {
    const answer = await world.ask("POST", "/exports", { key: partner.key, body });
    expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([400, "invalid_request"]);
  }
  expect(await exports.counted(partner.id)).toEqual({ used: 0, held: 0, events: 0 });
});

test("an export needs a subscription with the feature, and a published dataset", async () => {
  const refusal = async (key: string, body: object = {}) => {
    const answer = await world.ask("POST", "/exports", { key, body: { dataset: "prices", format: "csv", ...body } });
    return `${answer.status} ${answer.body.code}`;
  };
  const stranger = await world.onboard();
  expect(await refusal(stranger.key)).toBe("403 subscription_required");
  expect(await refusal(stranger.key, { dataset: "no-such-dataset" })).toBe("404 not_found");
  const basic = await exports.subscriber({ tier: "basic" });
  expect(await refusal(basic.key)).toBe("403 feature_not_licensed");
  const partner = await exports.subscriber();
  expect(await refusal(partner.key, { version: 99 })).toBe("404 not_found");
  const reader = await exports.anotherKey(partner.id, { name: "reader", scopes: ["exports:read"] });
  expect(await refusal(reader)).toBe("403 insufficient_scope");
  expect(await refusal(world.operatorKey)).toBe("403 forbidden");
});

test("an older version can be exported", async () => {
  const partner = await exports.subscriber({ slug: "revised" });
  const [older, newer] = [
    await exports.create(partner.key, {
      dataset: "revised",
      format: "csv",
      version: 1,
      columns: ["close"],
      to: "2024-09-02",
    }),
    await exports.create(partner.key, { dataset: "revised", format: "csv", columns: ["close"], to: "2024-09-02" }),
  ];
  const texts: string[] = [];
  for (const { id } of [older, newer]) {
    await exports.ended(partner.key, id);
    const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
    texts.push((await exports.download(partner.key, id, manifest.files[0].name)).bytes.toString());
  }
  expect([older.version, newer.version]).toEqual([1, 2]);
  expect(texts).toEqual(["close\n0.75\n0.25\n0.5\n", "close\n1.5\n0.5\n1\n"]);
});

test("the same call with the same Idempotency-Key makes one export", async () => {
  const partner = await exports.subscriber();
  const ask = () =>
    world.ask("POST", "/exports", {
      key: partner.key,
      body: { dataset: "prices", format: "csv" },
      headers: { "idempotency-key": "once" },
    });
  const [first, second] = [await ask(), await ask()];
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(second.body.id).toBe(first.body.id);
  await exports.ended(partner.key, first.body.id);
  expect(await exports.counted(partner.id)).toMatchObject({ events: 1, held: 0 });
});

test("another partner's export is as good as missing, whatever is asked of it", async () => {
  const [owner, stranger] = [await exports.subscriber(), await exports.subscriber()];
  const { id } = await exports.create(owner.key, { format: "csv" });
  await exports.ended(owner.key, id);
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: owner.key });
  const missing = `exp_${"0".repeat(26)}`;
  for (const [method, rest] of [
    ["GET", ""],
    ["GET", "?wait_seconds=1"],
    ["POST", "/cancel"],
    ["GET", "/manifest"],
    ["GET", `/files/${manifest.files[0].name}`],
  ] as const) {
    const foreign = await world.ask(method, `/exports/${id}${rest}`, { key: stranger.key });
    const none = await world.ask(method, `/exports/${missing}${rest}`, { key: stranger.key });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: "" }).toEqual({ ...none.body, request_id: "" });
  }
  const listed = await world.ask("GET", `/exports?partner_id=${owner.id}`, { key: stranger.key });
  expect(listed.body).toEqual({ data: [], has_more: false, next_cursor: null });
});

test("lists go page by page, by status and dataset; an operator sees all and asks for one partner's", async () => {
  const [partner, other] = [await exports.subscriber(), await exports.subscriber()];
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) {
    ids.push((await exports.create(partner.key, { format: "csv" })).id);
    // Ids of one millisecond have no order.
    world.clock.advance(1);
  }
  const elsewhere = await exports.create(other.key, { format: "csv" });
  for (const id of ids) await exports.ended(partner.key, id);
  await exports.ended(other.key, elsewhere.id);
  const idsOf = async (query: string, key: string) => {
    const { body } = await world.ask("GET", `/exports?${query}`, { key });
    return body.data.map(({ id }: { id: string }) => id);
  };
  const first = await world.ask("GET", "/exports?limit=2", { key: partner.key });
  expect(first.body).toMatchObject({ data: [{ id: ids[0] }, { id: ids[1] }], has_more: true });
  expect(await idsOf(`limit=2&after=${encodeURIComponent(first.body.next_cursor)}`, partner.key)).toEqual([ids[2]]);
  expect(await idsOf("status=ready&dataset=prices", partner.key)).toEqual(ids);
  expect(await idsOf("status=queued", partner.key)).toEqual([]);
  expect(await idsOf("dataset=revised", partner.key)).toEqual([]);
  expect(await idsOf(`partner_id=${partner.id}`, world.operatorKey)).toEqual(ids);
  expect(await idsOf("limit=200", world.operatorKey)).toEqual(expect.arrayContaining([...ids, elsewhere.id]));
  for (const query of ["status=done", "dataset=%00", "partner_id=%00", "limit=0", "after=x"]) {
    expect((await world.ask("GET", `/exports?${query}`, { key: partner.key })).status, query).toBe(400);
  }
});
