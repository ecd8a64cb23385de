import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a quota of 100 grants exactly 100 of 1 000 calls at once", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 100 } });
  const verdicts = await Promise.all(Array.from({ length: 1_000 }, () => world.services.meter.commit(answer())));
  expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(100);
  const refused = verdicts.find((verdict) => !verdict.admitted);
  expect(refused?.admitted === false && refused.problem).toMatchObject({ code: "quota_exceeded" });
});
