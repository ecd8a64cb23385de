import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publish(world, closes("prices"));
});
afterAll(() => world.close());

let made = 0;
async function newPartner(): Promise<string> {
  made += 1;
  const body = { company: `Step ${made}`, email: `step${made}@step.example` };
  return (await world.ask("POST", "/partners", { body })).body.id;
}
const later = () => {
  world.clock.advance(60_000);
  return world.clock.now().toISOString();
};
const onboarding = (id: string, key = world.operatorKey) => world.ask("GET", `/partners/${id}/onboarding`, { key });
const stepsOf = async (id: string) =>
  Object.fromEntries(
    (await onboarding(id)).body.steps.map(({ step, done_at }: Record<string, string>) => [step, done_at]),
  );
const state = (id: string, step: string, body: object = { note: "seen" }) =>
  world.ask("POST", `/partners/${id}/onboarding/${step}`, { body });
const listed = async (onboarded: boolean) =>
  (await world.ask("GET", `/partners?onboarded=${onboarded}&limit=200`)).body.data.map(({ id }: { id: string }) => id);

test("facts show by themselves when they happened, and what no fact proves is stated with a note", async () => {
  const companyAt = world.clock.now().toISOString();
  const id = await newPartner();
  expect(await stepsOf(id)).toEqual({
    company: companyAt,
    contact_verified: null,
    agreement: null,
    first_key: null,
    first_subscription: null,
    first_call: null,
  });
  const keyAt = later();
  const { body: key } = await world.ask("POST", `/partners/${id}/keys`, { body: { name: "first" } });
  const subscribedAt = later();
  const { body: subscription } = await world.ask("POST", "/datasets/prices/subscribe", {
    body: { partner_id: id, tier: "free" },
  });
  later();
  await world.ask("POST", `/partners/${id}/keys`, { body: { name: "second" } });
  expect(await listed(false)).toContain(id);

  const calledAt = later();
  expect((await world.ask("GET", "/data/prices?limit=1", { key: key.secret })).status).toBe(200);
  later();
  await world.ask("GET", "/me", { key: key.secret });
  expect(await stepsOf(id)).toMatchObject({ first_call: calledAt });
  // Written down, and not moved by later calls.
  await world.services.lastUse.flush();
  await world.ask("GET", "/me", { key: key.secret });
  await world.services.lastUse.flush();

  const statedAt = later();
  await state(id, "contact_verified", { note: "called them", done_at: companyAt });
  const { body } = await state(id, "agreement", { note: "contract 114" });
  const stated = { source: "operator", by: expect.stringMatching(/^key_/) };
  expect(body).toEqual({
    partner_id: id,
    completed_at: statedAt,
    steps: [
      { step: "company", source: "fact", done_at: companyAt, by: id, note: null },
      { step: "contact_verified", ...stated, done_at: companyAt, note: "called them" },
      { step: "agreement", ...stated, done_at: statedAt, note: "contract 114" },
      { step: "first_key", source: "fact", done_at: keyAt, by: key.id, note: null },
      { step: "first_subscription", source: "fact", done_at: subscribedAt, by: subscription.id, note: null },
      { step: "first_call", source: "fact", done_at: calledAt, by: key.id, note: null },
    ],
  });
  expect((await onboarding(id, key.secret)).body).toEqual(body);
  expect(await listed(true)).toEqual([id]);
  expect(await listed(false)).not.toContain(id);
});

test("a step is stated once, can be taken back, and a fact is nobody's to state", async () => {
  const id = await newPartner();
  expect((await state(id, "agreement")).status).toBe(200);
  expect((await state(id, "agreement")).body).toMatchObject({
    code: "conflict",
    detail: expect.stringContaining("already"),
  });
  const reopen = (step: string) => world.ask("POST", `/partners/${id}/onboarding/${step}/reopen`);
  expect((await reopen("agreement")).body.completed_at).toBeNull();
  expect((await reopen("agreement")).body.code).toBe("conflict");
  for (const refused of [await state(id, "first_key"), await reopen("company")])
    expect(refused.body).toMatchObject({ code: "conflict", detail: expect.stringContaining("is a fact") });
  expect((await state(id, "agreement", { note: " " })).body).toMatchObject({ status: 400, errors: [{ path: "note" }] });
  const future = new Date(world.clock.now().getTime() + 1).toISOString();
  expect((await state(id, "agreement", { note: "x", done_at: future })).body.errors).toMatchObject([
    { path: "done_at" },
  ]);
  expect((await state(id, "party")).status).toBe(400);
  expect((await state("par_00000000000000000000000000", "agreement")).status).toBe(404);
});

test("terms that were accepted here are an agreement that proves itself", async () => {
  await publish(world, closes("with-terms"));
  const terms = { text: "Be kind to the data.", required_from: world.clock.now().toISOString() };
  expect((await world.ask("POST", "/datasets/with-terms/terms", { body: terms })).status).toBe(201);
  const id = await newPartner();
  const acceptedAt = later();
  const accepted = await world.ask("POST", "/datasets/with-terms/terms/1/accept", {
    body: { partner_id: id, note: "on paper" },
  });
  expect((await onboarding(id)).body.steps).toContainEqual({
    step: "agreement",
    source: "fact",
    done_at: acceptedAt,
    by: accepted.body.id,
    note: null,
  });
});
