import { createHash } from "node:crypto";
import { eventText, rootOfInclusion } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { signDueDays } from "../ledger/sign-days.ts";
import { sha256 } from "../meter/block.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let key: string;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  ({ key, id } = await (await openExportsWorld(world)).subscriber());
});
afterAll(() => world.close());

const query = (search: string, headers: Record<string, string> = {}) =>
  world.ask("GET", `/data/prices?${search}`, { key, headers });
const explained = async (named: string, asker = key) => {
  const { status, body } = await world.ask("GET", `/usage/requests/${named}`, { key: asker });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
};

test("a request is explained: who, what, the limits it saw, why it was let through, what it cost, and its block", async () => {
  const { headers } = await query("limit=3&code=KCB");
  const receipt = headers.get("wizdata-receipt") ?? "";
  const { body: subscription } = await world.ask("GET", "/subscriptions", { key });
  const [{ id: subscriptionId, tier, billing }] = subscription.data;
  const [event, ...more] = await explained(headers.get("request-id") ?? "");
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    receipt,
    at: "2026-03-10T09:30:00.000Z",
    who: { partner_id: id, key_name: expect.any(String), mode: "live" },
    what: { operation: "query", dataset: "prices", version: 1, status: 200 },
    decision: { subscription_id: subscriptionId, tier, billing, price_version: 1, override: null, terms: null },
    rows: 3,
    units: 1,
    reversal: null,
    block: { chain: world.services.meter.chain, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    proof: null,
    proof_note: "2026-03-10 is signed from 2026-03-11T00:01:00.000Z on.",
  });
  expect(event.what.asked).toContain("code=KCB");
  expect(event.decision.because).toContain("each limit had room for its unit");
  const names = event.limits.map(({ name, period }: { name: string; period: string | null }) => [name, period]);
  expect(names).toEqual(
    expect.arrayContaining([
      ["license-minute", null],
      ["plan-day", "2026-03-10"],
      ["license-month", "2026-03"],
    ]),
  );
  expect(await explained(receipt)).toEqual([event]);
  expect(await explained(receipt, world.operatorKey)).toEqual([event]);
});

test("a name that a client used twice explains both answers, the latest first", async () => {
  const receipts: (string | null)[] = [];
  for (const limit of [1, 2]) {
    world.clock.advance(1);
    const { headers } = await query(`limit=${limit}`, { "request-id": "nightly-run" });
    receipts.unshift(headers.get("wizdata-receipt"));
  }
  const events = await explained("nightly-run");
  expect(events.map(({ receipt }: { receipt: string }) => receipt)).toEqual(receipts);
});

test("an answer of 304 took nothing, and says so", async () => {
  const { headers } = await query("limit=4");
  const again = await query("limit=4", { "if-none-match": headers.get("etag") ?? "" });
  const [event] = await explained(again.headers.get("wizdata-receipt") ?? "");
  expect(event).toMatchObject({ rows: 0, units: 0, cost: { amount_millis: 0, computed: "0: it took no units" } });
  expect(event.decision.because).toContain("takes nothing from any quota");
});

test("what was taken back says by what and why, and its reversal leads to it", async () => {
  const { headers } = await query("limit=5");
  const receipt = headers.get("wizdata-receipt") ?? "";
  const reason = "Served from a faulty mirror";
  const { body } = await world.ask("POST", `/usage/events/${receipt}/reverse`, { body: { reason } });
  const [event] = await explained(receipt);
  expect(event.reversal).toEqual({ receipt: body.id, outcome: "corrected", reason, at: expect.any(String) });
  expect((await explained(body.id)).map((one: { receipt: string }) => one.receipt)).toEqual([receipt]);
});

test("the deal is the one of then, whatever was ordered since", async () => {
  const other = await world.onboard();
  const body = { partner_id: other.id, tier: "premium", billing: "payg" };
  const { body: subscription } = await world.ask("POST", "/datasets/prices/subscribe", { body });
  const { headers } = await world.ask("GET", "/data/prices?limit=3", { key: other.key });
  world.clock.advance(60_000);
  await world.ask("POST", `/subscriptions/${subscription.id}/change`, { body: { tier: "enterprise" } });
  const [event] = await explained(headers.get("wizdata-receipt") ?? "", other.key);
  expect(event.decision).toMatchObject({ tier: "premium", billing: "payg" });
  const { price_per_call, price_per_1000_rows, amount_millis, computed } = event.cost;
  expect(amount_millis).toBe(1000 * price_per_call.amount + 3 * price_per_1000_rows.amount);
  expect(computed).toMatch(/^\d+ a call \+ 3 rows × \d+ \/ 1000 = [\d.]+ minor units$/);
});

test("another's request looks like none", async () => {
  const { headers } = await query("limit=6");
  const stranger = await world.onboard();
  const asked = (named: string | null) =>
    world.ask("GET", `/usage/requests/${named}`, { key: stranger.key, headers: { "request-id": "same" } });
  const missing = await asked("use_00000000000000000000000000");
  expect(missing.status).toBe(404);
  for (const named of [headers.get("wizdata-receipt"), headers.get("request-id")])
    expect((await asked(named)).body).toEqual(missing.body);
});

test("the leaf is the hash of the event as a partner can compute it", async () => {
  const { headers } = await query("limit=7");
  const receipt = headers.get("wizdata-receipt") ?? "";
  const { db } = world.services.store;
  const [event] = await explained(receipt);
  const rows = await db.select().from(db.t.usageEvents);
  const row = rows.find((one) => one.id === receipt);
  if (!row) throw new Error("It was stored.");
  const text = eventText({
    ...{ id: row.id, partner_id: row.partnerId, subscription_id: row.subscriptionId, lineage_id: row.lineageId },
    ...{ key_id: row.keyId, dataset: row.dataset, version: row.version, operation: row.operation },
    ...{ outcome: row.outcome, status: row.status, rows: row.rows, bytes: row.bytes, units: row.units },
    ...{ amount_millis: row.amountMillis, segment: row.segment, local_date: row.localDate, local_hour: row.localHour },
    ...{ request_id: row.requestId, asked: row.asked, limits: row.limits, corrects: null, reason: null },
    at: row.at.toISOString(),
  });
  expect(event.leaf).toBe(createHash("sha256").update(text).digest("hex"));
});

test("once its day is signed, an answer comes with its proof, and every book agrees with the signed day", async () => {
  const { headers } = await query("limit=8");
  const receipt = headers.get("wizdata-receipt") ?? "";
  const before = world.clock.now();
  world.clock.set(new Date("2026-03-11T00:05:00.000Z"));
  await signDueDays(world.services);
  const [{ leaf, proof, proof_note }] = await explained(receipt);
  const { body } = await world.ask("GET", "/usage/reconciliation?from=2026-03-10&to=2026-03-12");
  world.clock.set(before);
  expect(proof_note).toBeNull();
  expect(proof).toMatchObject({ day: "2026-03-10", signed: { signature: expect.any(String) } });
  expect(rootOfInclusion(leaf, proof.event, proof.partner.events, sha256)).toBe(proof.partner.root);
  expect(body).toMatchObject({ differences_count: 0, compared: { signed_days: 1 } });
  expect(body.totals.ledger.signed_events).toBe(body.totals.ledger.stored);
});
