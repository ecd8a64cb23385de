import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { closes, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

const header = "date,code,close\n";
const first = `${header}2023-01-02,KCB,1\n2023-01-02,SCOM,2\n2024-01-02,KCB,3\n2024-01-02,SCOM,4\n2025-01-02,KCB,5\n`;
// 2023 is as it was; of 2024 one row is changed and one gone; 2025 has one more; 2026 is new.
const second = `${header}2023-01-02,KCB,1\n2023-01-02,SCOM,2\n2024-01-02,KCB,3.5\n2025-01-02,KCB,5\n2025-01-02,SCOM,6\n2026-01-02,KCB,7\n`;
const none = { added: 0, changed: 0, removed: 0, expired: 0 };
const changed = [
  { _change: "changed", date: "2024-01-02", code: "KCB", close: 3.5 },
  { _change: "removed", date: "2024-01-02", code: "SCOM", close: 4 },
  { _change: "added", date: "2025-01-02", code: "SCOM", close: 6 },
  { _change: "added", date: "2026-01-02", code: "KCB", close: 7 },
];

let world: World;
let exports: Awaited<ReturnType<typeof openExportsWorld>>;
let key: string;
beforeAll(async () => {
  // As long as a busy machine takes.
  world = await openWorld({ settings: { WIZDATA_SEARCH_DEADLINE_MS: "120000" } });
  exports = await openExportsWorld(world);
  await publish(world, closes("closes"), first);
  world.clock.advance(3_600_000);
  await send(world, "closes", second);
  key = (await exports.subscriber({ slug: "closes", tier: "premium" })).key;
}, 300_000);
afterAll(() => world.close());

const ask = (search: string, headers: Record<string, string> = {}) =>
  world.ask("GET", `/data/closes/changes?${search}`, { key, headers });
const changesFolder = () => join(world.config.home, "lake", "changes");

test("the rows that changed between two versions come after their counts, and files that both have are not read", async () => {
  const { status, body, headers } = await ask("since=1");
  expect({ status, ...body }).toEqual({
    status: 200,
    dataset: "closes",
    since: 1,
    version: 2,
    key: ["code", "date"],
    time: "date",
    partition: "year",
    summary: {
      ...{ ...none, added: 2, changed: 1, removed: 1 },
      partitions: [
        { ...none, partition: "2024", changed: 1, removed: 1 },
        { ...none, partition: "2025", added: 1 },
        { ...none, partition: "2026", added: 1 },
      ],
      parts: { shared: 1, compared: 5 },
    },
    data: changed,
    has_more: false,
    next_cursor: null,
    sync_token: expect.any(String),
  });
  expect(headers.get("wizdata-dataset-version")).toBe("2");
  expect(headers.get("wizdata-receipt")).toMatch(/^use_/);
});

test("they can be asked for backwards, by moments, and from nothing", async () => {
  const backwards = await ask("since=2&version=1");
  expect(backwards.body.data).toEqual([
    { _change: "changed", date: "2024-01-02", code: "KCB", close: 3 },
    { _change: "added", date: "2024-01-02", code: "SCOM", close: 4 },
    { _change: "removed", date: "2025-01-02", code: "SCOM", close: 6 },
    { _change: "removed", date: "2026-01-02", code: "KCB", close: 7 },
  ]);
  const byTime = await ask("since=2026-03-10T09:45:00Z&as_of=2026-03-10T12:00:00Z");
  expect(byTime.body).toMatchObject({ since: 1, version: 2, data: changed });
  const whole = await ask("since=0&version=1");
  expect(whole.body.summary).toMatchObject({ ...none, added: 5 });
  expect(whole.body.data).toHaveLength(5);
  expect(whole.body.data[0]).toEqual({ _change: "added", date: "2023-01-02", code: "KCB", close: 1 });
  const same = await ask("since=2");
  expect(same.body).toMatchObject({
    summary: { ...none, partitions: [], parts: { shared: 4, compared: 0 } },
    data: [],
  });
});

test("conditions, columns, order and formats are those of a query", async () => {
  const data = async (search: string) => (await ask(`since=1&${search}`)).body.data;
  expect(await data("code=KCB")).toEqual(changed.filter(({ code }) => code === "KCB"));
  expect(await data("_change=added&_change=removed")).toEqual(changed.slice(1));
  expect(await data("close.gt=4&columns=close&order=-time")).toEqual([
    { _change: "added", close: 7 },
    { _change: "added", close: 6 },
  ]);
  expect(await data("from=2025-01-01&to=2026-01-01")).toEqual(changed.slice(2, 3));
  expect((await ask("since=0&columns=_change,close&limit=1&order=-key")).body.data).toEqual([
    { _change: "added", close: 6 },
  ]);
  expect((await ask("since=0&_change.ne=added")).body.data).toEqual([]);
  const csv = await ask("since=1&format=csv&order=key");
  expect(csv.body).toBe(
    "_change,date,code,close\nchanged,2024-01-02,KCB,3.5\nadded,2026-01-02,KCB,7\nremoved,2024-01-02,SCOM,4\nadded,2025-01-02,SCOM,6\n",
  );
  expect(csv.headers.get("wizdata-sync-token")).toEqual((await ask("since=1")).body.sync_token);
  const lines = await ask("since=1&limit=1", { accept: "application/x-ndjson" });
  expect(lines.body).toBe(`${JSON.stringify(changed[0])}\n`);
  const body = { since: 1, filters: { code: "SCOM" }, columns: ["close"] };
  const posted = await world.ask("POST", "/data/closes/changes", { key, body });
  expect(posted.body.data).toEqual([
    { _change: "removed", close: 4 },
    { _change: "added", close: 6 },
  ]);
});

test("a walk stays on its two versions, whatever is published, and goes on after what was found was thrown away", async () => {
  await publish(world, closes("walked"), first);
  await send(world, "walked", second);
  const { key: own } = await exports.subscriber({ slug: "walked", tier: "premium" });
  const walked: unknown[] = [];
  let cursor: string | null = null;
  do {
    const search: string = `since=1&limit=1${cursor === null ? "" : `&after=${cursor}`}`;
    const { body } = await world.ask("GET", `/data/walked/changes?${search}`, { key: own });
    expect([body.version, body.summary === null, body.sync_token === null]).toEqual([
      2,
      cursor !== null,
      body.has_more,
    ]);
    walked.push(...body.data);
    cursor = body.next_cursor;
    await send(world, "walked", `${second}2026-01-03,KCB,${walked.length}\n`);
    for (const name of readdirSync(changesFolder())) rmSync(join(changesFolder(), name));
  } while (cursor !== null);
  expect(walked).toEqual(changed);
});

test("what was found is read by every page after the first, and not found again", async () => {
  const { body } = await ask("since=1&limit=2");
  const found = () => readdirSync(changesFolder()).map((name) => statSync(join(changesFolder(), name)).ino);
  const before = found();
  expect((await ask(`since=1&limit=2&after=${body.next_cursor}`)).body.data).toEqual(changed.slice(2));
  expect(found()).toEqual(before);
});

describe("what cannot be answered says why", () => {
  test.each([
    ["", 400, "invalid_request", "since: is missing"],
    ["since=1&since=2", 400, "invalid_request", "since: is given twice"],
    ["since=yesterday", 400, "invalid_request", "sync_token"],
    ["since=9", 404, "not_found", "no version 9"],
    ["since=a.b", 400, "invalid_cursor", "since=0"],
    ["since=1&nothing=1", 400, "invalid_request", "nothing"],
  ])("%s", async (search, status, code, detail) => {
    const answer = await ask(search);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toContain(detail);
  });

  test("rows without a key", async () => {
    const dataset = closes("keyless");
    await publish(world, { ...dataset, definition: { ...dataset.definition, key: [] } } as typeof dataset, first);
    const { key: own } = await exports.subscriber({ slug: "keyless", tier: "premium" });
    const { status, body } = await world.ask("GET", "/data/keyless/changes?since=0", { key: own });
    expect([status, body.code]).toEqual([409, "no_row_identity"]);
  });
});
