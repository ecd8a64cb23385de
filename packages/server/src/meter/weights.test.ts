import { afterAll, beforeAll, expect, test } from "vitest";
import { openServices } from "../open-services.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import type { Meter } from "./meter.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const planPerDay = 1_000;
const left = 100;
const callsAtOnce = 1_000;

type Subject = Awaited<ReturnType<typeof openSubscribed>>;
type Weighed = { dataset: string; units: number; member: ReturnType<Subject["answer"]> };

/** A partner of the smallest plan with 100 units left of its day, and calls of 1 to 7 units to several datasets by two keys. */
async function openMixed() {
  const first = await openSubscribed(world, { partner: { plan: "free" }, license: { perDay: 10_000 } });
  const second = (await world.ask("POST", `/partners/${first.id}/keys`, { body: { name: "second" } })).body;
  const keys = [
    { keyId: first.keyId, lineageId: first.lineageId },
    { keyId: second.id as string, lineageId: second.lineage_id as string },
  ];
  const rights = [{ dataset: first.dataset, subscriptionId: first.subscriptionId }];
  for (const perDay of [10_000, 10_000, 20]) {
    const { dataset } = await openSubscribed(world, { license: { perDay } });
    const subscribed = await world.ask("POST", `/datasets/${dataset}/subscribe`, {
      body: { partner_id: first.id, tier: "premium", billing: "monthly" },
    });
    rights.push({ dataset, subscriptionId: subscribed.body.id });
  }
  const narrow = rights.at(-1)?.dataset;
  await world.services.meter.commit(first.answer({ units: planPerDay - left }));
  const calls = Array.from({ length: callsAtOnce }, (_, at): Weighed => {
    const right = rights[(at * 7) % rights.length] ?? rights[0];
    const units = 1 + ((at * 5 + 2) % 7);
    return { dataset: right?.dataset ?? "", units, member: first.answer({ ...right, ...keys[at % 2], units }) };
  });
  const limitOf = (dataset: string) => (dataset === narrow ? 20 : 10_000);
  const used = async (owner: string) => {
    const { counters } = world.services.store.db.t;
    const rows = await world.services.store.db.select().from(counters);
    return rows.find((row) => row.owner === owner && row.window === "day")?.used ?? 0;
  };
  return { calls, limitOf, planUsed: () => used(`plan:${first.id}`) };
}

/** Whether each was admitted. */
async function commitAll(meters: Meter[], calls: Weighed[]): Promise<boolean[]> {
  const verdicts = await Promise.all(
    calls.map(({ member }, at) => (meters[at % meters.length] ?? world.services.meter).commit(member)),
  );
  return verdicts.map(({ admitted }) => admitted);
}

test("of 1 000 calls of 1 to 7 units to several datasets, each is let in that fits when its turn comes, and no other", async () => {
  const { calls, limitOf, planUsed } = await openMixed();
  const admitted = await commitAll([world.services.meter], calls);
  let granted = 0;
  const perDataset = new Map<string, number>();
  calls.forEach(({ dataset, units }, at) => {
    const ofDataset = perDataset.get(dataset) ?? 0;
    const fits = granted + units <= left && ofDataset + units <= limitOf(dataset);
    expect(admitted[at]).toBe(fits);
    if (!fits) return;
    granted += units;
    perDataset.set(dataset, ofDataset + units);
  });
  expect(granted).toBe(left);
  expect(await planUsed()).toBe(planPerDay);
});

test("however many processes decide at once, 100 units are granted and no more, and who was refused had no room", async () => {
  const { calls, limitOf, planUsed } = await openMixed();
  // SQLite has one process; on Postgres others decide beside it.
  const others = isPostgres
    ? await Promise.all(
        [1, 2].map(() => openServices(world.config, { log: world.services.log, clock: world.clock.now })),
      )
    : [];
  try {
    const admitted = await commitAll([world.services.meter, ...others.map(({ services }) => services.meter)], calls);
    const grantedTo = (wanted: (call: Weighed) => boolean) =>
      calls.reduce((sum, call, at) => sum + (admitted[at] && wanted(call) ? call.units : 0), 0);
    const granted = grantedTo(() => true);
    expect(granted).toBe(left);
    expect(await planUsed()).toBe(planPerDay);
    // Nothing is given back here, so what fitted at its turn would still fit what is left at the end, or more.
    calls.forEach(({ dataset, units }, at) => {
      if (admitted[at]) return;
      const ofDataset = grantedTo((call) => call.dataset === dataset);
      expect(granted + units > left || ofDataset + units > limitOf(dataset)).toBe(true);
    });
  } finally {
    for (const { close } of others) await close();
  }
});
