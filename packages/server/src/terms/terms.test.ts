import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualPartnerScopes } from "../scopes.ts";
import { closes, create, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let made = 0;
async function newDataset(): Promise<string> {
  made += 1;
  await publish(world, closes(`termed-${made}`));
  return `termed-${made}`;
}

const onboard = () => world.onboard({ key: { scopes: [...usualPartnerScopes, "terms:accept"] } });
const set = (slug: string, body: object) => world.ask("POST", `/datasets/${slug}/terms`, { body });
const accept = (slug: string, version: number, body: object = {}, key = world.operatorKey) =>
  world.ask("POST", `/datasets/${slug}/terms/${version}/accept`, { key, body });
const subscribe = (slug: string, partnerId: string) =>
  world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partnerId, tier: "premium" } });
const rows = async (slug: string, key: string) => (await world.ask("GET", `/data/${slug}?limit=1`, { key })).body;

test("who subscribes accepts the newest terms first, and both are told the command", async () => {
  const [slug, partner] = [await newDataset(), await onboard()];
  const text = "1. You may not resell it.";
  const made = await set(slug, { text });
  const sha256 = createHash("sha256").update(text).digest("hex");
  expect(made.body).toMatchObject({ version: 1, text, sha256, required_from: "2026-03-10T09:30:00.000Z" });

  expect((await subscribe(slug, partner.id)).body).toMatchObject({
    status: 403,
    code: "terms_not_accepted",
    terms_version: 1,
    next: [
      `wizdata terms show ${slug} --version 1`,
      `wizdata terms accept ${slug} --version 1 --partner ${partner.id} --note '…'`,
    ],
  });
  const accepted = await accept(slug, 1, {}, partner.key);
  expect(accepted.body).toMatchObject({
    partner_id: partner.id,
    version: 1,
    sha256,
    accepted_by: "partner",
    key_id: partner.keyId,
    request_id: accepted.headers.get("request-id"),
    accepted_at: "2026-03-10T09:30:00.000Z",
  });
  expect((await subscribe(slug, partner.id)).status).toBe(201);
  expect(await rows(slug, partner.key)).toMatchObject({ version: 1 });
});

test("new terms close rows and exports from their date on, to the millisecond, and for the next request after they are accepted no more", async () => {
  const [slug, partner] = [await newDataset(), await onboard()];
  await subscribe(slug, partner.id);
  const { key } = partner;
  const from = new Date(world.clock.now().getTime() + 60_000);
  await set(slug, { text: "First", required_from: from.toISOString() });
  expect(await rows(slug, key)).toMatchObject({ version: 1 });
  world.clock.advance(59_999);
  expect(await rows(slug, key)).toMatchObject({ version: 1 });
  world.clock.advance(1);
  expect(await rows(slug, key)).toMatchObject({ code: "terms_not_accepted", terms_version: 1 });
  const order = await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } });
  expect(order.body.code).toBe("terms_not_accepted");
  await accept(slug, 1, {}, key);
  expect(await rows(slug, key)).toMatchObject({ version: 1 });

  await set(slug, { text: "Second" });
  expect(await rows(slug, key)).toMatchObject({ code: "terms_not_accepted", terms_version: 2 });
  await set(slug, { text: "Third", required_from: "2030-01-01T00:00:00Z" });
  await accept(slug, 3, {}, key);
  expect(await rows(slug, key)).toMatchObject({ version: 1 });
});

test("each partner accepts for itself, and sees its own acceptances only", async () => {
  const [slug, one, other] = [await newDataset(), await onboard(), await onboard()];
  await set(slug, { text: "Ours" });
  await accept(slug, 1, {}, one.key);
  await accept(slug, 1, { partner_id: other.id, note: "Signed on paper, file 118" });
  const list = async (key: string, query = "") =>
    (await world.ask("GET", `/datasets/${slug}/acceptances${query}`, { key })).body.data;
  expect(await list(one.key)).toMatchObject([{ partner_id: one.id, accepted_by: "partner", note: null }]);
  expect(await list(other.key)).toMatchObject([{ accepted_by: "operator", note: "Signed on paper, file 118" }]);
  expect(await list(one.key, `?partner_id=${other.id}`)).toEqual([]);
  expect(await list(world.operatorKey)).toHaveLength(2);
  expect(await list(world.operatorKey, `?partner_id=${other.id}`)).toHaveLength(1);
  expect((await accept(slug, 1, { partner_id: other.id }, one.key)).body.code).toBe("not_found");
  const { body } = await world.ask("GET", `/datasets/${slug}/terms`, { key: one.key });
  expect(body.data).toMatchObject([{ version: 1, acceptance: { partner_id: one.id } }]);
  expect(body.data[0].text).toBeUndefined();
});

