import { afterAll, beforeAll, expect, test } from "vitest";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Usage on two days, by two keys, with half a minor unit a call. */
async function openUsed() {
  const subject = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 0,
    pricePer1000Rows: 5,
    partner: { time_zone: "Africa/Johannesburg" },
  });
  // Ids made in one millisecond have no order.
  world.clock.advance(1);
  const second = await world.ask("POST", `/partners/${subject.id}/keys`, { body: { name: "=second, key" } });
  const { commit } = world.services.meter;
  const start = world.clock.now();
  for (let call = 0; call < 3; call++) await commit(subject.answer({ rows: 100, bytes: 1_000 }));
  world.clock.set(new Date("2026-03-10T22:30:00Z"));
  await commit(subject.answer({ rows: 100, bytes: 1_000, keyId: second.body.id, lineageId: second.body.lineage_id }));
  await commit(subject.answer({ status: 304, units: 0 }));
  world.clock.set(start);
  return { ...subject, secondKeyId: second.body.id as string };
}

const report = async (key: string, query = "") => (await world.ask("GET", `/usage${query}`, { key })).body;

test("usage is told by the partner's own days, and amounts are exact", async () => {
  const { key, id } = await openUsed();
  expect(await report(key)).toEqual({
    partner_id: id,
    by: "day",
    from: "2026-03-01",
    to: "2026-04-01",
    time_zone: "Africa/Johannesburg",
    data: [
      {
        day: "2026-03-10",
        calls: 3,
        rows: 300,
        bytes: 3_000,
        units: 3,
        amount: { amount: 2, currency: "ZAR" },
        amount_millis: 1_500,
      },
      {
        day: "2026-03-11",
        calls: 2,
        rows: 100,
        bytes: 1_000,
        units: 1,
        amount: { amount: 1, currency: "ZAR" },
        amount_millis: 500,
      },
    ],
    totals: {
      calls: 5,
      rows: 400,
      bytes: 4_000,
      units: 4,
      refused_calls: 0,
      amounts: [{ amount: { amount: 2, currency: "ZAR" }, amount_millis: 2_000 }],
    },
  });
});

test("however it is grouped, it is the same usage", async () => {
  const { key, dataset, keyId, secondKeyId } = await openUsed();
  const reports = await Promise.all(
    ["month", "dataset", "key", "operation", "status"].map((by) => report(key, `?by=${by}`)),
  );
  const [month, ofDataset, ofKey, operation, status] = reports.map(({ data }) => data);
  expect(month).toMatchObject([{ month: "2026-03", calls: 5 }]);
  expect(ofDataset).toMatchObject([{ dataset, calls: 5 }]);
  expect(ofKey).toMatchObject([
    { key_id: keyId, key_name: "first", calls: 4 },
    { key_id: secondKeyId, key_name: "=second, key", calls: 1 },
  ]);
  expect(operation).toMatchObject([{ operation: "query", calls: 5 }]);
  expect(status).toMatchObject([{ status: "ok", calls: 5 }]);
  for (const { totals } of reports) expect(totals).toEqual(reports[0].totals);
});

test("refused calls are told by their problem and cost nothing", async () => {
  const { key, id, lineageId, keyId, dataset } = await openUsed();
  for (let call = 0; call < 4; call++)
    world.services.refusals.note({ partnerId: id, lineageId, keyId, dataset, code: "rate_limited" });
  await world.services.refusals.flush();
  world.services.refusals.note({ partnerId: id, lineageId, keyId, dataset, code: "rate_limited" });
  await world.services.refusals.flush();
  const { data, totals } = await report(key, "?by=status");
  expect(data).toMatchObject([
    { status: "ok", calls: 5 },
    { status: "rate_limited", calls: 5, rows: 0, units: 0, amount: { amount: 0, currency: "ZAR" } },
  ]);
  expect(totals).toMatchObject({ calls: 5, refused_calls: 5 });
  expect((await report(key, `?by=status&dataset=other`)).data).toEqual([]);
});

test("days, datasets and keys can be chosen; `to` is the day after the last", async () => {
  const { key, keyId } = await openUsed();
  expect((await report(key, "?from=2026-03-10&to=2026-03-11")).totals.calls).toBe(3);
  expect((await report(key, "?from=2026-03-11")).totals.calls).toBe(2);
  expect((await report(key, "?to=2026-03-10")).totals.calls).toBe(0);
  expect((await report(key, `?key_id=${keyId}`)).totals.calls).toBe(4);
  expect((await report(key, "?operation=export")).totals.calls).toBe(0);
});

test.each(["day", "month", "dataset", "key", "operation", "status"])(
  "CSV by %s has the figures that JSON has",
  async (by) => {
    const { key } = await openUsed();
    const json = await report(key, `?by=${by}`);
    const csv = await world.ask("GET", `/usage?by=${by}`, { key, headers: { accept: "text/csv" } });
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await world.ask("GET", `/usage?by=${by}&format=csv`, { key })).body).toBe(csv.body);
    const [header = "", ...lines] = (csv.body as string).trimEnd().split("\r\n");
    const columns = header.split(",");
    const figures = lines.map((line) => line.split(",").slice(-7));
    expect(columns.slice(-7)).toEqual(["calls", "rows", "bytes", "units", "amount", "currency", "amount_millis"]);
    const expected = json.data.map((row: Record<string, unknown> & { amount: { amount: number; currency: string } }) =>
      [row.calls, row.rows, row.bytes, row.units, row.amount.amount, row.amount.currency, row.amount_millis].map(
        String,
      ),
    );
    expect(figures).toEqual(expected);
  },
);

