import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const acme = {
  company: "Acme Research",
  email: "Data@Acme.example",
  plan: "professional",
  country: "ZAF",
  monthly_spending_limit: 500_000,
};

test("an operator onboards a partner, and finds it by its address in any case", async () => {
  const made = await world.ask("POST", "/partners", { body: acme });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    company: "Acme Research",
    email: "data@acme.example",
    status: "active",
    plan: "professional",
    monthly_spending_limit: { amount: 500_000, currency: "ZAR" },
  });
  const found = await world.ask("GET", "/partners?email=DATA@acme.example");
  expect(found.body.data.map(({ id }: { id: string }) => id)).toEqual([made.body.id]);
});

test("an address belongs to one partner", async () => {
  const again = await world.ask("POST", "/partners", { body: { ...acme, company: "Acme Two" } });
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code: "already_exists", errors: [{ path: "email" }] });
});

test("what is not given stays, and null takes away", async () => {
  const { id } = await world.onboard({ partner: { industry: "banking" } });
  const changed = await world.ask("PATCH", `/partners/${id}`, {
    body: { plan: "starter", industry: null, monthly_spending_limit: 100 },
  });
  expect(changed.body).toMatchObject({
    plan: "starter",
    industry: null,
    time_zone: "Africa/Johannesburg",
    monthly_spending_limit: { amount: 100, currency: "ZAR" },
  });
});

test("a suspended partner's keys are refused from the next call until it is reactivated", async () => {
  const partner = await world.onboard();
  expect((await world.ask("GET", "/me", { key: partner.key })).status).toBe(200);
  expect((await world.ask("POST", `/partners/${partner.id}/suspend`)).body.status).toBe("suspended");
  expect((await world.ask("GET", "/me", { key: partner.key })).body.code).toBe("partner_suspended");
  expect((await world.ask("POST", `/partners/${partner.id}/suspend`)).status).toBe(409);
  expect((await world.ask("POST", `/partners/${partner.id}/reactivate`)).body.status).toBe("active");
  expect((await world.ask("GET", "/me", { key: partner.key })).body).toMatchObject({
    kind: "partner",
    partner: { id: partner.id },
  });
});

test("a list goes page by page, each partner once", async () => {
  for (let made = 0; made < 5; made++) await world.onboard();
  const seen: string[] = [];
  let after = "";
  do {
    const page = await world.ask("GET", `/partners?limit=2${after}`);
    seen.push(...page.body.data.map(({ id }: { id: string }) => id));
    after = page.body.next_cursor === null ? "" : `&after=${page.body.next_cursor}`;
  } while (after !== "");
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(seen.length).toBe((await world.ask("GET", "/partners?limit=200")).body.data.length);
});

test("a cursor is good for its own list only, and not at all when touched", async () => {
  const page = await world.ask("GET", "/partners?limit=1");
  const cursor: string = page.body.next_cursor;
  for (const query of [
    `limit=1&plan=free&after=${cursor}`,
    `limit=1&after=${cursor}x`,
    `limit=1&after=${cursor.replace(/^./, "A")}`,
    "limit=1&after=abc",
  ]) {
    expect((await world.ask("GET", `/partners?${query}`)).body).toMatchObject({ status: 400, code: "invalid_cursor" });
  }
});

test("a partner sees itself and nobody else, and another's id looks like none", async () => {
  const one = await world.onboard();
  const other = await world.onboard();
  expect((await world.ask("GET", "/partners", { key: one.key })).body.data.map(({ id }: { id: string }) => id)).toEqual(
    [one.id],
  );
  const foreign = await world.ask("GET", `/partners/${other.id}`, { key: one.key, headers: { "request-id": "same" } });
  const missing = await world.ask("GET", "/partners/par_00000000000000000000000000", {
    key: one.key,
    headers: { "request-id": "same" },
  });
  expect(foreign.status).toBe(404);
  expect(foreign.body).toEqual(missing.body);
});

test.each([
  ["no company", { company: "" }, "company"],
  ["no address", { email: "nobody" }, "email"],
  ["an unknown plan", { plan: "gold" }, "plan"],
  ["a field of ours", { status: "active" }, "status"],
  ["a place that is none", { time_zone: "Africa/Atlantis" }, "time_zone"],
  ["half a cent", { monthly_spending_limit: 1.5 }, "monthly_spending_limit"],
  ["a currency that is none", { billing_currency: "XXZ" }, "billing_currency"],
])("%s is refused by name and makes no partner", async (_case, wrong, path) => {
  const before = (await world.ask("GET", "/partners?limit=200")).body.data.length;
  const refused = await world.ask("POST", "/partners", {
    body: { company: "Wrong", email: "wrong@example.com", ...wrong },
  });
  expect(refused.body).toMatchObject({ status: 400, code: "invalid_request", errors: [{ path }] });
  expect((await world.ask("GET", "/partners?limit=200")).body.data.length).toBe(before);
});
