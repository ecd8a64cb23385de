import { afterAll, beforeAll, expect, test } from "vitest";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

// Johannesburg's February ends two hours before midnight in UTC, and New York's five hours after.
const start = new Date("2026-02-10T10:00:00.000Z");
const changesAt = "2026-02-28T22:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: start });
});
afterAll(() => world.close());

async function movingPartner(license = {}) {
  world.clock.set(start);
  const subject = await openSubscribed(world, { partner: { time_zone: "Africa/Johannesburg" }, license });
  const move = (time_zone: string) => world.ask("PATCH", `/partners/${subject.id}`, { body: { time_zone } });
  const commit = async () => {
    const verdict = await world.services.meter.commit(subject.answer());
    return verdict.admitted ? "admitted" : `${verdict.problem.code} ${verdict.problem.fields.extensions?.limit?.name}`;
  };
  const at = async (time: string) => {
    world.clock.set(new Date(time));
    return commit();
  };
  const subscription = async () => (await world.ask("GET", `/subscriptions/${subject.subscriptionId}`)).body;
  return { ...subject, move, at, subscription };
}

test("a partner that never had a subscription has another time zone at once", async () => {
  const { id } = await world.onboard();
  const moved = await world.ask("PATCH", `/partners/${id}`, { body: { time_zone: "Asia/Tokyo" } });
  expect(moved.body).toMatchObject({ time_zone: "Asia/Tokyo", time_zone_next: null });
});

test("another time zone begins with a month, and gives no day or month twice, nor takes one away", async () => {
  const partner = await movingPartner({ perDay: 3, perMonth: 4 });
  const moved = await partner.move("America/New_York");
  const pending = {
    time_zone: "Africa/Johannesburg",
    time_zone_next: { time_zone: "America/New_York", at: changesAt },
  };
  expect(moved.body).toMatchObject(pending);

  const dayFull = "quota_exceeded license-day";
  for (let call = 1; call <= 3; call++) expect(await partner.at("2026-02-28T21:00:00Z")).toBe("admitted");
  expect(await partner.at("2026-02-28T21:59:59.999Z")).toBe(dayFull);
  // March begins where February ended, though in New York it is still the evening before.
  for (let call = 1; call <= 3; call++) expect(await partner.at(changesAt)).toBe("admitted");
  expect((await world.ask("GET", `/partners/${partner.id}`)).body).toMatchObject({
    time_zone: "America/New_York",
    time_zone_next: null,
  });
  const { body } = await world.ask("GET", `/usage/limits?partner_id=${partner.id}`);
  const limitOf = (name: string) => body.data.find((limit: { name: string }) => limit.name === name);
  expect(limitOf("license-day")).toMatchObject({
    used: 3,
    window_seconds: 31 * 3_600,
    resets_at: "2026-03-02T05:00:00.000Z",
  });
  expect(limitOf("license-month")).toMatchObject({ used: 3, resets_at: "2026-04-01T04:00:00.000Z" });
  // Midnight in New York begins no second 1 March.
  expect(await partner.at("2026-03-01T05:30:00Z")).toBe(dayFull);
  expect(await partner.at("2026-03-02T04:59:59Z")).toBe(dayFull);
  expect(await partner.at("2026-03-02T05:00:00Z")).toBe("admitted");
  // Summer time has begun by then: the month ends an hour earlier in UTC.
  expect(await partner.at("2026-04-01T03:59:59Z")).toBe("quota_exceeded license-month");
  expect(await partner.at("2026-04-01T04:00:00Z")).toBe("admitted");

  const { db } = world.services.store;
  const rows = (await db.select().from(db.t.rollups)).filter(({ partnerId }) => partnerId === partner.id);
  const days = Map.groupBy(rows, ({ localDate }) => localDate);
  expect([...days].map(([date, rows]) => [date, rows.reduce((sum, { calls }) => sum + calls, 0)]).sort()).toEqual([
    ["2026-02-28", 3],
    ["2026-03-01", 3],
    ["2026-03-02", 1],
    ["2026-04-01", 1],
  ]);
});

test("billing periods and what is ordered for their end go by the calendar that holds then", async () => {
  const partner = await movingPartner();
  expect((await partner.subscription()).current_period).toEqual({
    start: "2026-02-09T22:00:00.000Z",
    end: "2026-03-09T22:00:00.000Z",
  });
  await world.ask("POST", `/subscriptions/${partner.subscriptionId}/cancel`, { body: { when: "period_end" } });
  await partner.move("America/New_York");
  const end = "2026-03-10T04:00:00.000Z";
  const moved = { cancels_at: end, current_period: { start: "2026-02-09T22:00:00.000Z", end } };
  expect(await partner.subscription()).toMatchObject(moved);
  // The one that is in force again is no change.
  await partner.move("Africa/Johannesburg");
  expect(await partner.subscription()).toMatchObject({ cancels_at: "2026-03-09T22:00:00.000Z" });
  await partner.move("America/New_York");
  expect(await partner.at("2026-03-10T03:59:59.999Z")).toBe("admitted");
  expect(await partner.subscription()).toMatchObject(moved);
  expect(await partner.at(end)).toContain("subscription_required");
});

test("a change is withdrawn by ordering the zone that is in force, and none follows another at once", async () => {
  const partner = await movingPartner();
  await partner.move("America/New_York");
  expect((await partner.move("Africa/Johannesburg")).body.time_zone_next).toBeNull();
  await partner.move("Asia/Tokyo");
  world.clock.set(new Date(changesAt));
  expect((await partner.move("Asia/Tokyo")).body).toMatchObject({ time_zone: "Asia/Tokyo", time_zone_next: null });
  expect((await partner.move("UTC")).body).toMatchObject({ code: "conflict", errors: [{ path: "time_zone" }] });
  world.clock.advance(3 * 86_400_000);
  expect((await partner.move("UTC")).body).toMatchObject({
    time_zone: "Asia/Tokyo",
    time_zone_next: { time_zone: "UTC", at: "2026-03-31T15:00:00.000Z" },
  });
});
