import { readdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isSound, runCheck } from "../checks/run-check.ts";
import { createIds, idBefore } from "../clock.ts";
import { hashFile } from "../lake/parts-files.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { isSignedBy } from "../ledger/keys.ts";
import { selectSigningKeys } from "../ledger/keys-queries.ts";
import { eq } from "../store/drizzle.ts";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { archiveMonth } from "./archive-month.ts";
import { createArchiver } from "./archiver.ts";
import { dueMonth } from "./due.ts";
import { pendingEvents, selectArchives } from "./queries.ts";
import { readUsageEvents } from "./read.ts";
import { archiveText } from "./signed.ts";

// Each test moves the oldest month that is left: they build on each other, as months do.
const months = ["2026-03", "2026-04", "2026-05", "2026-06"] as const;
const later = new Date("2026-09-15T12:00:00.000Z");
// Workers run at the lowest priority, and take their time beside other tests.
vi.setConfig({ testTimeout: 120_000 });
const live = new AbortController().signal;

let world: World;
let reader: { id: string; key: string };
let other: { id: string; key: string };
/** The receipts of each month, and what was told of them while they were in the database. */
const receipts = new Map<string, string[]>();
const told = new Map<string, unknown>();
let reports: unknown[];

beforeAll(async () => {
  world = await openWorld({
    now: new Date("2026-03-30T22:30:00.000Z"),
    settings: { WIZDATA_SEARCH_DEADLINE_MS: "60000" },
  });
  await publish(world, closes("prices"));
  reader = await world.onboard({ partner: { time_zone: "Africa/Johannesburg" } });
  other = await world.onboard();
  for (const { id } of [reader, other])
    await world.ask("POST", "/datasets/prices/subscribe", { body: { partner_id: id, tier: "premium" } });
  for (const month of months) {
    // In Johannesburg the second is of the next month.
    for (const day of ["15T08:00", "30T22:30"]) {
      world.clock.set(new Date(`${month}-${day}:00.000Z`));
      for (const { key } of [reader, other, reader]) await use(month, key);
    }
  }
  world.clock.set(new Date("2026-06-20T00:00:00.000Z"));
  await world.signDays();
  world.clock.set(later);
  reports = await allReports();
}, 180_000);
afterAll(() => world.close());

async function use(month: string, key: string): Promise<void> {
  world.clock.advance(1);
  const { headers } = await world.ask("GET", "/data/prices?limit=2", { key });
  const id = headers.get("wizdata-receipt") ?? "";
  receipts.set(month, [...(receipts.get(month) ?? []), id]);
  told.set(id, await read(id, key));
}

const read = async (id: string, key: string) => (await world.ask("GET", `/usage/events/${id}`, { key })).body;

const allReports = () =>
  Promise.all(
    ["day", "month", "key"].map(async (by) => {
      const query = `partner_id=${reader.id}&by=${by}&from=2026-01-01&to=2027-01-01`;
      return (await world.ask("GET", `/usage?${query}`)).body;
    }),
  );

const files = () => readdirSync(lakePaths(world.config.home).archives);
const stored = async (month: string) => {
  const { db } = world.services.store;
  const ids = new Set((await db.select({ id: db.t.usageEvents.id }).from(db.t.usageEvents)).map(({ id }) => id));
  return (receipts.get(month) ?? []).filter((id) => ids.has(id)).length;
};
/** Until it is stored that the last answers have left. */
const settled = () => expect.poll(() => pendingEvents(world.services.store.db), { timeout: 20_000 }).toEqual([]);
/** As if so long is kept that only the months up to this one are due. */
function archiverUpTo(month: string) {
  const days = (later.getTime() - new Date(`${month}-28T00:00:00.000Z`).getTime()) / 86_400_000 - 25;
  const config = { ...world.config, usageEventsKeptDays: Math.floor(days) };
  return createArchiver({ ...world.services, config });
}

test("a month that is old enough leaves the database for a signed file, and nothing that is told of it changes", async () => {
  const [month = "", next = ""] = months;
  expect(await stored(month)).toBe(6);
  await archiverUpTo(month).run();
  expect([await stored(month), await stored(next)]).toEqual([0, 6]);
  const [archive, ...more] = await selectArchives(world.services.store.db);
  expect([archive?.month, archive?.rows, archive?.emptiedAt, more]).toEqual([month, 6, later, []]);
  if (!archive) throw new Error("no archive");
  expect(await hashFile(world.services.lake.archiveFile(archive.file))).toBe(archive.sha256);
  const keys = await selectSigningKeys(world.services.store.db);
  const { publicKey = "" } = keys.find(({ id }) => id === archive.keyId) ?? {};
  expect(isSignedBy(publicKey, archiveText(archive), archive.signature)).toBe(true);

  expect(await allReports()).toEqual(reports);
  for (const id of receipts.get(month) ?? []) expect(await read(id, world.operatorKey)).toEqual(told.get(id));
  expect(isSound(await runCheck(world.config, { quick: false }))).toBe(true);
});

test("an archived event is its partner's alone", async () => {
  const [id = ""] = receipts.get(months[0]) ?? [];
  expect(await read(id, reader.key)).toEqual(told.get(id));
  const missing = createIds(() => new Date("2026-03-15T08:00:00.000Z"))("use");
  const [others, nobodys] = await Promise.all([id, missing].map((one) => read(one, other.key)));
  expect(others.code).toBe("not_found");
  expect({ ...others, instance: "", request_id: "" }).toEqual({ ...nobodys, instance: "", request_id: "" });
});

