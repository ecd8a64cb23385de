import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEvidence } from "../checks/evidence.ts";
import { isSound } from "../checks/run-check.ts";
import { ConfigError, readConfig } from "../config.ts";
import { closes, closesCsv } from "../testing/datasets.ts";
import { openPlatform, type ServerProcess } from "../testing/server-process.ts";
import { createDatabase, isPostgres } from "../testing/world.ts";
import { type BackupManifest, filesOf, readManifest } from "./manifest.ts";
import { restoreBackup } from "./restore-backup.ts";
import { damagedFiles } from "./stored-files.ts";
import { takeBackup } from "./take-backup.ts";

const readers = 8;
const receiptsBefore = 60;
const options = { withSecret: true, withExports: true, copies: true, progress: () => {} };
const main = fileURLToPath(new URL("../main.ts", import.meta.url));

const scratch = mkdtempSync(join(tmpdir(), "wizdata-backups-"));
const folder = join(scratch, "backup");
const databases: { drop(): Promise<void> }[] = [];
let platform: Awaited<ReturnType<typeof openPlatform>>;
let server: ServerProcess;
let operatorKey: string;
let key: string;
let exported: string;
/** The receipts that clients had when the backup began. */
let receipts: string[];

beforeAll(async () => {
  platform = await openPlatform();
  server = await platform.start();
  operatorKey = server.operatorKey ?? "";
  await post("/datasets", closes("prices"));
  await fetch(`${server.url}/api/v1/datasets/prices/versions`, {
    method: "POST",
    headers: { authorization: `Bearer ${operatorKey}`, "content-type": "text/csv" },
    body: closesCsv(),
  });
  const many = { per_minute: 1_000_000, per_day: 1_000_000, per_month: 10_000_000, price_multiplier: 1 };
  await post("/datasets/prices/licenses/enterprise", { ...many, features: ["query", "export"] }, "PUT");
  const partner = await post("/partners", { company: "Reader", email: "it@reader.example", plan: "enterprise" });
  await post("/datasets/prices/subscribe", { partner_id: partner.id, tier: "enterprise" });
  key = (await post(`/partners/${partner.id}/keys`, { name: "first" })).secret;
  exported = (await post("/exports", { dataset: "prices", format: "csv" }, "POST", key)).id;
  for (let status = ""; status !== "ready"; )
    ({ status } = (await (await get(server.url, `/exports/${exported}?wait_seconds=10`)).json()) as { status: string });
  await post("/uploads", { dataset: "prices" });
  await backUpUnderLoad();
}, 180_000);
afterAll(async () => {
  await server.stop();
  await platform.close();
  for (const database of databases) await database.drop();
  rmSync(scratch, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
async function post(path: string, body: object, method = "POST", by = operatorKey): Promise<any> {
  const headers = { authorization: `Bearer ${by}`, "content-type": "application/json" };
  return (await fetch(`${server.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })).json();
}

const get = (url: string, path: string) =>
  fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

async function backUpUnderLoad(): Promise<void> {
  const seen = new Set<string>();
  let isOver = false;
  const clients = Array.from({ length: readers }, async () => {
    while (!isOver) {
      const answer = await get(server.url, "/data/prices?limit=2");
      await answer.arrayBuffer();
      seen.add(answer.headers.get("wizdata-receipt") ?? "");
    }
  });
  while (seen.size < receiptsBefore) await sleep(10);
  receipts = [...seen];
  await takeBackup(configOf({}), folder, "1.0.0", options);
  isOver = true;
  await Promise.all(clients);
}

const configOf = (changes: Record<string, string>) => readConfig({ ...platform.env, ...changes });

/** Where a backup is restored to: a new home, and a new database where there is one. */
async function newPlace(name: string): Promise<Record<string, string>> {
  const place = { WIZDATA_HOME: join(scratch, name) };
  if (!isPostgres) return place;
  const database = await createDatabase();
  databases.push(database);
  return { ...place, DATABASE_URL: database.url };
}

const restore = async (from: string, place: Record<string, string>) =>
  restoreBackup(from, configOf(place), { secret: undefined, progress: () => {} });

test("a backup that was made under load restores to a platform that answers the same, with all that was acknowledged", async () => {
  const place = await newPlace("restored");
  const { check } = await restore(folder, place);
  expect(check.filter(({ status }) => status !== "passed")).toEqual([]);
  const evidence = await openEvidence(configOf(place));
  const stored = new Set((await evidence.rows<{ id: string }>("select id from usage_events")).map(({ id }) => id));
  // Its parts are in no backup, so it must not say that it has them.
  expect(await evidence.rows("select id from uploads")).toEqual([]);
  expect(await evidence.rows("select action from audit where request_id = 'restore'")).toEqual([
    { action: "upload.aborted" },
  ]);
  await evidence.close();
  expect(receipts.filter((receipt) => !stored.has(receipt))).toEqual([]);
  expect(receipts.length).toBeGreaterThanOrEqual(receiptsBefore);

  const twin = await platform.start(place);
  const file = (await readManifest(folder))?.exports?.[0]?.path.split("/").at(-1);
  for (const path of ["/data/prices?limit=3", `/exports/${exported}/files/${file}`]) {
    const [was, is] = await Promise.all([get(server.url, path), get(twin.url, path)]);
    expect([path, is.status, await is.text()]).toEqual([path, 200, await was.text()]);
  }
  expect(await twin.stop()).toBe(0);
  expect(statSync(join(place.WIZDATA_HOME ?? "", "secret")).mode & 0o777).toBe(0o600);
});

test("a second backup into the same folder stores what is new only, and forgets what is gone", async () => {
  const before = await readManifest(folder);
  const { manifest, filesAdded } = await takeBackup(configOf({}), folder, "1.0.0", options);
  expect(filesAdded).toBe(0);
  expect(manifest.parts).toEqual(before?.parts);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(names).toHaveLength(filesOf(manifest).length + 1);
});

test("a backup that ends half-way leaves the one before in its folder whole", async () => {
  const twice = join(scratch, "twice");
  const { manifest } = await takeBackup(configOf({}), twice, "1.0.0", options);
  await post("/uploads", { dataset: "prices" });
  const progress = (text: string) => {
    if (text.startsWith("Storing")) throw new Error("the power is gone");
  };
  await expect(takeBackup(configOf({}), twice, "1.0.0", { ...options, progress })).rejects.toThrow(/power/);
  expect(await readManifest(twice)).toEqual(manifest);
  expect(await damagedFiles(twice, manifest, () => {})).toEqual([]);
});

test("a backup without exports restores to a platform whose exports have expired, and without the secret needs it", async () => {
  const small = join(scratch, "small");
  await takeBackup(configOf({}), small, "1.0.0", { ...options, withExports: false, withSecret: false, copies: false });
  expect(existsSync(join(small, "exports"))).toBe(false);
  const place = await newPlace("small-restored");
  if (!isPostgres) {
    await expect(restore(small, { ...place, WIZDATA_SECRET: "" })).rejects.toThrow(/made without the secret/);
    expect(existsSync(place.WIZDATA_HOME ?? "")).toBe(false);
  }
  const { check } = await restore(small, place);
  expect(isSound(check)).toBe(true);
  const evidence = await openEvidence(configOf(place));
  expect(await evidence.rows("select status from exports")).toEqual([{ status: "expired" }]);
  await evidence.close();
});

test("what cannot be restored is refused before anything is made", async () => {
  const place = await newPlace("refused");
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
  const parsed: BackupManifest = JSON.parse(manifest);
  const change = (changes: object) =>
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...parsed, ...changes }));

  change({ migrations: [...parsed.migrations, "9999_future"] });
  await expect(restore(folder, place)).rejects.toThrow(/newer WizData \(1\.0\.0, with 9999_future\)/);
  change({ dialect: parsed.dialect === "sqlite" ? "postgres" : "sqlite" });
  await expect(restore(folder, place)).rejects.toThrow(ConfigError);
  change({});
  await expect(restore(folder, { ...place, WIZDATA_HOME: platform.home })).rejects.toThrow(/is not empty/);
  await expect(restore(scratch, place)).rejects.toThrow(/holds no manifest.json/);

  const [part] = parsed.parts;
  const file = join(folder, part?.path ?? "");
  const bytes = readFileSync(file);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await expect(restore(folder, place)).rejects.toThrow(/another content than its hash says/);
  expect(existsSync(place.WIZDATA_HOME ?? "")).toBe(false);
});

test("a file that was damaged in the backup is stored again, one that is damaged at its origin is not passed on", async () => {
  // It has the right length and a flipped bit, from the test before.
  const { manifest } = await takeBackup(configOf({}), folder, "1.0.0", options);
  expect(await damagedFiles(folder, manifest, () => {})).toEqual([]);

  const origin = join(platform.home, manifest.parts[0]?.path ?? "");
  const bytes = readFileSync(origin);
  writeFileSync(origin, Buffer.concat([Buffer.from("x"), bytes.subarray(1)]));
  const other = join(scratch, "other");
  await expect(takeBackup(configOf({}), other, "1.0.0", options)).rejects.toThrow(/another content than its hash says/);
  expect(await readManifest(other)).toBeUndefined();
  writeFileSync(origin, bytes);
});

test("a database that cannot be read back as it was written makes no backup", async () => {
  const bad = join(scratch, "bad-disk");
  const damage = (text: string) => {
    if (!text.startsWith("Reading 1 of")) return;
    const names = readdirSync(bad, { recursive: true, encoding: "utf8" });
    for (const name of names.filter((name) => /\.(sqlite|copy)$/.test(name))) writeFileSync(join(bad, name), "x");
  };
  const backup = takeBackup(configOf({}), bad, "1.0.0", { ...options, progress: damage });
  await expect(backup).rejects.toThrow(/has 1 bytes and not/);
  expect(await readManifest(bad)).toBeUndefined();
});

test("a folder that holds other things is left alone", async () => {
  await expect(takeBackup(configOf({}), platform.home, "1.0.0", options)).rejects.toThrow(/holds files, but no backup/);
});

test("a schema that a newer WizData made is refused by migrate and by a start", async () => {
  const place = await newPlace("newer");
  const env = { PATH: process.env.PATH ?? "", ...platform.env, ...place };
  const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  const first = JSON.parse(run("migrate", "--json").stdout);
  expect(first.applied.length).toBeGreaterThan(1);
  expect(run("migrate").stdout).toBe("The schema is up to date.\n");

  const insert = "into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)";
  if (isPostgres) {
    const client = postgres(env.DATABASE_URL ?? "", { max: 1 });
    await client.unsafe(`insert ${insert}`);
    await client.end();
  } else {
    const file = new Database(join(place.WIZDATA_HOME ?? "", "control.sqlite"));
    file.exec(`insert ${insert.replace("drizzle.", "")}`);
    file.close();
  }
  for (const command of ["migrate", "serve"]) {
    const { status, stderr } = run(command);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/schema of a newer WizData/)]);
  }
});
