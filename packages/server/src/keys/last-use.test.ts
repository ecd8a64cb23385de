import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { openWorld } from "../testing/world.ts";
import { createLastUse } from "./last-use.ts";

test("a database that is away for a moment costs no key its first use", async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const { keyId } = await world.onboard();
  const { store } = world.services;
  let isAway = true;
  const transaction: typeof store.transaction = (work) =>
    isAway ? Promise.reject(new Error("away")) : store.transaction(work);
  const lastUse = createLastUse({ ...store, transaction }, pino({ level: "silent" }));
  onTestFinished(() => lastUse.close());
  const [first, second] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-01-01T00:00:05Z")];

  lastUse.note(keyId, first, "192.0.2.1");
  await expect(lastUse.flush()).rejects.toThrow("away");
  expect(lastUse.recent(keyId)).toMatchObject({ at: first });
  lastUse.note(keyId, second, "192.0.2.2");
  isAway = false;
  await lastUse.flush();

  const { keys } = store.db.t;
  const [row] = await store.db.select().from(keys).where(eq(keys.id, keyId));
  expect(row).toMatchObject({ firstUsedAt: first, lastUsedAt: second, lastUsedFrom: "192.0.2.2" });
});
