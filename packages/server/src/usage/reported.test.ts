import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Subscribed = Awaited<ReturnType<typeof openSubscribed>>;
const measured = ({ keyId, dataset }: Subscribed, given: object = {}) => ({
  ...{ source: "edge-1", id: "a-1", key_id: keyId, dataset, operation: "query", rows: 230, bytes: 4_000 },
  ...given,
});
const report = (...events: object[]) => world.ask("POST", "/usage/events", { body: { events } });
const usage = async ({ key }: Subscribed, query = "") => (await world.ask("GET", `/usage${query}`, { key })).body;

test("usage measured elsewhere counts like any other: event, limits, bill", async () => {
  const subject = await openSubscribed(world, { billing: "payg", pricePerCall: 1, pricePer1000Rows: 50 });
  const { status, body } = await report(measured(subject));
  expect([status, body.data]).toMatchObject([200, [{ source: "edge-1", id: "a-1", stored: true }]]);
  const event = await world.ask("GET", `/usage/events/${body.data[0].receipt}`, { key: subject.key });
  expect(event.body).toMatchObject({ operation: "query", rows: 230, bytes: 4_000, units: 1, amount_millis: 12_500 });
  expect((await usage(subject)).totals).toMatchObject({ calls: 1, rows: 230, units: 1 });
  const { body: limits } = await world.ask("GET", "/usage/limits", { key: subject.key });
  const day = limits.data.find(({ name }: { name: string }) => name === "license-day");
  expect(day).toMatchObject({ used: 1 });
});

test("the same content again is no usage, and other content under its name is refused, for ever", async () => {
  const subject = await openSubscribed(world);
  const first = await report(measured(subject), measured(subject, { id: "a-2" }));
  const again = await report(measured(subject), measured(subject, { id: "a-3" }));
  expect(again.body.data.map(({ stored }: { stored: boolean }) => stored)).toEqual([false, true]);
  expect(again.body.data[0].receipt).toBe(first.body.data[0].receipt);
  world.clock.advance(40 * 86_400_000);
  const other = await report(measured(subject, { id: "a-4" }), measured(subject, { rows: 231 }));
  expect(other.body).toMatchObject({ code: "usage_conflict", status: 409, errors: [{ path: "events.1.id" }] });
  const { data } = (await world.ask("GET", `/usage/events?partner_id=${subject.id}`)).body;
  expect(data).toHaveLength(3);
});

test("many reports of the same event at once are one", async () => {
  const subject = await openSubscribed(world);
  const answers = await Promise.all(Array.from({ length: 12 }, () => report(measured(subject))));
  expect(new Set(answers.map(({ body }) => body.data[0].receipt)).size).toBe(1);
  expect((await usage(subject)).totals.calls).toBe(1);
});

test("names that could be joined the same way are not the same", async () => {
  const subject = await openSubscribed(world);
  const { body } = await report(
    measured(subject, { source: "a-b", id: "c" }),
    measured(subject, { source: "a", id: "b-c" }),
  );
  expect(body.data.map(({ stored }: { stored: boolean }) => stored)).toEqual([true, true]);
});

test("what is wrong is named by event and field, and then nothing is stored", async () => {
  const subject = await openSubscribed(world);
  const { status, body } = await report(
    measured(subject),
    measured(subject, { id: "b", key_id: "key_00000000000000000000000000" }),
    measured(subject, { id: "c", dataset: "no-such-thing" }),
    measured(subject, { id: "d", occurred_at: new Date(world.clock.now().getTime() + 120_000) }),
    measured(subject, { id: "e", occurred_at: new Date(world.clock.now().getTime() - 36 * 86_400_000) }),
    measured(subject),
  );
  expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    ["events.1.key_id", "events.2.dataset", "events.3.occurred_at", "events.4.occurred_at", "events.5.id"],
  ]);
  const { db } = world.services.store;
  expect(await db.$count(db.t.usageEvents, eq(db.t.usageEvents.partnerId, subject.id))).toBe(0);
});

test("usage of last month is of last month, and was used even where it passes a limit", async () => {
  const subject = await openSubscribed(world, { license: { perDay: 1 } });
  const occurred_at = new Date(world.clock.now().getTime() - 20 * 86_400_000).toISOString();
  await report(measured(subject, { id: "x", units: 3 }), measured(subject, { id: "y", occurred_at }));
  const [year, month] = occurred_at.split("-");
  const { data } = await usage(subject, `?by=month&from=${year}-${month}-01`);
  expect(data.reduce((sum: number, { units }: { units: number }) => sum + units, 0)).toBe(4);
  const refused = await world.services.meter.commit(subject.answer());
  expect(refused).toMatchObject({ admitted: false, problem: { code: "quota_exceeded" } });
});

test("an event that is taken back gives its units and its money back, once, and stays as it was", async () => {
  const subject = await openSubscribed(world, { billing: "payg", pricePerCall: 7, license: { perDay: 1 } });
  const { receipt } = (await report(measured(subject))).body.data[0];
  const reversal = await world.ask("POST", `/usage/events/${receipt}/reverse`, { body: { reason: "Served twice" } });
  expect(reversal).toMatchObject({
    status: 201,
    body: {
      corrects: receipt,
      reason: "Served twice",
      outcome: "corrected",
      units: -1,
      rows: -230,
      amount_millis: -7_000,
    },
  });
  expect((await usage(subject)).totals).toMatchObject({ calls: 0, rows: 0, units: 0, amounts: [{ amount_millis: 0 }] });
  expect((await world.ask("GET", `/usage/events/${receipt}`)).body).toMatchObject({
    outcome: "ok",
    units: 1,
    rows: 230,
  });
  expect((await world.services.meter.commit(subject.answer())).admitted).toBe(true);
  for (const id of [receipt, reversal.body.id]) {
    const again = await world.ask("POST", `/usage/events/${id}/reverse`, { body: { reason: "Once more" } });
    expect(again.body).toMatchObject({ status: 409, code: "conflict" });
  }
});
