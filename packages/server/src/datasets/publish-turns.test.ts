import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recover } from "../recovery.ts";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { currentVersion, expectTidy, filesIn, leaveBehind, openBody, sendStream } from "./publish-testing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("one version of a dataset is published at a time, and another dataset's beside it", async () => {
  await publish(world, closes("busy"));
  await create(world, closes("beside"));
  const body = openBody();
  const first = sendStream(world, "busy", body.stream);
  body.write("date,code,close\n");
  await expect.poll(() => filesIn(world, "staging").length, { timeout: 20_000 }).toBe(1);
  expect((await send(world, "busy", closesCsv(5))).body).toMatchObject({ status: 409, code: "publish_in_progress" });
  expect((await send(world, "beside", closesCsv())).status).toBe(201);
  body.write("2025-01-02,SCOM,1\n");
  body.end();
  expect((await first).body.number).toBe(2);
  expect((await send(world, "busy", closesCsv(5))).body.number).toBe(3);
  await expectTidy(world);
});

test("a repeated call gives the stored answer, and its key is good for no other file", async () => {
  await create(world, closes("repeated"));
  const headers = { "idempotency-key": "nightly-1" };
  const first = await send(world, "repeated", closesCsv(), headers);
  expect(first.status).toBe(201);
  await send(world, "repeated", closesCsv(2));
  const again = await send(world, "repeated", closesCsv(), headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await send(world, "repeated", closesCsv(3), headers)).body).toMatchObject({
    status: 422,
    code: "idempotency_key_reused",
  });
  expect(await currentVersion(world, "repeated")).toBe(2);
  await expectTidy(world);
});

test("a refused file does not use its key up", async () => {
  await create(world, closes("retried"));
  const headers = { "idempotency-key": "nightly-2" };
  expect((await send(world, "retried", "date,code,close\nx,y,z\n", headers)).status).toBe(422);
  expect((await send(world, "retried", closesCsv(), headers)).status).toBe(201);
});

test("the claim of a process that died is taken over once its lease is over", async () => {
  await create(world, closes("abandoned"));
  const { store, clock, newId } = world.services;
  const id = newId("pub");
  const now = clock();
  await store.transaction(async (tx) => {
    await tx
      .insert(tx.t.publishes)
      .values({ id, dataset: "abandoned", owner: "dead", leaseUntil: new Date(now.getTime() + 1_000), createdAt: now });
  });
  leaveBehind(world, "staging", id, "upload");
  expect((await send(world, "abandoned", closesCsv())).body.code).toBe("publish_in_progress");
  world.clock.advance(2_000);
  expect((await send(world, "abandoned", closesCsv())).status).toBe(201);
  await expectTidy(world);
});

test("at a start what a crash left is cleared away, and what is needed stays", async () => {
  await publish(world, closes("surviving"));
  const kept = filesIn(world, "lake", "parts").sort();
  const orphan = "0".repeat(64);
  leaveBehind(world, "lake", "parts", "00", `${orphan}.parquet`);
  leaveBehind(world, "lake", "parts", "00", `${orphan}.sqlite`);
  leaveBehind(world, "staging", "pub_dead", "upload");
  leaveBehind(world, "exports", "exp_dead", "data.csv");
  (await recover(world.services)).stop();
  expect(filesIn(world, "lake", "parts").sort()).toEqual(kept);
  expect(filesIn(world, "exports")).toEqual([]);
  await expectTidy(world);
});

test.runIf(isPostgres)("while another process may be at work nothing is touched", async () => {
  await create(world, closes("shared-home"));
  const { store, clock, newId } = world.services;
  const id = newId("pub");
  const [now, leaseUntil] = [clock(), new Date(clock().getTime() + 1_000)];
  await store.transaction(async (tx) => {
    await tx.insert(tx.t.publishes).values({ id, dataset: "shared-home", owner: "other", leaseUntil, createdAt: now });
  });
  leaveBehind(world, "staging", id, "upload");
  (await recover(world.services)).stop();
  expect(filesIn(world, "staging")).toEqual(["upload"]);
  world.clock.advance(2_000);
  (await recover(world.services)).stop();
  await expectTidy(world);
});

test("a worker that dies under a publish fails that one only, and keeps nothing of it", async () => {
  await publish(world, closes("unlucky"));
  const lines = Array.from({ length: 100_000 }, (_, row) => `2025-01-02,C${row},${row}`);
  const answer = send(world, "unlucky", `date,code,close\n${lines.join("\n")}\n`);
  await expect.poll(() => filesIn(world, "staging"), { interval: 2, timeout: 20_000 }).toContain("rows.csv");
  for (const worker of workersOf(process.pid)) process.kill(worker, "SIGKILL");
  expect((await answer).body).toMatchObject({ status: 503, code: "unavailable" });
  expect(await currentVersion(world, "unlucky")).toBe(1);
  await expectTidy(world);
  expect((await send(world, "unlucky", closesCsv(8))).body.number).toBe(2);
});

/** The worker processes that a process has started, as the kernel lists them. */
function workersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  return children.filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("lake/worker"));
}
