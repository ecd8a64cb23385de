import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { closes, publish } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publish(world, closes("prices"));
});
afterAll(() => world.close());

async function check(body: object = {}) {
  world.clock.advance(1_000);
  const begun = await world.ask("POST", "/checks", { body });
  expect([begun.status, begun.body.status]).toEqual([202, "running"]);
  return (await world.ask("GET", `/checks/${begun.body.id}?wait_seconds=30`)).body;
}

test("an operator has the platform checked, and finds the result again", async () => {
  const first = await check();
  expect(first).toMatchObject({ status: "passed", quick: false, findings_count: 0 });
  expect(first.invariants.length).toBeGreaterThan(20);
  const second = await check({ quick: true });
  const { data } = (await world.ask("GET", "/checks?limit=1")).body;
  expect(data).toEqual([second]);
  expect((await world.ask("GET", "/checks")).body.data.map(({ id }: { id: string }) => id)).toEqual([
    second.id,
    first.id,
  ]);
});

test("what was found is in the answer, in the audit trail and in the log, with its repair", async () => {
  const { store } = world.services;
  const { parts } = store.db.t;
  const rows = (count: number) => store.transaction(async (tx) => void (await tx.update(parts).set({ rows: count })));
  await rows(5);
  const found = await check({ quick: true });
  expect(found.status).toBe("failed");
  const failed = found.invariants.filter(({ status }: { status: string }) => status === "failed");
  expect(failed.map(({ name }: { name: string }) => name)).toEqual(["version_parts", "part_indexes"]);
  expect(failed[0]).toMatchObject({
    findings_count: 1,
    findings: [{ subject: "prices/1" }],
    repair: expect.any(String),
  });
  const entries = await store.db.select().from(store.db.t.audit).where(eq(store.db.t.audit.target, found.id));
  expect(entries.map(({ action, actor }) => [action, actor.slice(0, 3)])).toEqual([
    ["check.created", "key"],
    ["check.failed", "sys"],
  ]);
  expect(world.log.join("")).toContain("did not pass");
});

test("one check runs at a time, and the answer says which", async () => {
  const [one, other] = await Promise.all([
    world.ask("POST", "/checks", { body: { quick: true } }),
    world.ask("POST", "/checks", { body: { quick: true } }),
  ]);
  const [won, lost] = one.status === 202 ? [one, other] : [other, one];
  expect([won.status, lost.status, lost.body.code]).toEqual([202, 409, "conflict"]);
  expect(lost.body.detail).toContain(won.body.id);
  await world.ask("GET", `/checks/${won.body.id}?wait_seconds=30`);
});

test("a check whose process died says so, and keeps nobody from the next", async () => {
  const { store, clock } = world.services;
  const startedAt = new Date(clock().getTime() - (isPostgres ? 3_700_000 : 0));
  const dead = {
    id: "chk_00000000000000000000000000",
    status: "running",
    quick: true,
    owner: "dead",
    requestId: "req_x",
  };
  await store.transaction(async (tx) => {
    await tx.insert(tx.t.checks).values({ ...dead, results: null, startedAt, endedAt: null });
  });
  expect((await world.ask("GET", `/checks/${dead.id}`)).body).toMatchObject({ status: "broken", invariants: [] });
  expect((await check({ quick: true })).id).not.toBe(dead.id);
});
