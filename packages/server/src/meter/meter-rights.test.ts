import { afterAll, beforeAll, expect, test } from "vitest";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import type { Verdict } from "./meter.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const codeOf = (verdict: Verdict) => (verdict.admitted ? "admitted" : verdict.problem.code);

test("both keys of a rotation share one count, caps included", async () => {
  const { answer, keyId } = await openSubscribed(world, { key: { caps: { per_day: 4 } } });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  const rotated = await world.ask("POST", `/keys/${keyId}/rotate`, { body: { overlap_seconds: 60 } });
  const both = await Promise.all(
    times(6, (at) => world.services.meter.commit(answer(at % 2 === 0 ? {} : { keyId: rotated.body.id }))),
  );
  expect(both.filter(({ admitted }) => admitted)).toHaveLength(1);
});

test("canceling and subscribing again resets nothing", async () => {
  const { answer, id, dataset, subscriptionId } = await openSubscribed(world, { license: { perDay: 4 } });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  await world.ask("POST", `/subscriptions/${subscriptionId}/cancel`);
  const again = await world.ask("POST", `/datasets/${dataset}/subscribe`, {
    body: { partner_id: id, tier: "premium", billing: "monthly" },
  });
  const verdicts = await Promise.all(
    times(3, () => world.services.meter.commit(answer({ subscriptionId: again.body.id }))),
  );
  expect(verdicts.map(codeOf)).toEqual(["admitted", "quota_exceeded", "quota_exceeded"]);
});

test.each([
  ["revoked", "unauthenticated", (subject: { keyId: string }) => world.ask("POST", `/keys/${subject.keyId}/revoke`)],
  ["suspended", "partner_suspended", (subject: { id: string }) => world.ask("POST", `/partners/${subject.id}/suspend`)],
  [
    "canceled",
    "subscription_required",
    (subject: { subscriptionId: string }) => world.ask("POST", `/subscriptions/${subject.subscriptionId}/cancel`),
  ],
] as const)("an answer does not leave when its right was %s after the call was accepted", async (_what, code, end) => {
  const subject = await openSubscribed(world);
  expect(codeOf(await world.services.meter.commit(subject.answer()))).toBe("admitted");
  const member = subject.answer();
  expect((await end(subject)).status).toBeLessThan(300);
  expect(codeOf(await world.services.meter.commit(member))).toBe(code);
});

test("a key that expires or retires between accepting and storing is refused", async () => {
  const home = await openWorld();
  try {
    const now = home.clock.now().getTime();
    const expiring = await openSubscribed(home, { key: { expires_at: new Date(now + 1_000).toISOString() } });
    const rotating = await openSubscribed(home);
    await home.ask("POST", `/keys/${rotating.keyId}/rotate`, { body: { overlap_seconds: 1 } });
    home.clock.advance(999);
    expect(codeOf(await home.services.meter.commit(expiring.answer()))).toBe("admitted");
    expect(codeOf(await home.services.meter.commit(rotating.answer()))).toBe("admitted");
    home.clock.advance(1);
    expect(codeOf(await home.services.meter.commit(expiring.answer()))).toBe("unauthenticated");
    expect(codeOf(await home.services.meter.commit(rotating.answer()))).toBe("unauthenticated");
  } finally {
    await home.close();
  }
});

test("who does not fit fails nobody else in its group", async () => {
  const good = await openSubscribed(world);
  const revoked = await openSubscribed(world);
  const full = await openSubscribed(world, { license: { perDay: 0 } });
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  const verdicts = await Promise.all(
    [good, revoked, full, good].map(({ answer }) => world.services.meter.commit(answer())),
  );
  expect(verdicts.map(codeOf)).toEqual(["admitted", "unauthenticated", "quota_exceeded", "admitted"]);
});

test("what cannot be stored at all fails alone", async () => {
  const { answer } = await openSubscribed(world);
  const twice = answer();
  await world.services.meter.commit(twice);
  const outcomes = await Promise.allSettled(
    [answer(), twice, answer()].map((member) => world.services.meter.commit(member)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
