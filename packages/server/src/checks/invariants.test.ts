import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createArchiver } from "../archives/archiver.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { closes, publish } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { invariants, runCheck } from "./run-check.ts";

let world: World;
let write: { run(sql: string): Promise<void>; close(): Promise<void> };
/** Names of what the platform holds. */
let part: string;
let exported: string;
let archived: string;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-01-20T09:30:00.000Z") });
  await publish(world, closes("prices"));
  const partner = await world.onboard();
  await world.ask("POST", "/datasets/prices/subscribe", { body: { partner_id: partner.id, tier: "premium" } });
  await world.ask("GET", "/data/prices?limit=2", { key: partner.key });
  world.clock.set(new Date("2026-03-10T09:30:00.000Z"));
  for (let call = 0; call < 3; call++) await world.ask("GET", "/data/prices?limit=2", { key: partner.key });
  const body = { dataset: "prices", format: "csv" };
  const { id } = (await world.ask("POST", "/exports", { key: partner.key, body })).body;
  expect((await world.ask("GET", `/exports/${id}?wait_seconds=20`, { key: partner.key })).body.status).toMatch(/re|ru/);
  expect((await world.ask("GET", `/exports/${id}?wait_seconds=20`, { key: partner.key })).body.status).toBe("ready");
  const manifest = (await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key })).body;
  await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 } });
  world.clock.set(new Date("2026-03-11T06:00:00.000Z"));
  await world.signDays();
  // Written now, or the server would do it some seconds later, over what a test has put into these columns.
  await world.services.lastUse.flush();
  const { db } = world.services.store;
  [{ sha256: part } = { sha256: "" }] = await db.select().from(db.t.parts);
  const paths = lakePaths(world.config.home);
  exported = join(paths.export(id), manifest.files[0].name);
  part = paths.part(part);
  // January is old enough then.
  const config = { ...world.config, usageEventsKeptDays: 62 };
  await createArchiver({ ...world.services, config, clock: () => new Date("2026-04-15T00:00:00.000Z") }).run();
  const [archive] = await db.select().from(db.t.usageArchives);
  archived = paths.archive(archive?.file ?? "");
  write = openWriter();
}, 180_000);
afterAll(async () => {
  await write.close();
  await world.close();
});

/** A hand that reaches past the server: nothing of ours keeps it from breaking things. */
function openWriter() {
  if (world.config.databaseUrl !== undefined) {
    const client = postgres(world.config.databaseUrl, { max: 1, onnotice: () => {} });
    return { run: async (sql: string) => void (await client.unsafe(sql)), close: () => client.end() };
  }
  const file = new Database(world.config.sqliteFile);
  file.pragma("foreign_keys = off");
  return { run: async (sql: string) => void file.exec(sql), close: async () => void file.close() };
}

async function failing(quick = false) {
  const results = await runCheck(world.config, { quick });
  return results.filter(({ status }) => status !== "passed");
}

test("a platform at work passes", async () => {
  expect(await failing()).toEqual([]);
});

const live = "status in ('trialing', 'active', 'past_due')";
const copy = (table: string, columns: string, values: string) =>
  `insert into ${table} (${columns}) select ${values} from ${table} limit 1`;
const eventColumns =
  "partner_id, subscription_id, lineage_id, key_id, dataset, version, operation, outcome, status, rows, bytes, units, amount_millis, segment, local_date, local_hour, request_id, at";
const reversal = (id: string, corrects: string) =>
  copy(
    "usage_events",
    `id, corrects, ${eventColumns}`,
    `'${id}', ${corrects}, ${eventColumns.replace("rows, bytes, units", "0, 0, 0")}`,
  );
const subscriptionColumns =
  "partner_id, dataset, tier, billing, status, price, currency, price_per_call, price_per_1000_rows, price_version, anchor_date, created_at";
