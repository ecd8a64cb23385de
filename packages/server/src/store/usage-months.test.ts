import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { createIds } from "../clock.ts";
import { createDatabase, isPostgres, openWorld } from "../testing/world.ts";
import { requireDrizzle } from "./drizzle.ts";
import { migrationsFolder, migrationTags } from "./migrations.ts";
import { openPostgres } from "./postgres.ts";
import { dropUsageMonth, makeUsageMonths } from "./usage-months.ts";

const { drizzle } = requireDrizzle("drizzle-orm/postgres-js");
const { migrate } = requireDrizzle("drizzle-orm/postgres-js/migrator");

const march = new Date("2026-03-10T09:30:00.000Z");
const may = new Date("2026-05-31T23:59:59.999Z");
const june = new Date("2026-06-01T00:00:00.000Z");

async function openDatabase() {
  const { url, drop } = await createDatabase();
  const client = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await client.end();
    await drop();
  });
  return { url, client };
}

/** Stores an event that was made at a time, and gives its id. */
async function storeEvent(client: Sql, at: Date): Promise<string> {
  const id = createIds(() => at)("use");
  await client`insert into usage_events (id, partner_id, subscription_id, lineage_id, key_id, dataset, version, operation, outcome,
    status, rows, bytes, units, amount_millis, segment, local_date, local_hour, request_id, at)
    values (${id}, 'par_1', 'sub_1', 'lin_1', 'key_1', 'prices', 1, 'query', 'ok', 200, 1, 1, 1, 0, 's', '2026-03-10', 9, 'req_1', ${at.toISOString()})`;
  return id;
}

async function partsOf(client: Sql): Promise<Record<string, number>> {
  const rows =
    await client`select tableoid::regclass::text as part, count(*)::int as rows from usage_events group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ part, rows }) => [part, rows]));
}

/** The schema of before the months, as an older WizData left it. */
async function migrateBefore(client: Sql, tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "wizdata-before-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(migrationsFolder("postgres"), folder, { recursive: true });
  const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8"));
  const known = migrationTags("postgres").slice(0, migrationTags("postgres").indexOf(tag));
  journal.entries = journal.entries.filter((entry: { tag: string }) => known.includes(entry.tag));
  await writeFile(join(folder, "meta", "_journal.json"), JSON.stringify(journal));
  await migrate(drizzle(client), { migrationsFolder: folder });
}

test.runIf(isPostgres)("usage lies by month, made ahead by whichever process comes first", async () => {
  const { url, client } = await openDatabase();
  await (await openPostgres({ url })).close();
  await Promise.all([makeUsageMonths(url, march), makeUsageMonths(url, march), makeUsageMonths(url, march)]);
  for (const at of [march, may, june]) await storeEvent(client, at);
  expect(await partsOf(client)).toEqual({
    usage_events_2026_03: 1,
    usage_events_2026_05: 1,
    // Nobody looked for months: it works all the same.
    usage_events_default: 1,
  });
  await makeUsageMonths(url, june);
  await storeEvent(client, june);
  await storeEvent(client, new Date("2026-07-01T00:00:00.000Z"));
  expect(await partsOf(client)).toMatchObject({ usage_events_default: 2, usage_events_2026_07: 1 });
});

test.runIf(isPostgres)("an older platform is divided without a row being moved, and its usage stays", async () => {
  const { url, client } = await openDatabase();
  await migrateBefore(client, "0011_usage_months");
  const ids = [await storeEvent(client, march), await storeEvent(client, may)];
  await (await openPostgres({ url })).close();
  await makeUsageMonths(url, may);
  ids.push(await storeEvent(client, may), await storeEvent(client, june));
  expect(await partsOf(client)).toEqual({ usage_events_until_2026_05: 3, usage_events_2026_06: 1 });
  const stored = await client`select id from usage_events order by id`;
  expect(stored.map(({ id }) => id)).toEqual(ids.toSorted());
  await expect(client`insert into usage_events select * from usage_events limit 1`).rejects.toThrow(/duplicate key/);
});

test.runIf(isPostgres)(
  "a month goes as a whole when it has as many rows as were counted, and else not at all",
  async () => {
    const { url, client } = await openDatabase();
    await (await openPostgres({ url })).close();
    await makeUsageMonths(url, march);
    await storeEvent(client, march);
    await storeEvent(client, march);
    const kept = await storeEvent(client, may);
    expect(await dropUsageMonth(url, "2026-03", 1)).toBe(false);
    expect(await dropUsageMonth(url, "2026-02", 0)).toBe(false);
    expect(await dropUsageMonth(url, "2026-03", 2)).toBe(true);
    expect((await client`select id from usage_events`).map(({ id }) => id)).toEqual([kept]);
  },
);

test("a platform starts with its usage where the month of its clock is", async () => {
  const world = await openWorld({ now: may });
  onTestFinished(() => world.close());
  expect(world.log.join("")).toBe("");
  if (!isPostgres) return;
  const client = postgres(world.config.databaseUrl ?? "", { max: 1 });
  onTestFinished(() => client.end());
  await storeEvent(client, may);
  expect(await partsOf(client)).toEqual({ usage_events_2026_05: 1 });
});
