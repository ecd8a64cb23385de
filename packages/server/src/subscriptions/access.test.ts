import { afterAll, beforeAll, expect, test } from "vitest";
import type { Feature } from "../datasets/tiers.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { openServices } from "../open-services.ts";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { accessTo, versionAsOf, versionOf } from "./access.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let datasets = 0;
async function newDataset(): Promise<string> {
  datasets += 1;
  const slug = `dataset-${datasets}`;
  await publish(world, closes(slug));
  return slug;
}

const subscribe = async (partnerId: string, slug: string, tier = "premium") =>
  (await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partnerId, tier } })).body.id;

/** What the routes of data and exports ask for on behalf of a key. */
async function accessOf(key: string, slug: string, feature?: Feature, services = world.services) {
  const principal = await services.principals.find(key, "127.0.0.1");
  if (!principal) throw new Error("no such key");
  const call: Call = { principal, requestId: "test", address: "127.0.0.1", successStatus: 200 };
  return accessTo(services, call, slug, feature).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
}

test("a subscriber's key is told all its limits, its features and the version it sees", async () => {
  const slug = await newDataset();
  const partner = await world.onboard({
    partner: { plan: "starter", time_zone: "Africa/Nairobi" },
    key: { caps: { per_day: 7 } },
  });
  const id = await subscribe(partner.id, slug);
  expect(await accessOf(partner.key, slug, "export")).toMatchObject({
    partnerId: partner.id,
    subscriptionId: id,
    dataset: slug,
    tier: "premium",
    zones: { timeZone: "Africa/Nairobi", timeZoneNext: null },
    features: new Set(["query", "export", "realtime", "webhooks"]),
    license: { perMinute: 200, perDay: 50_000, perMonth: 500_000 },
    plan: { perMinute: 60, perDay: 10_000 },
    caps: { perMinute: null, perDay: 7, perMonth: null },
    version: 1,
    definition: { key: ["code", "date"] },
    parts: [
      { partition: "2024", rows: 2, timeMin: "2024-12-30", timeMax: "2024-12-31" },
      { partition: "2025", rows: 1 },
    ],
  });
});

test("without a subscription it is told which tiers there are, and how to get one", async () => {
  const slug = await newDataset();
  const partner = await world.onboard();
  const fields = (problem: unknown) =>
    problem instanceof Problem ? { code: problem.code, ...problem.fields } : problem;
  expect(fields(await accessOf(partner.key, slug))).toMatchObject({
    code: "subscription_required",
    extensions: { tiers: ["free", "basic", "premium", "enterprise"] },
    next: [expect.stringContaining(`wizdata datasets subscribe ${slug} --partner ${partner.id}`)],
  });
  expect(fields(await accessOf(partner.key, slug, "export"))).toMatchObject({
    extensions: { tiers: ["premium", "enterprise"] },
  });
});

test("a feature that the tier does not include is refused with the tiers that do", async () => {
  const slug = await newDataset();
  const partner = await world.onboard();
  await subscribe(partner.id, slug, "basic");
  expect(await accessOf(partner.key, slug, "query")).toMatchObject({ tier: "basic" });
  expect(await accessOf(partner.key, slug, "export")).toMatchObject({
    code: "feature_not_licensed",
    fields: { extensions: { tiers: ["premium", "enterprise"] } },
  });
});

test("a draft and a dataset that does not exist are refused alike", async () => {
  await create(world, closes("draft"));
  const partner = await world.onboard();
  for (const slug of ["draft", "missing", "../draft", "\0"])
    expect(await accessOf(partner.key, slug)).toEqual(new Problem("not_found"));
});

test("whatever changes a right changes it for the very next request", async () => {
  const slug = await newDataset();
  const partner = await world.onboard();
  const code = async (feature: Feature) => {
    const found = await accessOf(partner.key, slug, feature);
    return found instanceof Problem ? found.code : "allowed";
  };
  expect(await code("query")).toBe("subscription_required");
  const id = await subscribe(partner.id, slug, "basic");
  expect([await code("query"), await code("export")]).toEqual(["allowed", "feature_not_licensed"]);

  const terms = { per_minute: 3, per_day: 30, per_month: 300, features: ["query", "export"], price_multiplier: 1 };
  await world.ask("PUT", `/datasets/${slug}/licenses/basic`, { body: terms });
  expect(await accessOf(partner.key, slug, "export")).toMatchObject({
    license: { perMinute: 3, perDay: 30, perMonth: 300 },
  });

  await world.ask("PATCH", `/partners/${partner.id}`, { body: { plan: "free" } });
  expect(await accessOf(partner.key, slug)).toMatchObject({ plan: { perMinute: 10, perDay: 1_000 } });

  await send(world, slug, closesCsv(33));
  expect(await accessOf(partner.key, slug)).toMatchObject({ version: 2 });

  await world.ask("POST", `/subscriptions/${id}/cancel`);
  expect(await code("query")).toBe("subscription_required");
});

test("a rotated key has the same access, and another partner's has none of it", async () => {
  const slug = await newDataset();
  const [partner, other] = [await world.onboard(), await world.onboard()];
  await subscribe(partner.id, slug);
  const rotated = await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 } });
  expect(await accessOf(rotated.body.secret, slug)).toEqual(await accessOf(partner.key, slug));
  expect(await accessOf(other.key, slug)).toMatchObject({ code: "subscription_required" });
});

test("an operator has no data of its own", async () => {
  expect(await accessOf(world.operatorKey, await newDataset())).toMatchObject({ code: "forbidden" });
});

test("an older version stays what it was, by number and by moment", async () => {
  const slug = await newDataset();
  const first = await versionOf(world.services, slug, 1);
  const before = new Date(world.clock.now());
  world.clock.advance(3_600_000);
  await send(world, slug, closesCsv(44));
  const second = await versionOf(world.services, slug, 2);
  expect(second.parts).not.toEqual(first.parts);
  expect(second.parts[1]).toEqual(first.parts[1]);
  expect(await versionOf(world.services, slug, 1)).toEqual(first);
  expect(await versionAsOf(world.services, slug, before)).toEqual(first);
  expect(await versionAsOf(world.services, slug, world.clock.now())).toEqual(second);
  await expect(versionOf(world.services, slug, 3)).rejects.toMatchObject({ code: "not_found" });
  await expect(versionAsOf(world.services, slug, new Date(0))).rejects.toMatchObject({ code: "not_found" });
});

test.runIf(isPostgres)("another process on the same database notices a change within moments", async () => {
  const slug = await newDataset();
  const partner = await world.onboard();
  const id = await subscribe(partner.id, slug);
  const { services: other, close } = await openServices(world.config, { log: world.services.log });
  try {
    expect(await accessOf(partner.key, slug, "query", other)).toMatchObject({ tier: "premium" });
    await world.ask("POST", `/subscriptions/${id}/cancel`);
    const refused = expect.objectContaining({ code: "subscription_required" });
    await expect.poll(() => accessOf(partner.key, slug, "query", other), { timeout: 5_000 }).toEqual(refused);
  } finally {
    await close();
  }
});
