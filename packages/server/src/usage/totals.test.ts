import { afterAll, beforeAll, expect, test } from "vitest";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-01-20T09:30:00.000Z") });
});
afterAll(() => world.close());

const totals = async (query: string) => (await world.ask("GET", `/usage/totals${query}`)).body;

test("a report over months is, to the unit, the sum of the days, whole months and their edges alike", async () => {
  const subject = await openSubscribed(world, { billing: "payg", pricePerCall: 3 });
  for (let day = 0; day < 70; day++) {
    await world.services.meter.commit(subject.answer({ rows: day }));
    world.clock.advance(86_400_000);
  }
  const read = async (query: string) => (await world.ask("GET", `/usage${query}`, { key: subject.key })).body;
  for (const span of [
    "from=2026-01-01&to=2026-04-01",
    "from=2026-01-25&to=2026-03-17",
    "from=2026-02-03&to=2026-02-09",
  ]) {
    const days = await read(`?by=day&${span}`);
    for (const by of ["month", "dataset", "key", "operation", "status"]) {
      const report = await read(`?by=${by}&${span}`);
      expect([span, by, report.totals]).toEqual([span, by, days.totals]);
    }
  }
  const months = await read("?by=month&from=2026-01-25&to=2026-03-17");
  expect(months.data.map(({ month, calls }: { month: string; calls: number }) => [month, calls])).toEqual([
    ["2026-01", 7],
    ["2026-02", 28],
    ["2026-03", 16],
  ]);
});

test("the operator sees all partners together, and each of them", async () => {
  const [one, other] = [await openSubscribed(world), await openSubscribed(world)];
  for (const { answer } of [one, other, other]) await world.services.meter.commit(answer({ rows: 10 }));
  const month = world.clock.now().toISOString().slice(0, 7);
  const { data, totals: sums } = await totals(`?by=partner&from=${month}`);
  const calls = new Map(data.map((row: { partner_id: string; calls: number }) => [row.partner_id, row.calls]));
  expect([calls.get(one.id), calls.get(other.id)]).toEqual([1, 2]);
  const all = await totals("?by=month&from=2026-01&to=2027-01");
  expect(all.data.at(-1)).toMatchObject({ month, calls: sums.calls });
});

test("months that are none, or too many, are refused by name", async () => {
  for (const [query, path] of [
    ["?from=2026-13", "from"],
    ["?from=2026-03&to=2026-03", "to"],
    ["?from=2000-01&to=2026-01", "from"],
  ])
    expect(await totals(query ?? "")).toMatchObject({ status: 400, errors: [{ path }] });
});

test("events are listed in pages, each once, for the partner and the operator alike", async () => {
  const { answer, id, key } = await openSubscribed(world);
  const members = Array.from({ length: 7 }, () => answer());
  for (const member of members) {
    world.clock.advance(1);
    await world.services.meter.commit(member);
  }
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const { body } = await world.ask("GET", `/usage/events?limit=3${after}`, { key });
    seen.push(...body.data.map((event: { id: string }) => event.id));
    if (!body.has_more) break;
    after = `&after=${body.next_cursor}`;
  }
  expect(seen).toEqual(members.map(({ eventId }) => eventId).sort());
  const { body } = await world.ask("GET", `/usage/events?partner_id=${id}&limit=1000`);
  expect(body.data.map((event: { id: string }) => event.id)).toEqual(seen);
});