const uniqueIndex = `create unique index subscriptions_live_unique on subscriptions (partner_id, dataset) where ${live}`;
const open = `insert into exports (id, partner_id, lineage_id, key_id, subscription_id, dataset, version, format, query, status, rows_total, rows_done, units_held, holds, request_id, attempts, created_at)
  select 'exp_open', partner_id, lineage_id, key_id, subscription_id, dataset, version, format, query, 'queued', rows_total, 0, 1, holds, request_id, 1, created_at from exports limit 1`;
const audited =
  "insert into audit (id, actor, action, target, request_id, at) select 'aud_x', actor, action, 'exp_open', request_id, at from audit limit 1";
const journal = "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)";

/** By invariant: how somebody breaks it, and takes that back. Each is named by what it says then. */
const sqlBreaks: Record<string, { does: string; undo: string; says: RegExp }> = {
  event_tenant: {
    does: "update usage_events set partner_id = 'par_nobody' where id = (select min(id) from usage_events)",
    undo: "update usage_events set partner_id = (select partner_id from subscriptions) where partner_id = 'par_nobody'",
    says: /is of par_nobody, its subscription of par_/,
  },
  event_rollups: {
    does: "update rollups set calls = calls + 2 where operation = 'query'",
    undo: "update rollups set calls = calls - 2 where operation = 'query'",
    says: /-2 calls, 0 rows/,
  },
  rollup_months: {
    does: "update rollup_months set calls = calls + 1 where operation = 'export'",
    undo: "update rollup_months set calls = calls - 1 where operation = 'export'",
    says: /-1 calls, 0 rows/,
  },
  event_counters: {
    does: `update counters set used = used - 1 where owner like 'license:%' and "window" = 'month'`,
    undo: `update counters set used = used + 1 where owner like 'license:%' and "window" = 'month'`,
    says: /counted 3, metered 5/,
  },
  counted_not_metered: {
    does: `insert into counters (owner, "window", start, used, held) values ('key:' || (select min(lineage_id) from usage_events), 'day', '2026-03-10', 6, 0)`,
    undo: "delete from counters where owner like 'key:%'",
    says: /counted 6, metered 5/,
  },
  ledger_chains: {
    does: "update usage_events set asked = asked || '!' where operation = 'query'",
    undo: "update usage_events set asked = substr(asked, 1, length(asked) - 1) where operation = 'query'",
    says: /another root than its events give/,
  },
  ledger_days: {
    does: "update ledger_partner_days set events = events + 1",
    undo: "update ledger_partner_days set events = events - 1",
    says: /another root than its partners' days give/,
  },
  no_negative_count: {
    does: "update usage_events set rows = rows - 100 where operation = 'query'",
    undo: "update usage_events set rows = rows + 100 where operation = 'query'",
    says: /rows -98/,
  },
  event_reversed_once: {
    does: `${reversal("use_x1", "null")}; ${reversal("use_x2", "'use_x1'")}; ${reversal("use_x3", "'use_x1'")}`,
    undo: "delete from usage_events where id in ('use_x1', 'use_x2', 'use_x3')",
    says: /is reversed 2 times/,
  },
  usage_archives: {
    does: "update usage_archives set rows = rows + 1",
    undo: "update usage_archives set rows = rows - 1",
    says: /has 2 events, its sums 1/,
  },
  key_owner: {
    does: "update keys set partner_id = null where replaced_by is not null",
    undo: "update keys set partner_id = (select id from partners) where replaced_by is not null",
    says: /is of the operator, its lineage of par_/,
  },
  one_rotation_root: {
    does: "update keys set last_used_from = replaced_by, replaced_by = null where replaced_by is not null",
    undo: "update keys set replaced_by = last_used_from where last_used_from like 'key_%'",
    says: /2 keys are the newest/,
  },
  one_live_subscription: {
    does: `drop index subscriptions_live_unique; ${copy("subscriptions", `id, ${subscriptionColumns}`, `'sub_twin', ${subscriptionColumns}`)}`,
    undo: `delete from subscriptions where id = 'sub_twin'; ${uniqueIndex}`,
    says: /2 live subscriptions/,
  },
  making_audited: {
    does: "update audit set target = 'gone' where action = 'subscription.created'",
    undo: "update audit set target = (select id from subscriptions) where target = 'gone'",
    says: /no audit entry/,
  },
  change_told: {
    does: "update events set type = 'partner.gone' where type = 'partner.created'",
    undo: "update events set type = 'partner.created' where type = 'partner.gone'",
    says: /entries less events: 1/,
  },
  current_version: {
    does: "update datasets set current_version = 7",
    undo: "update datasets set current_version = 1",
    says: /version is 7/,
  },
  version_parts: {
    does: "update versions set rows = rows + 1",
    undo: "update versions set rows = rows - 1",
    says: /says 4 rows .* have 3 in/,
  },
  held_units: {
    does: `${open}; ${audited}`,
    undo: "delete from exports where id = 'exp_open'; delete from audit where id = 'aud_x'",
    says: /holds 0, its open exports 1/,
  },
  export_ready: {
    does: "update exports set event_id = 'use_gone'",
    undo: "update exports set event_id = (select id from usage_events where operation = 'export')",
    says: /no usage event/,
  },
  schema: {
    does: isPostgres ? journal : journal.replace("drizzle.", ""),
    undo: `delete from ${isPostgres ? "drizzle." : ""}__drizzle_migrations where hash = 'newer'`,
    says: /newer WizData/,
  },
  secret: {
    does: "update keys set pepper_id = 'another'",
    undo: "", // in the test: the right id is the platform's to say
    says: /not the one that 3 keys/,
  },
  database_whole: isPostgres
    ? {
        does: "alter table parts add constraint odd check (rows >= 0) not valid",
        undo: "alter table parts drop constraint odd",
        says: /never validated/,
      }
    : {
        does: "insert into publishes values ('pub_x', 'nothing', 'me', 1, 1)",
        undo: "delete from publishes",
        says: /names nothing in datasets/,
      },
};

