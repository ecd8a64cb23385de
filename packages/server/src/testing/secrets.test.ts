import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { keyPattern } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiRoutes } from "../app.ts";
import { contractOf } from "../docs/contract.ts";
import { getTableName, is, Table } from "../store/drizzle.ts";
import { closes, publish } from "./datasets.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
const secrets: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_LOG: "debug" } });
  secrets.push(world.operatorKey, world.config.secret ?? "");
  await story();
  await world.services.lastUse.flush();
}, 180_000);
afterAll(() => world.close());

const shown = (secret: string): string => {
  secrets.push(secret);
  return secret;
};

/** Everything a key goes through, in success and in failure, with secrets also where they do not belong. */
async function story(): Promise<void> {
  const { ask, services } = world;
  const partner = await world.onboard();
  shown(partner.key);
  await publish(world, closes("prices"));
  await ask("POST", "/datasets/prices/subscribe", {
    body: { partner_id: partner.id, tier: "premium", billing: "monthly" },
  });
  const headers = { "idempotency-key": "again" };
  for (const _call of ["first", "again"]) {
    const made = await ask("POST", `/partners/${partner.id}/keys`, { body: { name: "second" }, headers });
    shown(made.body.secret);
  }
  const rotated = await ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 }, headers });
  const key = shown(rotated.body.secret);
  shown((await ask("POST", "/operator-keys", { body: { name: "other", scopes: [] } })).body.secret);
  await ask("GET", "/data/prices?limit=1", { key });
  const made = await ask("POST", "/exports", { key, body: { dataset: "prices", format: "csv" } });
  for (let status = "queued"; status === "queued" || status === "running"; )
    status = (await ask("GET", `/exports/${made.body.id}?wait_seconds=5`, { key })).body.status;

  const misplaced = [
    await ask("GET", `/keys/${key}`),
    await ask("GET", `/data/prices?code=${key}&${key}=1`, { key }),
    await ask("GET", `/partners?after=${key}&email=${key}`),
    await ask("POST", `/partners/${partner.id}/keys`, { body: { name: "x", [key]: key, scopes: [key] } }),
    await ask("POST", "/exports", { key, body: { dataset: key, format: key } }),
    await ask("GET", "/me", { headers: { "request-id": key } }),
    await ask("POST", "/partners", { raw: `{"company":"${key}`, headers: { "content-type": "application/json" } }),
    await ask("GET", "/me", { key: `${key}x` }),
  ];
  answers.push(...misplaced.map(({ headers }) => JSON.stringify([...headers])));
  services.log.error({ error: new Error(`failed with ${key}`), url: `/me?key=${key}` }, `somebody sent ${key}`);
}

const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

test("no secret is in a log", () => {
  expect(secrets.length).toBeGreaterThan(6);
  expect(world.log.join("")).toContain("[secret]");
  expect(found(world.log.join(""))).toEqual([]);
});

test("no secret is in a file of the home: database, its log, lake, staging, exports", () => {
  const paths = readdirSync(world.config.home, { recursive: true, encoding: "utf8" })
    .map((name) => join(world.config.home, name))
    .filter((path) => statSync(path).isFile());
  expect(paths.some((path) => path.includes("exports"))).toBe(true);
  for (const path of paths) {
    const bytes = readFileSync(path);
    expect([path, secrets.filter((secret) => bytes.includes(secret))]).toEqual([path, []]);
  }
});

test("no secret is in a row of any table", async () => {
  const { db } = world.services.store;
  for (const table of Object.values(db.t)) {
    const rows = await db.select().from(table);
    const name = is(table, Table) ? getTableName(table) : "";
    expect([name, found(JSON.stringify(rows))]).toEqual([name, []]);
  }
});

test("no secret is in the contract, and none is given back in a header", () => {
  const contract = JSON.stringify(contractOf(apiRoutes(world.services)));
  expect([...found(contract), ...(keyPattern.exec(contract) ?? [])]).toEqual([]);
  expect(found(answers.join(""))).toEqual([]);
});
