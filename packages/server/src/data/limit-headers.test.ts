import { parseList } from "structured-headers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

const slug = "prices";
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publish(world, closes(slug));
});
afterAll(() => world.close());

type Limits = { per_minute?: number; per_day?: number; per_month?: number };

/** A partner whose license has these limits, as its operator gave them. */
async function subscribed(
  at: string,
  { limits, zone = "UTC", caps }: { limits?: Limits; zone?: string; caps?: Limits } = {},
) {
  world.clock.set(new Date(at));
  const partner = await world.onboard({ partner: { time_zone: zone }, ...(caps ? { key: { caps } } : {}) });
  const { key } = partner;
  const { body } = await world.ask("POST", `/datasets/${slug}/subscribe`, {
    body: { partner_id: partner.id, tier: "premium", billing: "monthly" },
  });
  if (limits)
    await world.ask("PUT", `/subscriptions/${body.id}/limits`, {
      body: { ...limits, reason: "test", until: new Date(world.clock.now().getTime() + 400 * 86_400_000) },
    });
  return {
    key,
    read: () => world.ask("GET", `/data/${slug}?limit=1`, { key }),
    limits: async () => (await world.ask("GET", "/usage/limits", { key })).body.data,
  };
}

/** A header as any reader of structured fields has it: the parameters of each named item. */
function fieldOf(headers: Headers, name: string): Record<string, Record<string, unknown>> {
  const items = parseList(headers.get(name) ?? "").map(([value, parameters]) => {
    expect(value).toEqual(expect.any(String));
    return [value, Object.fromEntries(parameters)];
  });
  return Object.fromEntries(items);
}

const hour = 3_600;
const day = 24 * hour;

test.each([
  ["UTC", "2026-03-10T09:30:00Z", day, 31 * day],
  ["UTC", "2028-02-29T23:59:59Z", day, 29 * day],
  ["America/New_York", "2026-03-08T12:00:00Z", 23 * hour, 31 * day - hour],
  ["America/New_York", "2026-11-01T12:00:00Z", 25 * hour, 30 * day + hour],
  ["Europe/Lisbon", "2026-10-25T12:00:00Z", 25 * hour, 31 * day + hour],
  ["Asia/Kathmandu", "2026-04-30T18:14:59Z", day, 30 * day],
])(
  "in %s at %s the headers are structured fields with the true length of each window",
  async (zone, at, dayS, monthS) => {
    const { read } = await subscribed(at, { zone, caps: { per_day: 5, per_minute: 3 } });
    const { headers } = await read();
    const policy = fieldOf(headers, "ratelimit-policy");
    expect(policy).toEqual({
      "license-minute": { q: 200, w: 60 },
      "plan-minute": { q: 1_000, w: 60 },
      "key-minute": { q: 3, w: 60 },
      "license-day": { q: 50_000, w: dayS },
      "license-month": { q: 500_000, w: monthS },
      "plan-day": { q: 1_000_000, w: dayS },
      "key-day": { q: 5, w: dayS },
    });
    const left = fieldOf(headers, "ratelimit");
    expect(Object.keys(left)).toEqual(Object.keys(policy));
    for (const [name, { r, t }] of Object.entries(left)) {
      const { q, w } = policy[name] ?? {};
      expect(r).toBe(Number(q) - 1);
      expect(t).toBeGreaterThan(0);
      expect(t).toBeLessThanOrEqual(Number(w) + 1); // a slot of a minute comes back when its whole second is a minute old
    }
  },
);

describe.each([
  ["minute", { per_minute: 2 }],
  ["day", { per_day: 2 }],
  ["month", { per_month: 2 }],
] as const)("when a %s is full", (window, limits) => {
  test.each([
    ["UTC", "2026-03-10T09:30:00.000Z"],
    ["UTC", "2026-12-31T23:59:58.900Z"],
    ["America/New_York", "2026-03-08T04:59:59.001Z"],
    ["America/New_York", "2026-03-08T12:00:00.250Z"],
    ["America/New_York", "2026-11-01T04:30:00.999Z"],
    ["Asia/Kathmandu", "2028-02-29T18:00:00.500Z"],
  ])("in %s at %s a call after Retry-After succeeds, and one a second earlier does not", async (zone, at) => {
    const { read } = await subscribed(at, { zone, limits });
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const refused = await read();
    expect(refused.body).toMatchObject({ status: 429, limit: { name: `license-${window}`, quota: 2, remaining: 0 } });
    const waitMs = 1_000 * Number(refused.headers.get("retry-after"));
    const startMs = world.clock.now().getTime();
    world.clock.set(new Date(startMs + waitMs - 1_000));
    const early = await read();
    expect([early.status, early.headers.get("retry-after")]).toEqual([429, "1"]);
    world.clock.set(new Date(startMs + waitMs));
    expect((await read()).status).toBe(200);
  });
});

test.each([
  ["key-minute", { caps: { per_minute: 1 } }],
  ["license-minute", { limits: { per_minute: 1 } }],
  ["key-day", { caps: { per_day: 1 } }],
  ["key-month", { caps: { per_month: 1 } }],
  ["license-day", { limits: { per_day: 1 }, caps: { per_minute: 50, per_day: 50, per_month: 50 } }],
  ["license-month", { limits: { per_month: 1 }, caps: { per_minute: 50, per_day: 50, per_month: 50 } }],
])("a call that %s refuses takes nothing of it or of any other limit, however often", async (name, terms) => {
  const { read, limits } = await subscribed("2026-05-05T05:05:05Z", terms);
  expect((await read()).status).toBe(200);
  const before = await limits();
  const refused = await Promise.all(Array.from({ length: 20 }, read));
  for (const { body } of refused) expect(body).toMatchObject({ status: 429, limit: { name } });
  expect(await limits()).toEqual(before);
  const used = before.map((limit: { used: number }) => limit.used);
  expect(new Set(used)).toEqual(new Set([1]));
});