test.each(Object.keys(sqlBreaks))("what breaks %s is found", async (name) => {
  const { does, undo, says } = sqlBreaks[name] ?? { does: "", undo: "", says: /never/ };
  await write.run(does);
  try {
    const found = (await failing()).find((result) => result.name === name);
    expect(found).toMatchObject({ status: "failed", repair: expect.any(String) });
    expect(found?.findings[0]?.problem).toMatch(says);
  } finally {
    await write.run(undo || `update keys set pepper_id = '${world.services.secrets.pepperId}'`);
  }
  expect(await failing(true)).toEqual([]);
});

const hourAgo = new Date(Date.now() - 7_200_000);
function damage(file: string): () => void {
  const kept = `${world.config.home}.kept`;
  copyFileSync(file, kept);
  const bytes = readFileSync(file);
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  return () => renameSync(kept, file);
}
function leave(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "left behind");
  utimesSync(path, hourAgo, hourAgo);
  return () => rmSync(path);
}
const indexOf = (file: string) => file.replace(".parquet", ".sqlite");

/** Each breaks a file, and gives what mends it. */
const fileBreaks: Record<string, { name: string; does: () => () => void; says: RegExp }> = {
  "a flipped bit in a part": { name: "part_files", does: () => damage(part), says: /another content/ },
  "a part that is gone": {
    name: "part_files",
    does() {
      renameSync(part, `${world.config.home}.kept`);
      return () => renameSync(`${world.config.home}.kept`, part);
    },
    says: /is missing/,
  },
  "a flipped bit in an export": { name: "export_files", does: () => damage(exported), says: /another content/ },
  "a flipped bit in an archive": { name: "usage_archives", does: () => damage(archived), says: /another content/ },
  "an archive that no row names": {
    name: "no_orphans",
    does: () => leave(archived.replace("-01-", "-02-")),
    says: /no row names it/,
  },
  "an index that lost a row": {
    name: "part_indexes",
    does() {
      const [index, kept] = [indexOf(part), `${world.config.home}.kept`];
      copyFileSync(index, kept);
      // The server holds its own open, so another one takes its place.
      copyFileSync(index, `${index}.new`);
      const changed = new Database(`${index}.new`);
      changed.exec("delete from rows where place = 0");
      changed.close();
      renameSync(`${index}.new`, index);
      return () => renameSync(kept, index);
    },
    says: /its index has \d rows, the part \d/,
  },
  "a part that no row names": {
    name: "no_orphans",
    does: () => leave(join(lakePaths(world.config.home).parts, "ab", `${"ab".repeat(32)}.parquet`)),
    says: /no row names it/,
  },
  "an export that no row names": {
    name: "no_orphans",
    does: () => leave(join(lakePaths(world.config.home).exports, "exp_left")),
    says: /no row names it/,
  },
  "a job that no row names": {
    name: "no_orphans",
    does: () => leave(join(lakePaths(world.config.home).staging, "pub_left")),
    says: /no row names it/,
  },
  "an upload that no row names": {
    name: "no_orphans",
    does: () => leave(join(lakePaths(world.config.home).uploads, "upl_left")),
    says: /no row names it/,
  },
  "a home that others may enter": {
    name: "files_private",
    does() {
      chmodSync(world.config.home, 0o755);
      return () => chmodSync(world.config.home, 0o700);
    },
    says: /has mode 755 and not 700/,
  },
};

