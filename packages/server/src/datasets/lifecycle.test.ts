import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { type Answer, openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let made = 0;
async function newDataset(): Promise<string> {
  made += 1;
  await publish(world, closes(`ending-${made}`));
  return `ending-${made}`;
}

async function subscriber(slug: string) {
  const partner = await world.onboard();
  await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partner.id, tier: "premium" } });
  return partner;
}

const announced = ({ headers }: Answer) =>
  Object.fromEntries(["deprecation", "sunset", "link", "wizdata-notice"].map((name) => [name, headers.get(name)]));
const verb = (slug: string, name: string, body?: object) => world.ask("POST", `/datasets/${slug}/${name}`, { body });

test("a deprecated dataset is served as ever, and every answer about it says when it ends and what comes after", async () => {
  const [slug, successor] = [await newDataset(), await newDataset()];
  const { key } = await subscriber(slug);
  const quiet = { deprecation: null, sunset: null, link: null, "wizdata-notice": null };
  expect(announced(await world.ask("GET", `/data/${slug}?limit=100`, { key }))).toEqual(quiet);

  const body = { sunset_at: "2027-01-01T00:00:00Z", successor, note: "The exchange changes its codes." };
  const answer = await verb(slug, "deprecate", body);
  expect(answer.body).toMatchObject({
    state: "deprecated",
    deprecation: { ...body, deprecated_at: "2026-03-10T09:30:00.000Z", sunset_at: "2027-01-01T00:00:00.000Z" },
  });
  const order = { dataset: slug, format: "csv" };
  const answers = [
    await world.ask("GET", `/data/${slug}?limit=1`, { key }),
    await world.ask("HEAD", `/data/${slug}?limit=1`, { key }),
    await world.ask("POST", "/exports", { key, body: order, headers: { "idempotency-key": slug } }),
    ...(await Promise.all(
      ["", "/schema", "/versions", "/versions/1", "/licenses", "/quality"]
        .map((path) => `/datasets/${slug}${path}`)
        .concat(`/data/${slug}/sample`)
        .map((path) => world.ask("GET", path, { key })),
    )),
  ];
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(300);
    expect(announced(answer)).toEqual({
      deprecation: "@1773135000",
      sunset: "Fri, 01 Jan 2027 00:00:00 GMT",
      link: expect.stringMatching(`</api/v1/datasets/${successor}>; rel="successor-version"$`),
      "wizdata-notice": `${slug} is deprecated and ends on 2027-01-01. Use ${successor} instead.`,
    });
  }
  const listed = await world.ask("GET", "/datasets?state=deprecated", { key });
  expect(listed.body.data).toMatchObject([{ slug, deprecation: { successor } }]);
});

test("what is deprecated is not sold any more, takes new versions, and can be announced anew or taken back", async () => {
  const slug = await newDataset();
  await verb(slug, "deprecate", {});
  const partner = await world.onboard();
  const body = { partner_id: partner.id, tier: "free" };
  const refused = await world.ask("POST", `/datasets/${slug}/subscribe`, { body });
  expect(refused.body).toMatchObject({ code: "dataset_deprecated", next: [`wizdata datasets restore ${slug}`] });
  expect((await send(world, slug, closesCsv(99))).body.number).toBe(2);
  world.clock.advance(1_000);
  expect((await verb(slug, "deprecate", { note: "Moved" })).body).toMatchObject({
    state: "deprecated",
    current_version: 2,
    deprecation: { deprecated_at: "2026-03-10T09:30:00.000Z", sunset_at: null, note: "Moved" },
  });
  expect((await verb(slug, "restore")).body).toMatchObject({ state: "published", deprecation: null });
  expect((await world.ask("POST", `/datasets/${slug}/subscribe`, { body })).status).toBe(201);
});

test("a retired dataset gives no rows and takes no exports, those ordered before stay, and a restore brings all back", async () => {
  const [slug, successor] = [await newDataset(), await newDataset()];
  const { key } = await subscriber(slug);
  const ordered = await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } });
  const cursor = (await world.ask("GET", `/data/${slug}?limit=1`, { key })).body.next_cursor;

  expect((await verb(slug, "retire", { successor })).body).toMatchObject({ state: "retired" });
  const gone = { status: 410, code: "dataset_retired", successor, next: [`wizdata datasets show ${successor}`] };
  expect((await world.ask("GET", `/data/${slug}?limit=1`, { key })).body).toMatchObject(gone);
  expect((await world.ask("GET", `/data/${slug}/sample`, { key })).body).toMatchObject(gone);
  expect((await world.ask("POST", `/data/${slug}/query`, { key, body: {} })).body).toMatchObject(gone);
  expect((await world.ask("GET", `/data/${slug}?limit=1&after=${cursor}`, { key })).body).toMatchObject(gone);
  expect((await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } })).body).toMatchObject(
    gone,
  );
  expect((await send(world, slug, closesCsv(7))).body).toMatchObject({ status: 409, code: "transition_not_allowed" });
  const exportOf = async () => (await world.ask("GET", `/exports/${ordered.body.id}?wait_seconds=30`, { key })).body;
  await expect.poll(exportOf, { timeout: 20_000 }).toMatchObject({ status: "ready" });
  const { body: manifest } = await world.ask("GET", `/exports/${ordered.body.id}/manifest`, { key });
  const file = await world.ask("GET", `/exports/${ordered.body.id}/files/${manifest.files[0].name}`, { key });
  expect(file.body).toContain("SCOM");

  expect((await verb(slug, "restore")).body.state).toBe("published");
  expect((await world.ask("GET", `/data/${slug}?limit=1&after=${cursor}`, { key })).status).toBe(200);
});

