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
const windowOf = ({ windows }: Verdict, name: string) => windows.find((window) => window.name === name);

test("a quota of 100 grants exactly 100 of 1 000 calls at once", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 100 } });
  const verdicts = await Promise.all(times(1_000, () => world.services.meter.commit(answer())));
  expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(100);
  expect(new Set(verdicts.map(codeOf))).toEqual(new Set(["admitted", "quota_exceeded"]));
});

test("calls of 1 to 7 units never pass the quota, and none is refused that fitted when its turn came", async () => {
  const limit = 100;
  const { answer } = await openSubscribed(world, { license: { perDay: limit } });
  const asked = times(200, (at) => 1 + ((at * 5) % 7));
  const verdicts = await Promise.all(asked.map((units) => world.services.meter.commit(answer({ units }))));
  let used = 0;
  verdicts.forEach(({ admitted }, at) => {
    const units = asked[at] ?? 0;
    expect(admitted).toBe(used + units <= limit);
    if (admitted) used += units;
  });
  expect(used).toBe(limit);
});

test("a refusal says which limit, what is left, when it resets and how long that is", async () => {
  const { answer } = await openSubscribed(world, {
    license: { perDay: 3 },
    partner: { time_zone: "Africa/Johannesburg" },
  });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  const verdict = await world.services.meter.commit(answer());
  expect(verdict).toMatchObject({
    admitted: false,
    problem: {
      status: 429,
      code: "quota_exceeded",
      fields: {
        retryAfterSeconds: (Date.parse("2026-03-10T22:00:00Z") - world.clock.now().getTime()) / 1000,
        extensions: { limit: { name: "license-day", quota: 3, remaining: 0, resets_at: "2026-03-10T22:00:00.000Z" } },
      },
    },
  });
});

test("of several limits the one that is full longest is named", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 1, perMonth: 1 } });
  await world.services.meter.commit(answer());
  const verdict = await world.services.meter.commit(answer());
  expect(verdict.admitted === false && verdict.problem.fields.extensions?.limit?.name).toBe("license-month");
});

test("the answer shows every window as it is after it", async () => {
  const { answer } = await openSubscribed(world, {
    license: { perDay: 10, perMonth: 20 },
    key: { caps: { per_day: 5 } },
  });
  await world.services.meter.commit(answer({ units: 2 }));
  const { windows } = await world.services.meter.commit(answer());
  expect(windows).toMatchObject([
    { name: "license-day", limit: 10, used: 3, held: 0, remaining: 7, windowSeconds: 86_400 },
    { name: "license-month", limit: 20, used: 3, remaining: 17, windowSeconds: 31 * 86_400 },
    { name: "plan-day", used: 3 },
    { name: "key-day", limit: 5, used: 3, remaining: 2 },
  ]);
});

test("a key's own cap binds that key only, and the license's limit binds all keys together", async () => {
  const { answer, id } = await openSubscribed(world, { license: { perDay: 5 }, key: { caps: { per_day: 2 } } });
  const other = await world.ask("POST", `/partners/${id}/keys`, { body: { name: "second" } });
  const ofOther = { keyId: other.body.id, lineageId: other.body.lineage_id };
  const capped = await Promise.all(times(4, () => world.services.meter.commit(answer())));
  expect(capped.filter(({ admitted }) => admitted)).toHaveLength(2);
  const free = await Promise.all(times(9, () => world.services.meter.commit(answer(ofOther))));
  expect(free.filter(({ admitted }) => admitted)).toHaveLength(3);
});

test("a new day begins at the partner's midnight, and a new month with its own count", async () => {
  const home = await openWorld({ now: new Date("2026-03-31T21:59:59.000Z") });
  try {
    const { answer } = await openSubscribed(home, {
      license: { perDay: 1 },
      partner: { time_zone: "Africa/Johannesburg" },
    });
    expect(codeOf(await home.services.meter.commit(answer()))).toBe("admitted");
    expect(codeOf(await home.services.meter.commit(answer()))).toBe("quota_exceeded");
    home.clock.advance(1_000);
    const verdict = await home.services.meter.commit(answer());
    expect(windowOf(verdict, "license-day")).toMatchObject({ used: 1, resetsAtMs: Date.parse("2026-04-01T22:00:00Z") });
    expect(windowOf(verdict, "license-month")).toMatchObject({ used: 1, windowSeconds: 30 * 86_400 });
  } finally {
    await home.close();
  }
});
