import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../http/problem.ts";
import { eq } from "../store/drizzle.ts";
import type { Hold } from "../store/tables-trade.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { hold, release, settle } from "./holds.ts";
import type { Member } from "./meter.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Subscribed = Awaited<ReturnType<typeof openSubscribed>>;

const holdNow = (subject: Subscribed, wanted = { units: 1, rows: 0 }) =>
  world.services.store.transaction((tx) => hold(tx, subject.answer(), wanted, world.clock.now()));
const settleIn = ({ services, clock }: World, holds: Hold[], member: Member) =>
  services.store.transaction((tx) => settle(tx, { chain: services.meter.chain, holds, now: clock.now() }, member));
const settleNow = (holds: Hold[], member: Member) => settleIn(world, holds, member);
const releaseNow = (holds: Hold[]) => world.services.store.transaction((tx) => release(tx, holds));

async function held(subject: Subscribed, wanted?: { units: number; rows: number }): Promise<Hold[]> {
  const holds = await holdNow(subject, wanted);
  if (holds instanceof Problem) throw holds;
  return holds;
}

async function windowNow(subject: Subscribed, name: string) {
  const { body } = await world.ask("GET", "/usage/limits", { key: subject.key });
  return body.data.find((limit: { name: string }) => limit.name === name);
}

test("fifty exports at once against a quota of ten reserve exactly ten", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 10 } });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => holdNow(subject)));
  const refused = outcomes.filter((outcome) => outcome instanceof Problem);
  expect(refused).toHaveLength(40);
  expect(refused[0]).toMatchObject({
    code: "quota_exceeded",
    fields: { extensions: { limit: { name: "license-day", quota: 10, remaining: 0 } } },
  });
  expect(await windowNow(subject, "license-day")).toMatchObject({ limit: 10, used: 0, held: 10, remaining: 0 });
});

test("what is reserved counts against queries, exactly, while both come at once", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 20 } });
  const [holds, verdicts] = await Promise.all([
    Promise.all(Array.from({ length: 30 }, () => holdNow(subject))),
    Promise.all(Array.from({ length: 30 }, () => world.services.meter.commit(subject.answer()))),
  ]);
  const granted =
    holds.filter((outcome) => !(outcome instanceof Problem)).length +
    verdicts.filter(({ admitted }) => admitted).length;
  expect(granted).toBe(20);
});

test("settling turns reserved into used, with one event of the real figures", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 5 } });
  const holds = await held(subject);
  const member = subject.answer({ operation: "export", rows: 1_234, bytes: 56_789 });
  await settleNow(holds, member);
  expect(await windowNow(subject, "license-day")).toMatchObject({ used: 1, held: 0, remaining: 4 });
  const event = await world.ask("GET", `/usage/events/${member.eventId}`, { key: subject.key });
  expect(event.body).toMatchObject({ operation: "export", status: 200, rows: 1_234, bytes: 56_789, units: 1 });
  const report = await world.ask("GET", "/usage?by=operation", { key: subject.key });
  expect(report.body.data).toMatchObject([{ operation: "export", calls: 1, rows: 1_234, bytes: 56_789, units: 1 }]);
});

test("releasing frees what was reserved for others", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  const holds = await held(subject);
  expect(await holdNow(subject)).toMatchObject({ code: "quota_exceeded" });
  await releaseNow(holds);
  expect(await windowNow(subject, "license-day")).toMatchObject({ used: 0, held: 0, remaining: 1 });
  expect(await holdNow(subject)).not.toBeInstanceOf(Problem);
});

test("an export over midnight is settled on the day that reserved it", async () => {
  const home = await openWorld({ now: new Date("2026-03-10T23:59:00Z") });
  try {
    const subject = await openSubscribed(home, { partner: { time_zone: "UTC" }, license: { perDay: 1 } });
    const { store } = home.services;
    const holds = await store.transaction((tx) => hold(tx, subject.answer(), { units: 1, rows: 0 }, home.clock.now()));
    if (holds instanceof Problem) throw holds;
    home.clock.advance(120_000);
    await settleIn(home, holds, subject.answer({ operation: "export" }));
    const counters = await store.db
      .select()
      .from(store.db.t.counters)
      .where(eq(store.db.t.counters.owner, `license:${subject.id}:${subject.dataset}`));
    expect(counters.filter(({ window }) => window === "day")).toMatchObject([
      { start: "2026-03-10", used: 1, held: 0 },
    ]);
    expect((await home.services.meter.commit(subject.answer())).admitted).toBe(true);
  } finally {
    await home.close();
  }
});

test("an export's money is reserved too, and only what it really took is spent", async () => {
  // 10 minor units for the call and 5 for each 1 000 rows.
  const subject = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 10,
    pricePer1000Rows: 5,
    partner: { monthly_spending_limit: 100 },
  });
  const spending = async () => (await world.ask("GET", "/usage/limits", { key: subject.key })).body.spending;
  const holds = await held(subject, { units: 1, rows: 12_000 });
  expect(await spending()).toMatchObject({ limit: { amount: 100 }, used: { amount: 0 }, held: { amount: 70 } });
  expect(await holdNow(subject, { units: 1, rows: 5_000 })).toMatchObject({ code: "spending_limit_reached" });
  await settleNow(holds, subject.answer({ operation: "export", rows: 2_000 }));
  expect(await spending()).toMatchObject({ used: { amount: 20 }, held: { amount: 0 } });
  expect(await holdNow(subject, { units: 1, rows: 14_000 })).not.toBeInstanceOf(Problem);
});

test("a revoked key reserves nothing, and one revoked later still settles what it was given", async () => {
  const subject = await openSubscribed(world);
  const holds = await held(subject);
  await world.ask("POST", `/keys/${subject.keyId}/revoke`);
  expect(await holdNow(subject)).toMatchObject({ code: "unauthenticated" });
  await settleNow(holds, subject.answer({ operation: "export", rows: 5 }));
  const report = await world.ask("GET", `/usage?by=key&partner_id=${subject.id}`);
  expect(report.body.data).toMatchObject([{ key_id: subject.keyId, key_name: "first", calls: 1, rows: 5 }]);
});
