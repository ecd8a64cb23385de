import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../http/problem.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { hold, release } from "./holds.ts";
import { giveBack, type LimitedAccess, limitHeaders, minuteStates, refuseIfEmpty, takeMinutes } from "./limits.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Subscribed = Awaited<ReturnType<typeof openSubscribed>>;

const accessOf = ({ id, dataset }: Subscribed, limits: Partial<LimitedAccess> = {}): LimitedAccess => ({
  partnerId: id,
  dataset,
  zones: { timeZone: "Africa/Johannesburg", timeZoneNext: null, timeZoneChangesAtMs: null },
  license: { perMinute: 100, perDay: 100, perMonth: 100 },
  plan: { perMinute: 100, perDay: 100 },
  caps: null,
  ...limits,
});

async function problemOf(work: () => unknown): Promise<Problem | undefined> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
}

test("the tightest minute decides, takes nothing elsewhere, and says truly how long to wait", async () => {
  const subject = await openSubscribed(world);
  const access = accessOf(subject, { caps: { perMinute: 2, perDay: null, perMonth: null } });
  const take = () => takeMinutes(world.services, access, subject.lineageId);
  take();
  const slots = take();
  const refused = await problemOf(take);
  expect(refused).toMatchObject({
    status: 429,
    code: "rate_limited",
    fields: { extensions: { limit: { name: "key-minute", quota: 2, remaining: 0 } } },
  });
  expect(minuteStates(world.services, slots).map(({ name, used }) => [name, used])).toEqual([
    ["license-minute", 2],
    ["plan-minute", 2],
    ["key-minute", 2],
  ]);
  world.clock.advance((refused?.fields.retryAfterSeconds ?? 0) * 1000);
  expect(await problemOf(take)).toBeUndefined();
});

test("a slot that is given back can be taken again", async () => {
  const subject = await openSubscribed(world);
  const access = accessOf(subject, { license: { perMinute: 1, perDay: 100, perMonth: 100 } });
  const take = () => takeMinutes(world.services, access, subject.lineageId);
  const slots = take();
  expect((await problemOf(take))?.code).toBe("rate_limited");
  giveBack(world.services, slots);
  expect(await problemOf(take)).toBeUndefined();
});

test("a day that is used up is refused before any work, and a fresh day is not", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  const access = accessOf(subject, { license: { perMinute: 100, perDay: 1, perMonth: 100 } });
  const refuse = () => refuseIfEmpty(world.services, access, { lineageId: subject.lineageId, units: 1 });
  expect(await problemOf(refuse)).toBeUndefined();
  await world.services.meter.commit(subject.answer());
  expect(await problemOf(refuse)).toMatchObject({
    code: "quota_exceeded",
    fields: { extensions: { limit: { name: "license-day", remaining: 0 } } },
  });
  world.clock.advance(24 * 3_600_000);
  expect(await problemOf(refuse)).toBeUndefined();
});

test("a call is refused before any work when what it takes is more than what is left, and told both", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 10 } });
  const access = accessOf(subject, { license: { perMinute: 100, perDay: 10, perMonth: 100 } });
  const refuse = (units: number) =>
    problemOf(() => refuseIfEmpty(world.services, access, { lineageId: subject.lineageId, units }));
  await world.services.meter.commit(subject.answer({ units: 6 }));
  expect(await refuse(4)).toBeUndefined();
  expect(await refuse(5)).toMatchObject({
    code: "quota_exceeded",
    fields: {
      detail: expect.stringContaining("This takes 5 of 4 that remain."),
      extensions: { limit: { name: "license-day", quota: 10, remaining: 4 } },
    },
  });
});

test("a higher limit lets in at once what the memory of the lower one would refuse", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  await world.services.meter.commit(subject.answer());
  expect(
    await problemOf(() => refuseIfEmpty(world.services, accessOf(subject), { lineageId: subject.lineageId, units: 1 })),
  ).toBeUndefined();
});

test("what an export has given back since is not refused from memory", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  const access = accessOf(subject, { license: { perMinute: 100, perDay: 1, perMonth: 100 } });
  const { store, meter } = world.services;
  const holds = await store.transaction((tx) => hold(tx, subject.answer(), { units: 1, rows: 0 }, world.clock.now()));
  if (holds instanceof Problem) throw holds;
  expect((await meter.commit(subject.answer())).admitted).toBe(false);
  const refuse = () => refuseIfEmpty(world.services, access, { lineageId: subject.lineageId, units: 1 });
  expect((await problemOf(refuse))?.code).toBe("quota_exceeded");
  await store.transaction((tx) => release(tx, holds));
  expect(await problemOf(refuse)).toBeUndefined();
});

test("a client's own retry of the call that took the last unit is let through: it takes nothing", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  const access = accessOf(subject, { license: { perMinute: 100, perDay: 1, perMonth: 100 } });
  const call = { id: "call-0123456789", queryHash: "7-abc-100" };
  const refuse = (call: { id: string; queryHash: string }) =>
    problemOf(() => refuseIfEmpty(world.services, access, { lineageId: subject.lineageId, units: 1, call }));
  await world.services.meter.commit(subject.answer({ call }));
  expect(await refuse(call)).toBeUndefined();
  expect((await refuse({ ...call, queryHash: "7-other-100" }))?.code).toBe("quota_exceeded");
  expect((await refuse({ ...call, id: "call-9876543210" }))?.code).toBe("quota_exceeded");
});

test("limits are told as structured fields, each window with its true length and what remains", async () => {
  const nowMs = Date.parse("2026-03-10T09:30:00Z");
  expect(
    limitHeaders(
      [
        {
          name: "license-minute",
          limit: 60,
          used: 1,
          held: 0,
          remaining: 59,
          windowSeconds: 60,
          resetsAtMs: nowMs + 60_500,
        },
        {
          name: "plan-day",
          limit: 10_000,
          used: 10_004,
          held: 0,
          remaining: 0,
          windowSeconds: 82_800,
          resetsAtMs: nowMs + 1_000,
        },
      ],
      nowMs,
    ),
  ).toEqual({
    "ratelimit-policy": '"license-minute";q=60;w=60, "plan-day";q=10000;w=82800',
    ratelimit: '"license-minute";r=59;t=61, "plan-day";r=0;t=1',
  });
});
