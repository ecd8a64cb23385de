import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const hourMs = 3_600_000;
let made = 0;

/** A dataset whose versions 1, 2 and 3 were published an hour apart, with 1, 2 and 3 as the first price, and a subscriber. */
async function threeVersions() {
  made += 1;
  const slug = `versioned-${made}`;
  const moments = [];
  await publish(world, closes(slug), closesCsv(1));
  for (const price of [2, 3]) {
    moments.push(world.clock.now().toISOString());
    world.clock.advance(hourMs);
    await send(world, slug, closesCsv(price));
  }
  const { id, key } = await world.onboard();
  await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: id, tier: "premium" } });
  const read = (query = "") => world.ask("GET", `/data/${slug}?limit=1${query}`, { key });
  const first = async (query = "") => (await read(query)).body.data?.[0]?.close;
  return { slug, key, moments, read, first };
}

const verb = (slug: string, number: number, name: string, body: object = {}) =>
  world.ask("POST", `/datasets/${slug}/versions/${number}/${name}`, { body });

async function readyExport(key: string, body: object) {
  const ordered = await world.ask("POST", "/exports", { key, body: { format: "csv", ...body } });
  expect(ordered.status).toBe(202);
  const { id } = ordered.body;
  const show = async () => (await world.ask("GET", `/exports/${id}?wait_seconds=30`, { key })).body.status;
  await expect.poll(show, { timeout: 30_000 }).toBe("ready");
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key });
  return { id, file: manifest.files[0].name };
}

test("a roll back makes an earlier version current again, as a new one that shares its parts", async () => {
  const { slug, first, moments } = await threeVersions();
  const one = (await world.ask("GET", `/datasets/${slug}/versions/1`)).body;
  const files = await world.services.store.db.$count(world.services.store.db.t.parts);
  world.clock.advance(hourMs);
  const back = await verb(slug, 1, "rollback", { note: "March was wrong" });
  expect(back.status).toBe(201);
  expect(back.body).toMatchObject({
    number: 4,
    mode: "rollback",
    base: 1,
    state: "published",
    note: "March was wrong",
    unchanged: false,
    source_sha256: one.source_sha256,
    report: one.report,
  });
  expect(await world.services.store.db.$count(world.services.store.db.t.parts)).toBe(files);
  expect((await world.ask("GET", `/datasets/${slug}`)).body.current_version).toBe(4);
  expect([await first(), await first("&version=3"), await first(`&as_of=${moments[1]}`)]).toEqual([1, 3, 2]);
});

test("a roll back to the rows that are current says so and makes nothing", async () => {
  const { slug } = await threeVersions();
  expect(await verb(slug, 3, "rollback")).toMatchObject({ status: 200, body: { number: 3, unchanged: true } });
  await verb(slug, 1, "rollback");
  expect(await verb(slug, 1, "rollback")).toMatchObject({ status: 200, body: { number: 4, unchanged: true } });
  expect(await verb(slug, 9, "rollback")).toMatchObject({ status: 404 });
  expect((await send(world, slug, closesCsv(7))).body.number).toBe(5);
});

