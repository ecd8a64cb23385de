import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { WizData } from "@wizdata/sdk";
import { closes, closesCsv } from "@wizdata/server/testing/datasets";
import { createDatabase, isPostgres } from "@wizdata/server/testing/world";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEvidence } from "../../packages/server/src/checks/evidence.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { onDeno } from "./runtime.ts";

// The whole suite runs on Node; these are the promises that lean on the runtime.

const readers = 16;
const receiptsWanted = 150;
const home = mkdtempSync(join(tmpdir(), "wizdata-deno-"));
const runtime = onDeno();

let environment: Record<string, string>;
let database: Awaited<ReturnType<typeof createDatabase>> | undefined;
let platform: Platform;
let operatorKey: string;
let key: string;

beforeAll(async () => {
  database = isPostgres ? await createDatabase() : undefined;
  environment = {
    WIZDATA_HOME: home,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "error",
    WIZDATA_SECRET: randomBytes(32).toString("base64"),
    DATABASE_URL: database?.url ?? "",
  };
  platform = await startPlatform(environment, "ignore", runtime);
  operatorKey = platform.operatorKey ?? "";
  key = await openReader();
}, 180_000);
afterAll(async () => {
  await platform.stop();
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

const operator = () => new WizData({ apiKey: operatorKey, baseURL: platform.url });
const partner = () => new WizData({ apiKey: key, baseURL: platform.url });

/** The key of a partner that may call as often as it likes. */
async function openReader(): Promise<string> {
  const wizdata = operator();
  // The fixture is what `datasets.create` takes; its type is the tests' own.
  await wizdata.datasets.create(closes("prices") as Parameters<typeof wizdata.datasets.create>[0]);
  await wizdata.datasets.publish("prices", new Blob([closesCsv()], { type: "text/csv" }));
  const many = { per_minute: 1_000_000, per_day: 1_000_000, per_month: 10_000_000, price_multiplier: 1 };
  await wizdata.datasets.setLicense("prices", "enterprise", { ...many, features: ["query", "export"] });
  const { id } = await wizdata.partners.create({ company: "Reader", email: "it@reader.example", plan: "enterprise" });
  await wizdata.datasets.subscribe("prices", { partner_id: id, tier: "enterprise", billing: "monthly" });
  return (await wizdata.keys.create(id, { name: "reader" })).secret;
}

const read = () => fetch(`${platform.url}/api/v1/data/prices?limit=2`, { headers: { authorization: `Bearer ${key}` } });

/** Reads until the server is gone. */
async function readOn(receipts: Set<string>): Promise<void> {
  for (;;) {
    try {
      const answer = await read();
      await answer.arrayBuffer();
      receipts.add(answer.headers.get("wizdata-receipt") ?? "");
    } catch {
      return;
    }
  }
}

test("killed under load on Deno, every receipt that arrived is stored, and all that is stored agrees", async () => {
  const receipts = new Set<string>();
  const clients = Array.from({ length: readers }, () => readOn(receipts));
  while (receipts.size < receiptsWanted) await sleep(10);
  platform.child.kill("SIGKILL");
  await Promise.all(clients);
  platform = await startPlatform(environment, "ignore", runtime);

  const sqliteFile = join(home, "control.sqlite");
  const evidence = await openEvidence({ home, sqliteFile, databaseUrl: database?.url, secret: undefined });
  const stored = new Set((await evidence.rows<{ id: string }>("select id from usage_events")).map(({ id }) => id));
  await evidence.close();
  expect([...receipts].filter((receipt) => !stored.has(receipt))).toEqual([]);
  expect(stored.size - receipts.size).toBeLessThanOrEqual(readers);

  const { id } = await operator().checks.create({});
  expect(await operator().checks.retrieve(id, { wait_seconds: 30 })).toMatchObject({ status: "passed" });
}, 180_000);

test("an export on Deno is written by a worker, and downloads whole", async () => {
  const wizdata = partner();
  const { id } = await wizdata.exports.wait((await wizdata.exports.create({ dataset: "prices", format: "csv" })).id);
  const [file = ""] = await wizdata.exports.download(id, { to: join(home, "..", `${id}`) });
  expect(readFileSync(file, "utf8").split("\n")[0]).toBe("date,code,close");
  rmSync(join(file, ".."), { recursive: true });
  const [{ name, bytes } = { name: "", bytes: 0 }] = (await wizdata.exports.manifest(id)).files;
  const url = `${platform.url}/api/v1/exports/${id}/files/${name}`;
  const head = await fetch(url, { method: "HEAD", headers: { authorization: `Bearer ${key}` } });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes)]);
});

test("the command on Deno logs in, lists and downloads with the permissions that README.md gives", async () => {
  const folder = join(home, "command");
  const environment = { XDG_CONFIG_HOME: folder, WIZDATA_BASE_URL: platform.url, NO_COLOR: "1" };
  const args = runtime.clientArgs({ reads: [], writes: [folder] });
  const command = (line: string, input = "") =>
    spawnSync(runtime.execPath, [...args, cliMain, ...line.split(" "), "--json"], {
      env: environment,
      input,
      encoding: "utf8",
    });
  expect(command("auth login --key-stdin", key).stderr).not.toContain("Requires");
  const listed = command("datasets list");
  expect([listed.status, JSON.parse(listed.stdout).data]).toEqual([0, [expect.objectContaining({ slug: "prices" })]]);
  const made = command(`exports create prices --format csv --download ${join(folder, "files")}`);
  expect([made.status, JSON.parse(made.stdout).files]).toEqual([0, [expect.objectContaining({ rows: 3 })]]);
});

test("a server on Deno knows who calls, and ends when it is asked to, with every call answered", async () => {
  expect((await operator().me.retrieve()).key.last_used?.from).toBe("127.0.0.1");
  const answers = Array.from({ length: readers }, () => read().then(({ status }) => status));
  await platform.stop();
  expect(await Promise.all(answers)).toEqual(answers.map(() => 200));
  expect(platform.child.exitCode).toBe(0);
  platform = await startPlatform(environment, "ignore", runtime);
});

const cliMain = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));
const main = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

/** Starts a server, which may publish at its start and so start a worker, and gives what it died of. */
function failureWith(args: string[], folder: string, publishes: boolean): Promise<string> {
  const env = {
    WIZDATA_HOME: folder,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "error",
    WIZDATA_SHIPPED_CATALOG: publishes ? "1" : "",
  };
  const child = spawn(runtime.execPath, [...args, main], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (/serves on/.test(output)) child.kill("SIGKILL");
    });
  return new Promise((resolve) => child.on("close", () => resolve(output)));
}

const permissions = runtime.serverArgs(home, undefined).filter((arg) => arg.startsWith("--allow"));

test.skipIf(isPostgres)("each permission is needed, and README.md names them all", { timeout: 180_000 }, async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  for (const permission of permissions) expect(readme).toContain(permission.split("=")[0]);
  const outputs = await Promise.all(
    permissions.map((permission, at) => {
      const folder = join(home, `without-${at}`);
      const args = runtime.serverArgs(folder, undefined);
      const without = args.filter((arg) => arg.split("=")[0] !== permission.split("=")[0]);
      return failureWith(without, folder, permission.startsWith("--allow-run"));
    }),
  );
  const named = outputs.map((output) => /Requires (\w+) access/.exec(output)?.[1]);
  expect(named).toEqual(permissions.map((permission) => /^--allow-(\w+)/.exec(permission)?.[1]));
});