test.each([
  ["a day that does not exist", "from=2026-02-30", "from"],
  ["a range that runs backwards", "from=2026-03-11&to=2026-03-11", "to"],
  ["a range of many years", "from=2016-01-01&to=2026-01-01", "from"],
  ["an unknown grouping", "by=hour", "by"],
  ["an unknown word", "until=2026-01-01", "until"],
])("%s is refused by name", async (_case, query, path) => {
  const { key } = await openSubscribed(world);
  expect((await world.ask("GET", `/usage?${query}`, { key })).body).toMatchObject({
    status: 400,
    code: "invalid_request",
    errors: [{ path }],
  });
});

test("an operator says whose usage is meant, and another partner's looks like nobody's", async () => {
  const used = await openUsed();
  const other = await openSubscribed(world);
  expect((await world.ask("GET", "/usage")).body).toMatchObject({ status: 400, errors: [{ path: "partner_id" }] });
  expect((await world.ask("GET", `/usage?partner_id=${used.id}`)).body.totals.calls).toBe(5);
  for (const path of ["/usage", "/usage/limits"]) {
    const foreign = await world.ask("GET", `${path}?partner_id=${used.id}`, {
      key: other.key,
      headers: { "request-id": "same" },
    });
    const missing = await world.ask("GET", `${path}?partner_id=par_00000000000000000000000000`, {
      key: other.key,
      headers: { "request-id": "same" },
    });
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(missing.body);
  }
});

test("limits tell what is used and left of plan, license and key, in true windows", async () => {
  const subject = await openSubscribed(world, {
    license: { perMinute: 60, perDay: 100, perMonth: 1_000 },
    partner: { plan: "starter", time_zone: "America/New_York" },
    key: { caps: { per_month: 50 } },
  });
  world.clock.set(new Date("2026-03-08T12:00:00Z"));
  await world.services.meter.commit(subject.answer({ units: 3 }));
  const { body } = await world.ask("GET", "/usage/limits", { key: subject.key });
  world.clock.set(new Date("2026-03-10T09:30:00Z"));
  expect(body.spending).toBeNull();
  expect(body.data.map(({ resets_at, override, ...limit }: { resets_at: string; override: null }) => limit)).toEqual([
    {
      name: "plan-minute",
      dataset: null,
      lineage_id: null,
      limit: 60,
      used: 0,
      held: 0,
      remaining: 60,
      window_seconds: 60,
    },
    {
      name: "plan-day",
      dataset: null,
      lineage_id: null,
      limit: 10_000,
      used: 3,
      held: 0,
      remaining: 9_997,
      window_seconds: 82_800,
    },
    {
      name: "license-minute",
      dataset: subject.dataset,
      lineage_id: null,
      limit: 60,
      used: 0,
      held: 0,
      remaining: 60,
      window_seconds: 60,
    },
    {
      name: "license-day",
      dataset: subject.dataset,
      lineage_id: null,
      limit: 100,
      used: 3,
      held: 0,
      remaining: 97,
      window_seconds: 82_800,
    },
    {
      name: "license-month",
      dataset: subject.dataset,
      lineage_id: null,
      limit: 1_000,
      used: 3,
      held: 0,
      remaining: 997,
      window_seconds: 31 * 86_400 - 3_600,
    },
    {
      name: "key-month",
      dataset: null,
      lineage_id: subject.lineageId,
      limit: 50,
      used: 3,
      held: 0,
      remaining: 47,
      window_seconds: 31 * 86_400 - 3_600,
    },
  ]);
});

test("a receipt leads to its usage event, for its partner and the operator only", async () => {
  const { answer, key, id } = await openSubscribed(world);
  const member = answer({ rows: 7, bytes: 70 });
  await world.services.meter.commit(member);
  const own = await world.ask("GET", `/usage/events/${member.eventId}`, { key });
  expect(own.body).toMatchObject({
    id: member.eventId,
    partner_id: id,
    request_id: member.requestId,
    rows: 7,
    bytes: 70,
    units: 1,
    status: 200,
    local_date: "2026-03-10",
  });
  expect((await world.ask("GET", `/usage/events/${member.eventId}`)).body).toEqual(own.body);
  const stranger = await openSubscribed(world);
  const foreign = await world.ask("GET", `/usage/events/${member.eventId}`, {
    key: stranger.key,
    headers: { "request-id": "same" },
  });
  const missing = await world.ask("GET", "/usage/events/use_00000000000000000000000000", {
    key: stranger.key,
    headers: { "request-id": "same" },
  });
  expect(foreign.status).toBe(404);
  expect(foreign.body).toEqual(missing.body);
});