test("accepting again is told of the first time, also when ten do it at once", async () => {
  const [slug, partner] = [await newDataset(), await onboard()];
  await set(slug, { text: "Once" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => accept(slug, 1, {}, partner.key)));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  world.clock.advance(1_000);
  expect((await accept(slug, 1, {}, partner.key)).body).toEqual(answers[0]?.body);
  const { db } = world.services.store;
  const actions = (await db.select().from(db.t.audit)).filter(({ target }) => target === `${slug}/1`);
  expect(actions.filter(({ action }) => action === "terms.accepted")).toHaveLength(1);
  expect(actions.filter(({ action }) => action === "terms.accepted_again")).toHaveLength(10);
});

test("to accept takes a right of its own, and terms of what one may not see are not there", async () => {
  const slug = await newDataset();
  await set(slug, { text: "Ours" });
  const reader = await world.onboard();
  expect((await accept(slug, 1, {}, reader.key)).body).toMatchObject({
    code: "insufficient_scope",
    required_scope: "terms:accept",
  });
  expect((await world.ask("GET", `/datasets/${slug}/terms/1`, { key: reader.key })).body.text).toBe("Ours");
  await create(world, closes("unseen"));
  await set("unseen", { text: "Secret" });
  const partner = await onboard();
  const headers = { "request-id": "same" };
  for (const [method, path] of [
    ["GET", "terms"],
    ["GET", "terms/1"],
    ["GET", "acceptances"],
    ["POST", "terms/1/accept"],
  ]) {
    const answers = await Promise.all(
      ["unseen", "missing"].map((name) =>
        world.ask(method ?? "", `/datasets/${name}/${path}`, {
          key: partner.key,
          headers,
          ...(method === "POST" && { body: {} }),
        }),
      ),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  }
});

const digest = "a".repeat(64);
test.each<[string, object, string]>([
  ["nothing", {}, "text"],
  ["a text and a url", { text: "x", url: "https://vendor.example/t", sha256: digest }, "text"],
  ["a url without what is there", { url: "https://vendor.example/t" }, "sha256"],
  ["a text with a hash of its own", { text: "x", sha256: digest }, "sha256"],
  ["a hash that is none", { url: "https://vendor.example/t", sha256: "A".repeat(64) }, "sha256"],
  ["a script as their url", { url: "javascript:alert(1)", sha256: digest }, "url"],
  ["a date that is past", { text: "x", required_from: "2020-01-01T00:00:00Z" }, "required_from"],
  ["a version of one's own", { text: "x", version: 7 }, "version"],
])("terms of %s are refused", async (_case, body, path) => {
  expect((await set("termed-1", body)).body).toMatchObject({ status: 400, errors: [{ path }] });
});

test("the same text is no new version, and another place of the same document is one", async () => {
  const slug = await newDataset();
  const url = "https://vendor.example/terms";
  expect((await set(slug, { url, sha256: digest })).body).toMatchObject({
    version: 1,
    url,
    text: null,
    sha256: digest,
  });
  expect((await set(slug, { url, sha256: digest })).body).toMatchObject({ status: 409, code: "already_exists" });
  expect((await set(slug, { url: `${url}-2`, sha256: digest })).body.version).toBe(2);
  expect((await world.ask("GET", `/datasets/${slug}/terms?limit=1`)).body).toMatchObject({
    has_more: true,
    data: [{ version: 2, acceptance: null }],
  });
});

test.each<[string, object, string]>([
  ["for nobody", { note: "On paper" }, "partner_id"],
  ["without saying how", { partner_id: "par_00000000000000000000000000" }, "note"],
  ["for nobody there is", { partner_id: "par_00000000000000000000000000", note: "On paper" }, "partner_id"],
])("an operator cannot accept %s", async (_case, body, path) => {
  expect((await accept("termed-1", 1, body)).body).toMatchObject({ errors: [{ path }] });
});