test("who has had a retired dataset still reads its entry; for others it is as if it had never been", async () => {
  const slug = await newDataset();
  const [had, stranger] = [await subscriber(slug), await world.onboard()];
  await verb(slug, "retire", {});
  const list = async (key: string) =>
    (await world.ask("GET", "/datasets?limit=200&state=retired", { key })).body.data.map(
      (one: { slug: string }) => one.slug,
    );
  expect((await world.ask("GET", `/datasets/${slug}`, { key: had.key })).body).toMatchObject({ state: "retired" });
  expect(await list(had.key)).toContain(slug);
  expect(await list(stranger.key)).not.toContain(slug);
  const headers = { "request-id": "same" };
  for (const path of ["/datasets/?", "/datasets/?/versions/1", "/datasets/?/quality", "/data/?"]) {
    const [hidden, missing] = await Promise.all(
      [slug, "missing"].map((name) => world.ask("GET", path.replace("?", name), { key: stranger.key, headers })),
    );
    expect(hidden?.status).toBe(404);
    expect(hidden?.body).toEqual(missing?.body);
    expect([...(hidden?.headers ?? [])]).toEqual([...(missing?.headers ?? [])]);
  }
});

test("an end that was announced is kept, unless it is said that it is early", async () => {
  const slug = await newDataset();
  await verb(slug, "deprecate", { sunset_at: "2027-01-01T00:00:00Z" });
  expect((await verb(slug, "retire", {})).body).toMatchObject({
    code: "transition_not_allowed",
    next: [`wizdata datasets retire ${slug} --early`],
  });
  expect((await verb(slug, "retire", { early: true })).body.state).toBe("retired");
});

test.each([
  ["draft", "deprecate", ["publish"]],
  ["draft", "retire", ["publish"]],
  ["draft", "restore", ["publish"]],
  ["published", "restore", ["publish", "deprecate", "retire"]],
  ["retired", "retire", ["restore"]],
  ["retired", "deprecate", ["restore"]],
])("what is %s one cannot %s, and is told what one can", async (state, name, possible) => {
  const slug = state === "draft" ? `never-${name}` : await newDataset();
  if (state === "draft") await create(world, closes(slug));
  if (state === "retired") await verb(slug, "retire", {});
  const refused = await verb(slug, name, name === "restore" ? undefined : {});
  expect(refused.body).toMatchObject({ status: 409, code: "transition_not_allowed" });
  expect(refused.body.next.map((line: string) => line.split(" ")[2])).toEqual(possible);
  expect((await world.ask("GET", `/datasets/${slug}`)).body.state).toBe(state);
});

test.each<[string, object, string]>([
  ["an end that is past", { sunset_at: "2026-03-10T09:30:00Z" }, "sunset_at"],
  ["an end without a zone", { sunset_at: "2027-01-01T00:00:00" }, "sunset_at"],
  ["itself as what comes after", { successor: "ending-1" }, "successor"],
  ["a draft as what comes after", { successor: "never-retire" }, "successor"],
  ["nothing there is as what comes after", { successor: "../x" }, "successor"],
])("an announcement with %s is refused", async (_case, body, path) => {
  await verb("ending-1", "restore");
  expect((await verb("ending-1", "deprecate", body)).body).toMatchObject({ status: 400, errors: [{ path }] });
  expect((await world.ask("GET", "/datasets/ending-1")).body.state).toBe("published");
});

test("a version carries the note it was published with, and another one later", async () => {
  const slug = await newDataset();
  const note = (number: number) => world.ask("GET", `/datasets/${slug}/versions/${number}`);
  expect((await note(1)).body.note).toBeNull();
  const said = encodeURIComponent("Correction de février — 3 lignes");
  const headers = { "content-type": "text/csv", "idempotency-key": "noted" };
  const again = (query: string) =>
    world.ask("POST", `/datasets/${slug}/versions${query}`, { raw: closesCsv(5), headers });
  expect((await again(`?note=${said}`)).body).toMatchObject({ number: 2, note: "Correction de février — 3 lignes" });
  expect((await again("?note=Other")).body.code).toBe("idempotency_key_reused");
  const change = (body: object) => world.ask("PATCH", `/datasets/${slug}/versions/2`, { body });
  expect((await change({ note: " Better words " })).body.note).toBe("Better words");
  expect((await change({ note: null })).body.note).toBeNull();
  for (const wrong of [{ note: "two\nlines" }, { note: "" }, { note: "x".repeat(501) }, {}, { rows: 5, note: "x" }])
    expect((await change(wrong)).body.code).toBe("invalid_request");
  expect((await world.ask("PATCH", `/datasets/${slug}/versions/9`, { body: { note: "x" } })).status).toBe(404);
  await change({ note: "Three rows corrected" });
  const { body } = await world.ask("GET", `/datasets/${slug}/versions`);
  expect(body.data.map((version: { note: string | null }) => version.note)).toEqual(["Three rows corrected", null]);
});
