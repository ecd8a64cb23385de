import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld } from "./exports-testing.ts";

const dayMs = 86_400_000;
/** A text export of all prices has some 16 kB, so that two of them fit and the third does not. */
const settings = { WIZDATA_EXPORT_BYTES_PER_PARTNER: "40000", WIZDATA_EXPORTS_RUNNING_PER_PARTNER: "1" };

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld({ settings });
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

async function ready(key: string, wanted: object) {
  return exports.ended(key, (await exports.create(key, wanted)).id);
}

test("an export that is renewed lives for thirty days from then, with the same bytes and at no cost", async () => {
  const partner = await exports.subscriber();
  const made = await ready(partner.key, { format: "csv", columns: ["date", "close"] });
  const { body: manifest } = await world.ask("GET", `/exports/${made.id}/manifest`, { key: partner.key });
  const before = await exports.counted(partner.id);
  world.clock.advance(20 * dayMs);
  const { status, body } = await world.ask("POST", `/exports/${made.id}/renew`, { key: partner.key });
  const endsAt = new Date(world.clock.now().getTime() + 30 * dayMs).toISOString();
  expect([status, body.expires_at, body.status]).toEqual([200, endsAt, "ready"]);
  world.clock.advance(20 * dayMs);
  const again = await world.ask("GET", `/exports/${made.id}/manifest`, { key: partner.key });
  expect([again.status, again.body.signed]).toEqual([200, manifest.signed]);
  expect((await exports.counted(partner.id)).events).toBe(before.events);
  world.clock.advance(10 * dayMs);
  const late = await world.ask("POST", `/exports/${made.id}/renew`, { key: partner.key });
  expect([late.status, late.body.code]).toEqual([410, "export_expired"]);
});

test("an export of a version that was withdrawn is not renewed, nor one of somebody else", async () => {
  const partner = await exports.subscriber({ slug: "revised" });
  const made = await ready(partner.key, { dataset: "revised", format: "ndjson", version: 1 });
  const stranger = await exports.subscriber({ slug: "revised" });
  expect((await world.ask("POST", `/exports/${made.id}/renew`, { key: stranger.key })).status).toBe(404);
  expect((await world.ask("DELETE", `/exports/${made.id}`, { key: stranger.key })).status).toBe(404);
  const withdrawn = await world.ask("POST", "/datasets/revised/versions/1/retract", { body: { reason: "wrong" } });
  expect(withdrawn.status).toBe(200);
  const { status, body } = await world.ask("POST", `/exports/${made.id}/renew`, { key: partner.key });
  expect([status, body.code]).toEqual([410, "version_retracted"]);
});

test("where a partner's exports have all the room they may, deleting one makes it, and others have their own", async () => {
  const partner = await exports.subscriber();
  const first = await ready(partner.key, { format: "csv" });
  expect(await ready(partner.key, { format: "csv", order: "-time" })).toMatchObject({ status: "ready" });
  const held = await exports.counted(partner.id);
  const third = await ready(partner.key, { format: "csv", order: "key" });
  expect(third).toMatchObject({ status: "failed", units: 0, error: expect.stringMatching(/Nothing was charged/) });
  expect(await exports.counted(partner.id)).toEqual(held);
  expect(readdirSync(join(world.services.config.home, "exports"))).not.toContain(third.id);

  const { status, body } = await world.ask("DELETE", `/exports/${first.id}`, { key: partner.key });
  expect([status, body.status, body.receipt]).toEqual([200, "expired", first.receipt]);
  expect(readdirSync(join(world.services.config.home, "exports"))).not.toContain(first.id);
  const gone = await world.ask("GET", `/exports/${first.id}/manifest`, { key: partner.key });
  expect([gone.status, gone.body.code]).toEqual([410, "export_expired"]);
  expect((await world.ask("DELETE", `/exports/${first.id}`, { key: partner.key })).status).toBe(200);
  expect(await ready(partner.key, { format: "csv", order: "-key" })).toMatchObject({ status: "ready" });

  const other = await exports.subscriber();
  expect(await ready(other.key, { format: "csv", order: "key" })).toMatchObject({ status: "ready" });
});

test("a partner without room left is refused before anything is reserved, and told what to do", async () => {
  const partner = await exports.subscriber();
  for (const order of ["time", "-time"])
    await ready(partner.key, { format: "csv", order, columns: ["date", "code", "close"] });
  await ready(partner.key, { format: "csv", columns: ["date"] });
  const { exports: table } = world.services.store.db.t;
  await world.services.store.transaction(async (tx) => {
    await tx.update(table).set({ bytes: 40_000 });
  });
  const wanted = { dataset: "prices", format: "csv", columns: ["code"] };
  const before = await exports.counted(partner.id);
  const { status, body } = await world.ask("POST", "/exports", { key: partner.key, body: wanted });
  expect([status, body.code, body.next?.[0]]).toEqual([409, "export_room_full", "wizdata exports list --status ready"]);
  expect(await exports.counted(partner.id)).toEqual(before);
});

test("one who orders many at once does not keep another waiting for all of them", async () => {
  const [many, one] = [await exports.subscriber(), await exports.subscriber()];
  exports.holdJobsBack();
  const first = [];
  for (const at of [1, 2, 3, 4, 5])
    first.push(
      (await exports.create(many.key, { format: "csv", columns: ["close"], filters: { "volume.gt": at } })).id,
    );
  const last = await exports.create(one.key, { format: "csv", columns: ["volume"] });
  exports.letJobsRun();
  const ended = await Promise.all(
    [...first, last.id].map((id) => exports.ended(id === last.id ? one.key : many.key, id)),
  );
  expect(ended.map(({ status }) => status)).toEqual(Array(6).fill("ready"));
  // Each became ready in a block of its own, and blocks are numbered.
  const blocks = await Promise.all(ended.map(async ({ receipt }) => (await exports.event(receipt))?.block ?? 0));
  const before = blocks.filter((block) => block < (blocks.at(-1) ?? 0));
  expect(before.length).toBeLessThanOrEqual(1);
});

test("a full disk fails an export with a sentence, at no cost, and leaves nothing of it", async (context) => {
  const staging = join(world.services.config.home, "staging");
  mkdirSync(staging, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8k", "tmpfs", staging]);
  // Where nothing can be mounted, the proof disk-full has the other ways.
  if (mounted.status !== 0) return context.skip();
  onTestFinished(() => void spawnSync("umount", [staging]));
  const partner = await exports.subscriber();
  const before = await exports.counted(partner.id);
  const failed = await ready(partner.key, { format: "csv", columns: ["date", "code", "close"], order: "key" });
  expect(failed).toMatchObject({ status: "failed", units: 0, error: expect.stringMatching(/no room on the disk/) });
  expect(await exports.counted(partner.id)).toEqual(before);
  expect(readdirSync(staging)).toEqual([]);
  expect(readdirSync(join(world.services.config.home, "exports"))).not.toContain(failed.id);
  spawnSync("umount", [staging]);
  expect(await ready(partner.key, { format: "csv", columns: ["date", "code", "close"], order: "key" })).toMatchObject({
    status: "ready",
  });
});