test.each(Object.keys(fileBreaks))("%s is found", async (what) => {
  const { name, does, says } = fileBreaks[what] ?? { name: "", does: () => () => {}, says: /never/ };
  const mend = does();
  try {
    const [found, ...more] = await failing();
    expect([found?.name, more]).toEqual([name, []]);
    expect(found?.findings[0]?.problem).toMatch(says);
  } finally {
    mend();
  }
  expect(await failing()).toEqual([]);
});

test("a database that would lose what it acknowledged is found", async () => {
  const config = { ...world.config, secret: undefined };
  const secretFile = join(world.config.home, "secret");
  writeFileSync(secretFile, world.config.secret ?? "", { mode: 0o600 });
  expect(
    isPostgres
      ? []
      : await runCheck(config, { quick: true }).then((all) => all.filter((one) => one.status !== "passed")),
  ).toEqual([]);
  if (isPostgres) {
    const name = new URL(world.config.databaseUrl ?? "").pathname.slice(1);
    await write.run(`alter database ${name} set synchronous_commit = off`);
    expect((await failing(true)).map((one) => [one.name, one.findings[0]?.subject])).toEqual([
      ["database_durable", "synchronous_commit"],
    ]);
    await write.run(`alter database ${name} reset synchronous_commit`);
    return;
  }
  // A copy of the file in another mode: the world's own is open.
  const home = `${world.config.home}-rollback`;
  mkdirSync(home, { mode: 0o700 });
  await write.run(`vacuum into '${home}/control.sqlite'`);
  const results = await runCheck({ ...config, home, sqliteFile: join(home, "control.sqlite") }, { quick: true });
  rmSync(home, { recursive: true });
  const named = new Map(results.map((one) => [one.name, one]));
  expect(named.get("database_durable")?.findings[0]).toEqual({ subject: "journal_mode", problem: "is delete" });
  expect(named.get("secret")?.findings[0]).toEqual({ subject: "secret", problem: "is missing" });
  expect(named.get("part_files")?.findings[0]?.problem).toBe("is missing");
});

test("each invariant has its own break here", () => {
  const broken = new Set([
    ...Object.keys(sqlBreaks),
    ...Object.values(fileBreaks).map(({ name }) => name),
    "database_durable",
  ]);
  expect([...broken].sort()).toEqual(invariants.map(({ name }) => name).sort());
});
