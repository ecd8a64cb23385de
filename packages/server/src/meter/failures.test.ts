import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { createLog } from "../log.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { isPostgres, openWorld } from "../testing/world.ts";
import { watchDisk } from "./full-disk.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Member } from "./meter.ts";
import { openMeter } from "./open-meter.ts";
import { StoringFailed, type Writer } from "./writer.ts";

const silent = createLog("silent");
const member = (eventId: string) => ({ eventId }) as Member; // these writers look no further

/** A disk that answers as told. */
function groupsOn(write: Writer["write"]) {
  const failures: string[] = [];
  const writer: Writer = { turn: (work) => work(), write, close: async () => {} };
  const groups = new GroupCommit(writer, {
    clock: () => new Date(),
    log: silent,
    pending: () => [],
    busyMs: () => 0,
    onFailure: (failure) => failures.push(failure),
  });
  return { groups, failures };
}

test.each([
  ["SQLITE_FULL", "full", "storage_full"],
  ["53100", "full", "storage_full"],
  ["SQLITE_IOERR_FSYNC", "fatal", "unavailable"],
  ["SQLITE_CORRUPT_INDEX", "fatal", "unavailable"],
  ["CONNECTION_CLOSED", "unknown", "unavailable"],
])("when storing fails with %s nobody is answered, and the failure is known as %s", async (code, failure, problem) => {
  const { groups, failures } = groupsOn(() => Promise.reject(new StoringFailed("no", code)));
  const outcomes = await Promise.allSettled([groups.commit(member("a")), groups.commit(member("b"))]);
  expect(outcomes).toMatchObject([
    { status: "rejected", reason: { code: problem } },
    { status: "rejected", reason: { code: problem } },
  ]);
  expect(failures).toEqual([failure]);
});

test("while one group is written the next gathers, up to its bound, in order of arrival", async () => {
  const written: string[][] = [];
  const { groups } = groupsOn(async ({ members }) => {
    written.push(members.map(({ eventId }) => eventId));
    await new Promise((resolve) => setImmediate(resolve));
    return members.map(({ eventId }) => ({ receipt: eventId, windows: [] }));
  });
  const first = groups.commit(member("0"));
  await Promise.resolve();
  await Promise.resolve();
  const rest = Array.from({ length: 2_000 }, (_, at) => groups.commit(member(String(at + 1))));
  await Promise.all([first, ...rest]);
  expect(written.map(({ length }) => length)).toEqual([1, 1_024, 976]);
  expect(written.flat()).toEqual(Array.from({ length: 2_001 }, (_, at) => String(at)));
});

test("a full disk takes the process out of traffic, and room brings it back by itself", async () => {
  vi.useFakeTimers();
  try {
    const readiness: { reason: string | undefined } = { reason: undefined };
    let hasRoom = false;
    const disk = watchDisk({
      readiness,
      log: silent,
      probe: async () => {
        if (!hasRoom) throw new Error("full");
      },
    });
    disk.noteFull();
    await vi.advanceTimersByTimeAsync(3_000);
    expect([disk.isFull(), readiness.reason]).toEqual([true, "there is no room to store usage"]);
    hasRoom = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([disk.isFull(), readiness.reason]).toEqual([false, undefined]);
  } finally {
    vi.useRealTimers();
  }
});

test.skipIf(isPostgres)(
  "when the thread that stores usage dies, who waits is told and the process is to end",
  async () => {
    const world = await openWorld();
    try {
      const { store } = world.services;
      const fatal: unknown[] = [];
      // A file that cannot be opened: the thread ends as soon as it starts.
      const broken = {
        ...store,
        dialect: "sqlite" as const,
        file: "/nowhere/control.sqlite",
        turns: <T>(work: () => Promise<T>) => work(),
        sever() {},
      };
      const meter = await openMeter({
        store: broken,
        newId: world.services.newId,
        clock: world.clock.now,
        log: silent,
        readiness: { reason: undefined },
        onFatal: (error) => fatal.push(error),
      });
      const { answer } = await openSubscribed(world);
      await expect(meter.commit(answer())).rejects.toMatchObject({ code: "unavailable" });
      await expect(meter.commit(answer())).rejects.toMatchObject({ code: "unavailable" });
      expect(fatal.length).toBeGreaterThan(0);
      await meter.close();
    } finally {
      await world.close();
    }
  },
);

test.runIf(isPostgres)(
  "when the database drops its connections, calls in flight are refused and later ones are stored, each once",
  async () => {
    const world = await openWorld();
    const admin = postgres(world.config.databaseUrl ?? "", { max: 1, onnotice: () => {} });
    try {
      const { answer, id } = await openSubscribed(world);
      await world.services.meter.commit(answer());
      const inFlight = Promise.allSettled(Array.from({ length: 200 }, () => world.services.meter.commit(answer())));
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
      const outcomes = await inFlight;
      const stored = outcomes.filter(({ status }) => status === "fulfilled").length;
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "unavailable" });
      expect((await world.services.meter.commit(answer())).admitted).toBe(true);
      const { db } = world.services.store;
      // Callers who were told that nothing is known are not charged for what was stored after all.
      const units = async () => (await db.select().from(db.t.usageEvents)).reduce((sum, event) => sum + event.units, 0);
      await vi.waitFor(async () => expect(await units()).toBe(stored + 2), 10_000);
      const events = stored + 2;
      const [plan] = (await db.select().from(db.t.counters)).filter(({ owner }) => owner === `plan:${id}`);
      expect(plan?.used).toBe(events);
    } finally {
      await admin.end();
      await world.close();
    }
  },
);