test("events are read in order of their ids, from the archive and from the database", async () => {
  const all = [...receipts.values()].flat().sort();
  const range = { after: idBefore("use", 0), before: idBefore("use", later.getTime()), limit: 4 };
  const found: string[] = [];
  for (let { after } = range; ; ) {
    const events = await readUsageEvents(world.services, { ...range, after });
    found.push(...events.map(({ id }) => id));
    if (events.length < range.limit) break;
    after = found.at(-1) ?? "";
  }
  expect(found).toEqual(all);
  const own = await readUsageEvents(world.services, { ...range, partnerId: other.id, limit: 100 });
  expect(own.map(({ partnerId }) => partnerId)).toEqual(Array(months.length * 2).fill(other.id));
});

test("a process that dies while it archives leaves every event somewhere, and the next one goes on", async () => {
  const month = months[1];
  const { store } = world.services;
  // It had written its file, and told nobody.
  writeFileSync(`${lakePaths(world.config.home).archives}/${month}-${"ab".repeat(32)}.parquet`, "half of it");
  await archiveMonth(world.services, month, live);
  // It had removed some of the events.
  const [first = ""] = receipts.get(month) ?? [];
  await store.transaction(async (tx) => {
    await tx.delete(tx.t.usageEvents).where(eq(tx.t.usageEvents.id, first));
  });
  for (const id of receipts.get(month) ?? []) expect(await read(id, world.operatorKey)).toEqual(told.get(id));
  expect(await allReports()).toEqual(reports);
  const unsound = (await runCheck(world.config, { quick: false })).filter(({ status }) => status !== "passed");
  expect(unsound).toEqual([]);

  await archiverUpTo(month).run();
  expect(await stored(month)).toBe(0);
  expect((await selectArchives(store.db)).map(({ month, rows }) => [month, rows])).toEqual([
    [months[0], 6],
    [month, 6],
  ]);
  for (const id of receipts.get(month) ?? []) expect(await read(id, world.operatorKey)).toEqual(told.get(id));
});

test("an archive is made once, and what its file does not hold stays in the database", async () => {
  const month = months[2];
  const { store } = world.services;
  await Promise.all([1, 2, 3].map(() => archiveMonth(world.services, month, live)));
  expect(files().filter((file) => file.startsWith(month))).toHaveLength(1);
  // A clock that was years behind.
  const late = createIds(() => new Date("2026-05-15T08:00:00.001Z"))("use");
  await store.transaction(async (tx) => {
    const [event] = await tx.select().from(tx.t.usageEvents).limit(1);
    if (event) await tx.insert(tx.t.usageEvents).values({ ...event, id: late });
  });
  await archiverUpTo(month).run();
  expect(await stored(month)).toBe(0);
  const left = await store.db.select().from(store.db.t.usageEvents).where(eq(store.db.t.usageEvents.id, late));
  expect(left).toHaveLength(1);
  expect((await read(late, world.operatorKey)).id).toBe(late);
  await store.transaction(async (tx) => {
    await tx.delete(tx.t.usageEvents).where(eq(tx.t.usageEvents.id, late));
  });
});

test("a check tells of an event that is in the database and in an archive", async () => {
  const { store } = world.services;
  const [id = ""] = receipts.get(months[0]) ?? [];
  await store.transaction(async (tx) => {
    const [event] = await tx.select().from(tx.t.usageEvents).limit(1);
    if (event) await tx.insert(tx.t.usageEvents).values({ ...event, id });
  });
  const results = await runCheck(world.config, { quick: false });
  const { findings } = results.find(({ name }) => name === "usage_archives") ?? {};
  expect(findings).toEqual([{ subject: id, problem: "is in the database and in the archive of 2026-03" }]);
  await store.transaction(async (tx) => {
    await tx.delete(tx.t.usageEvents).where(eq(tx.t.usageEvents.id, id));
  });
});

test("a month is not archived before its days are signed and its answers have left", async () => {
  const { store } = world.services;
  const { chains } = store.db.t;
  const due = () => dueMonth({ ...world.services, config: { ...world.config, usageEventsKeptDays: 62 } });
  expect(await due()).toBeUndefined();
  await world.signDays();
  await settled();
  expect(await due()).toBe(months[3]);
  expect(await dueMonth({ ...world.services, config: { ...world.config, usageEventsKeptDays: 0 } })).toBeUndefined();
  const [unsent = ""] = receipts.get(months[3]) ?? [];
  await store.transaction(async (tx) => {
    const [chain] = await tx.select().from(chains).limit(1);
    if (chain) await tx.insert(chains).values({ ...chain, id: "chn_test", pending: [unsent] });
  });
  expect(await due()).toBeUndefined();
  await store.transaction(async (tx) => {
    await tx.delete(tx.t.chains).where(eq(tx.t.chains.id, "chn_test"));
  });
  expect(await due()).toBe(months[3]);
});

test("with its workers gone a platform says that it cannot read an archive now", async () => {
  await world.services.lake.close();
  const [id = ""] = receipts.get(months[0]) ?? [];
  const answer = await world.ask("GET", `/usage/events/${id}`, { key: reader.key });
  expect([answer.status, answer.body.code, answer.headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
});