test("nobody reads a retracted version, whatever way, and everybody is told why", async () => {
  const { slug, key, read, moments, first } = await threeVersions();
  const old = { dataset: slug, version: 2 };
  const { id, file } = await readyExport(key, old);
  const { body: links } = await world.ask("POST", `/exports/${id}/links`, { key, body: { expires_in_seconds: 600 } });
  const cursor = (await read("&version=2")).body.next_cursor;
  const follow = async () => {
    const answer = await world.fetch(links.files[0].url);
    await answer.arrayBuffer();
    return answer.status;
  };
  expect([cursor === null, await follow()]).toEqual([false, 200]);

  const answer = await verb(slug, 2, "retract", { reason: "Wrong currency" });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ state: "retracted", end_reason: "Wrong currency", replaced_by: null });

  const gone = { status: 410, body: { code: "version_retracted", reason: "Wrong currency" } };
  expect(await read("&version=2")).toMatchObject(gone);
  expect(await read(`&after=${cursor}`)).toMatchObject(gone);
  expect(await read(`&as_of=${moments[1]}`)).toMatchObject(gone);
  expect(await world.ask("POST", `/data/${slug}/query`, { key, body: { version: 2 } })).toMatchObject(gone);
  expect(await world.ask("POST", "/exports", { key, body: { format: "csv", ...old } })).toMatchObject(gone);
  expect(await world.ask("GET", `/exports/${id}/manifest`, { key })).toMatchObject(gone);
  expect(await world.ask("GET", `/exports/${id}/files/${file}`, { key })).toMatchObject(gone);
  expect(await world.ask("POST", `/exports/${id}/links`, { key, body: {} })).toMatchObject(gone);
  expect(await follow()).toBe(410);
  expect(await verb(slug, 2, "rollback")).toMatchObject(gone);
  expect(await verb(slug, 2, "retract", { reason: "Again" })).toMatchObject({ status: 409 });

  expect([await first("&version=1"), await first()]).toEqual([1, 3]);
  expect((await world.ask("GET", `/datasets/${slug}/versions`, { key })).body.data[1]).toMatchObject({
    number: 2,
    state: "retracted",
    end_reason: "Wrong currency",
  });
});

test("the current version is retracted only together with a roll back, in one step", async () => {
  const { slug, read, first } = await threeVersions();
  const reason = "Wrong currency";
  const refused = await verb(slug, 3, "retract", { reason });
  expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(refused.body.next[0]).toBe(`wizdata datasets retract ${slug} 3 --reason 'why' --restore 2`);
  expect(await verb(slug, 2, "retract", { reason, restore: 1 })).toMatchObject({ status: 409 });
  expect(await verb(slug, 3, "retract", { reason, restore: 3 })).toMatchObject({ status: 400 });
  expect(await verb(slug, 3, "retract", { reason, restore: 9 })).toMatchObject({ status: 404 });
  expect(await first()).toBe(3);

  expect((await verb(slug, 3, "retract", { reason, restore: 2 })).body).toMatchObject({ number: 3, replaced_by: 4 });
  expect(await first()).toBe(2);
  expect((await read("&version=3")).body.code).toBe("version_retracted");
  // The rows of 4 are those of 2: going back to it would withdraw nothing.
  expect(await verb(slug, 4, "retract", { reason, restore: 2 })).toMatchObject({ status: 409 });
});

test("an export under way fails when its version is retracted, says why and costs nothing", async () => {
  const { slug, key } = await threeVersions();
  // Jobs are left in the queue, so that the version goes before one of them begins.
  world.services.readiness.reason = "held for the test";
  const { id } = (await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv", version: 1 } }))
    .body;
  await verb(slug, 1, "retract", { reason: "Wrong currency" });
  world.services.readiness.reason = undefined;
  expect((await world.ask("GET", `/exports/${id}`, { key })).body).toMatchObject({
    status: "failed",
    units: 0,
    error: `Version 1 of ${slug} was withdrawn: Wrong currency`,
  });
});

test("while a version is being published, the current one stays", async () => {
  const { slug } = await threeVersions();
  const { store, clock } = world.services;
  const leaseUntil = new Date(clock().getTime() + hourMs);
  const claim = { id: `pub_${made}`, dataset: slug, owner: "another", leaseUntil, createdAt: clock() };
  await store.transaction(async (tx) => void (await tx.insert(tx.t.publishes).values(claim)));
  expect((await verb(slug, 1, "rollback")).body.code).toBe("publish_in_progress");
  expect((await verb(slug, 3, "retract", { reason: "Why", restore: 1 })).body.code).toBe("publish_in_progress");
  // What is not the current one is no publish's business.
  expect((await verb(slug, 1, "retract", { reason: "Why" })).status).toBe(200);
});
