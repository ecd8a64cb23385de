import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Member } from "./meter.ts";
import type { Group } from "./writer.ts";

const member = {} as Member; // the disk here looks at nothing

/** The sizes of the groups when so many calls come while the first is being written: disk and event loop take so long for each. */
async function groupSizes(calls: number, writeMs: number, loopMs: number): Promise<number[]> {
  let nowMs = 0;
  let busyMs = 0;
  const sizes: number[] = [];
  const writer = {
    turn: <T>(work: () => Promise<T>) => work(),
    async write({ members }: Group) {
      sizes.push(members.length);
      await new Promise((resolve) => setImmediate(resolve));
      nowMs += writeMs;
      return members.map(({ eventId }) => ({ receipt: eventId, windows: [] }));
    },
    close: async () => {},
  };
  const log = createLog("silent");
  const groups = new GroupCommit(writer, {
    clock: () => new Date(nowMs),
    log,
    pending: () => [],
    busyMs: () => {
      busyMs += loopMs;
      return busyMs;
    },
    onFailure: () => {},
  });
  const first = groups.commit(member);
  await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  await Promise.all([first, ...Array.from({ length: calls - 1 }, () => groups.commit(member))]);
  return sizes;
}

test("many callers are stored in halves, so that the disk has one while the other is answered", async () => {
  expect(await groupSizes(64, 4, 20)).toEqual([1, 32, 31]);
});

test("few callers are stored together, and so are many where the disk is what takes long: none waits for it twice", async () => {
  expect(await groupSizes(20, 4, 20)).toEqual([1, 19]);
  expect(await groupSizes(64, 40, 20)).toEqual([1, 63]);
  expect(await groupSizes(64, 4, 1)).toEqual([1, 63]);
});
