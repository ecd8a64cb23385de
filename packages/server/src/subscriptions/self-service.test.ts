import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, create, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const slug of ["prices", "news"]) await publish(world, closes(slug));
  await create(world, closes("draft"));
});
afterAll(() => world.close());

const scopes = ["datasets:read", "subscriptions:read", "subscriptions:write"];

async function partnerWith(selfService?: object) {
  const partner = await world.onboard({
    partner: selfService ? { self_service: selfService } : {},
    key: { scopes },
  });
  const as = (method: string, path: string, body?: object) =>
    world.ask(method, path, { key: partner.key, ...(body ? { body } : {}) });
  return {
    ...partner,
    as,
    subscribe: (body: object, slug = "prices") => as("POST", `/datasets/${slug}/subscribe`, body),
  };
}

test("a partner does nothing to subscriptions by itself unless its operator lets it, and is told whom to ask for what", async () => {
  const partner = await partnerWith();
  const refused = await partner.subscribe({ tier: "free" });
  expect(refused.body).toMatchObject({
    status: 403,
    code: "not_self_service",
    detail: expect.stringContaining(`wizdata partners update ${partner.id} --self-service change`),
  });
  expect((await partner.as("GET", `/subscriptions`)).body.data).toEqual([]);
});

test("let to change, it subscribes, changes and cancels in the tiers that are allowed", async () => {
  const partner = await partnerWith({ subscriptions: "change", tiers: ["free", "basic"] });
  const made = await partner.subscribe({ tier: "free" });
  expect(made.body).toMatchObject({ partner_id: partner.id, tier: "free" });
  const path = `/subscriptions/${made.body.id}`;
  expect((await partner.as("POST", `${path}/change`, { tier: "premium" })).body).toMatchObject({
    code: "not_self_service",
    tiers: ["free", "basic"],
  });
  expect((await partner.as("POST", `${path}/change`, { tier: "basic" })).body.tier).toBe("basic");
  expect((await partner.as("POST", `${path}/change`, { billing: "annual" })).body.pending_change.billing).toBe(
    "annual",
  );
  expect((await partner.as("POST", `${path}/resume`)).body.pending_change).toBeNull();
  expect((await partner.as("POST", `${path}/cancel`, { when: "now" })).body.status).toBe("canceled");

  await world.ask("PATCH", `/partners/${partner.id}`, { body: { self_service: { subscriptions: "none" } } });
  expect((await partner.subscribe({ tier: "free" })).body.code).toBe("not_self_service");
});

test("let to cancel, it ends subscriptions, and no more: to withdraw an end, its own or the operator's, is to choose a tier", async () => {
  const partner = await partnerWith({ subscriptions: "cancel" });
  expect((await partner.subscribe({ tier: "free" })).body.code).toBe("not_self_service");
  const body = { partner_id: partner.id, tier: "premium" };
  const { id } = (await world.ask("POST", "/datasets/prices/subscribe", { body })).body;
  expect((await partner.as("POST", `/subscriptions/${id}/change`, { tier: "basic" })).body.code).toBe(
    "not_self_service",
  );
  expect((await partner.as("POST", `/subscriptions/${id}/cancel`, { when: "period_end" })).status).toBe(200);
  const resume = async () => (await partner.as("POST", `/subscriptions/${id}/resume`)).body;
  expect(await resume()).toMatchObject({ code: "not_self_service" });
  const allow = (tiers: string[]) =>
    world.ask("PATCH", `/partners/${partner.id}`, { body: { self_service: { subscriptions: "change", tiers } } });
  await allow(["free", "basic"]);
  expect(await resume()).toMatchObject({ code: "not_self_service", tiers: ["free", "basic"] });
  await allow(["premium"]);
  expect(await resume()).toMatchObject({ cancels_at: null, tier: "premium" });
});

test("a test key costs its company nothing: it neither subscribes nor changes what is subscribed", async () => {
  const partner = await partnerWith({ subscriptions: "change" });
  const { id } = (await partner.subscribe({ tier: "free" })).body;
  const made = await world.ask("POST", `/partners/${partner.id}/keys`, { body: { name: "try", mode: "test", scopes } });
  const asTest = (path: string, body: object) => world.ask("POST", path, { key: made.body.secret, body });
  const refused = { status: 403, code: "forbidden", detail: expect.stringContaining("live key") };
  expect((await asTest("/datasets/news/subscribe", { tier: "premium" })).body).toMatchObject(refused);
  expect((await asTest(`/subscriptions/${id}/change`, { tier: "premium" })).body).toMatchObject(refused);
  expect((await asTest(`/subscriptions/${id}/cancel`, {})).body).toMatchObject(refused);
  expect((await partner.as("GET", "/subscriptions")).body.data).toMatchObject([{ id, tier: "free", cancels_at: null }]);
});

test("it reaches its own company only, and what is published only", async () => {
  const partner = await partnerWith({ subscriptions: "change" });
  const other = await partnerWith({ subscriptions: "change" });
  const foreign = (await other.subscribe({ tier: "free" })).body;
  const same = { key: partner.key, headers: { "request-id": "same" } };
  const answers = async (path: string, missing: string, body?: object, missingBody = body) => {
    const found = await world.ask("POST", path, { ...same, ...(body ? { body } : {}) });
    const none = await world.ask("POST", missing, { ...same, ...(missingBody ? { body: missingBody } : {}) });
    expect(found.status).toBe(404);
    expect(found.body).toEqual(none.body);
  };
  const nobody = "par_00000000000000000000000000";
  const terms = { tier: "free" };
  const subscribe = "/datasets/news/subscribe";
  await answers(subscribe, subscribe, { ...terms, partner_id: other.id }, { ...terms, partner_id: nobody });
  await answers("/datasets/draft/subscribe", "/datasets/missing/subscribe", terms);
  for (const [verb, body] of [["change", { tier: "basic" }], ["cancel"], ["resume"]] as const)
    await answers(
      `/subscriptions/${foreign.id}/${verb}`,
      `/subscriptions/sub_00000000000000000000000000/${verb}`,
      body,
    );
});

test("an operator says whom it subscribes, and what a partner may do is written without mistakes", async () => {
  expect((await world.ask("POST", "/datasets/news/subscribe", { body: { tier: "free" } })).body).toMatchObject({
    status: 400,
    errors: [{ path: "partner_id" }],
  });
  const { id } = await partnerWith();
  for (const self_service of [{ subscriptions: "all" }, { subscriptions: "change", tiers: [] }, { tiers: ["free"] }])
    expect((await world.ask("PATCH", `/partners/${id}`, { body: { self_service } })).status).toBe(400);
});
