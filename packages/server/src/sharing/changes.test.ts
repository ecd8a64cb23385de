import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExportsWorld, openExportsWorld } from "../exports/exports-testing.ts";
import { closes, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type FileAction, type Row, readFiles, type SharingClient, sharingClient } from "./sharing-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

const header = "date,code,close\n";
const old = "2023-01-02,SCOM,1\n2023-01-03,SCOM,2\n";
const versions = [
  `${header}${old}2024-01-02,SCOM,3\n`,
  `${header}${old}2024-01-02,SCOM,3\n2025-01-02,SCOM,4\n`,
  `${header}${old}2024-01-02,SCOM,3.5\n2025-01-02,SCOM,4\n`,
  `${header}2024-01-02,SCOM,3.5\n2025-01-02,SCOM,4\n`,
];
let datasets = 0;

/** A dataset that grew, was corrected and lost a year, a version an hour; parts are years. */
async function grown() {
  datasets += 1;
  const slug = `grown-${datasets}`;
  const start = world.clock.now();
  for (const [at, csv] of versions.entries()) {
    if (at === 0) await publish(world, closes(slug), csv);
    else await send(world, slug, csv);
    world.clock.advance(3_600_000);
  }
  const partner = await exports.subscriber({ slug });
  return { slug, start, ...partner, client: sharingClient(world, partner.key) };
}

type Actions = Awaited<ReturnType<SharingClient["changes"]>>["actions"];
const toText = ({ date, code, close }: Row) => `${date} ${code} ${close}`;

/** As the Python client reads a feed: rows of what was added are inserts, rows of what was removed are deletes. */
async function apply(rows: ReadonlySet<string>, actions: Actions): Promise<Set<string>> {
  const after = new Set(rows);
  const versionsOf = new Set(actions.map((action) => ("add" in action ? action.add : fieldsOf(action)).version));
  for (const version of [...versionsOf].sort((left, right) => Number(left) - Number(right))) {
    const of = actions.filter((action) => fieldsOf(action).version === version);
    const read = (kind: "add" | "remove") =>
      readFiles(
        world,
        of.flatMap((action) => (kind in action ? [fieldsOf(action)] : [])),
      );
    for (const row of await read("remove")) expect(after.delete(toText(row))).toBe(true);
    for (const row of await read("add")) after.add(toText(row));
  }
  return after;
}
const fieldsOf = (action: Actions[number]): FileAction =>
  "add" in action ? action.add : "remove" in action ? action.remove : action.cdf;

test("the changes from any version on, applied to what it had, are every later version", async () => {
  const { client, slug } = await grown();
  const rowsAt = async (version: number) =>
    new Set((await readFiles(world, (await client.files(slug, { version })).files)).map(toText));
  for (const [from, to] of [
    [1, 4],
    [2, 4],
    [3, 3],
    [2, 3],
    [4, 4],
    [0, 4],
  ]) {
    const had = from && from > 1 ? await rowsAt(from - 1) : new Set<string>();
    const { actions } = await client.changes(slug, `startingVersion=${from}&endingVersion=${to}`);
    expect(await apply(had, actions), `${from} to ${to}`).toEqual(await rowsAt(to ?? 0));
  }
});

test("only parts that changed are named, with the version and the moment that changed them", async () => {
  const { client, slug, start } = await grown();
  const { version, actions } = await client.changes(slug, "startingVersion=2");
  expect(version).toBe(2);
  const told = actions.map((action) => {
    const { version, timestamp } = fieldsOf(action);
    return [Object.keys(action)[0], version, timestamp && (timestamp - start.getTime()) / 3_600_000];
  });
  expect(told).toEqual([
    ["add", 2, 1],
    ["remove", 3, 2],
    ["add", 3, 2],
    ["remove", 4, 3],
  ]);
  const byMoment = `startingTimestamp=${new Date(start.getTime() + 1).toISOString()}&endingTimestamp=${new Date(start.getTime() + 2 * 3_600_000).toISOString()}`;
  expect((await client.changes(slug, byMoment)).actions.map((action) => fieldsOf(action).version)).toEqual([2, 3, 3]);
});

test("a stream asks for the same by a query, and is told where columns change", async () => {
  const { client, slug } = await grown();
  const table = `/shares/wizdata/schemas/datasets/tables/${slug}`;
  const { lines } = await client.lines("POST", `${table}/query`, { body: { startingVersion: 1, endingVersion: 2 } });
  expect(lines.map((line) => Object.keys(line)[0])).toEqual(["protocol", "metaData", "metaData", "add", "add", "add"]);
  expect(lines[2].metaData.version).toBe(1);
});

test("the feed is counted like any links, and what was read before is free", async () => {
  const { client, slug, id } = await grown();
  await client.files(slug);
  await client.changes(slug, "startingVersion=3");
  const { db } = world.services.store;
  const events = (await db.select().from(db.t.usageEvents)).filter(({ partnerId }) => partnerId === id);
  // The new part of 2024 was read with the table: the one it took the place of, and that of 2023, are new to this reader.
  expect(events.map(({ operation, rows, units }) => [operation, rows, units])).toEqual([
    ["sharing", 2, 1],
    ["sharing", 3, 1],
  ]);
});

test.each([
  "",
  "startingVersion=9",
  "startingVersion=3&endingVersion=2",
  "startingVersion=1&startingTimestamp=2020-01-01T00:00:00Z",
  "startingVersion=x",
  "startingTimestamp=2030-01-01T00:00:00Z",
  "startingVersion=1&endingTimestamp=2020-01-01T00:00:00Z",
])("a range such as %j is refused", async (query) => {
  const { key } = await exports.subscriber({ slug: "revised" });
  const { status, text } = await sharingClient(world, key).request(
    "GET",
    `/shares/wizdata/schemas/datasets/tables/revised/changes?${query}`,
  );
  expect([status, JSON.parse(text).errorCode]).toEqual([400, "INVALID_PARAMETER_VALUE"]);
});
