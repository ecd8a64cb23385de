import { expect, test } from "vitest";
import type { Lane } from "./workers-lane.ts";
import { createQueue, QueueFull } from "./workers-queue.ts";

const lane: Lane = { run: () => Promise.reject(new Error("nothing runs here")), close: async () => {} };
const asking = (owner: string, more: { signal?: AbortSignal; waitMs?: number } = {}) => ({
  owner,
  signal: more.signal,
  waitMs: more.waitMs,
});

test("turns go round by owner, and within one in order of arrival", async () => {
  const take = createQueue([lane]);
  const first = await take(asking("a"));
  const order: string[] = [];
  const turns = ["a1", "a2", "a3", "b1", "c1", "b2"].map((name) =>
    take(asking(name[0] ?? "")).then(({ release }) => {
      order.push(name);
      release();
    }),
  );
  first.release();
  await Promise.all(turns);
  expect(order).toEqual(["b1", "c1", "a1", "b2", "a2", "a3"]);
});

test("no owner fills the queue, and all together do not exceed it", async () => {
  const take = createQueue([lane], { all: 3, ofOwner: 2 });
  await take(asking("a"));
  const waiting = [take(asking("a")), take(asking("a"))];
  await expect(take(asking("a"))).rejects.toThrow(QueueFull);
  waiting.push(take(asking("b")));
  await expect(take(asking("c"))).rejects.toThrow(QueueFull);
  expect(waiting).toHaveLength(3);
});

test("who leaves, or has waited for too long, gives its place free", async () => {
  const take = createQueue([lane], { all: 1, ofOwner: 1 });
  const { release } = await take(asking("a"));
  const controller = new AbortController();
  const left = take(asking("b", { signal: controller.signal }));
  controller.abort(new Error("left"));
  await expect(left).rejects.toThrow("left");
  await expect(take(asking("b", { waitMs: 1 }))).rejects.toThrow(QueueFull);
  const next = take(asking("c"));
  release();
  await expect(next).resolves.toMatchObject({ lane });
});
