import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { miscount } from "@wizdata/server/testing/miscount";
import { afterAll, expect, test } from "vitest";
import { entry, openPartner, openShop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const shop = await openShop("premium", afterAll);
const other = await openPartner(shop, "premium");
const { world, cli, partner, partnerId } = shop;
const span = ["--from", "2026-03-01", "--to", "2026-04-01"];

type Line = Record<string, unknown>;
const lines: Line[] = [];
/** One answer, and the line that an access log has of it. */
async function answered(key: string, headers: Record<string, string> = {}): Promise<string> {
  world.clock.advance(1);
  const { headers: sent } = await world.ask("GET", `/data/${entry.slug}?limit=3`, { key, headers });
  const receipt = sent.get("wizdata-receipt") ?? "";
  const { body: event } = await world.ask("GET", `/usage/events/${receipt}`);
  const { partner_id, key_id, dataset, operation, status, rows, bytes } = event;
  const isRepeat = lines.some((line) => line.receipt === receipt);
  const line = {
    receipt,
    ...(isRepeat ? { repeat: true } : {}),
    partner_id,
    key_id,
    dataset,
    operation,
    status,
    rows,
    bytes,
  };
  lines.push({ at: "2026-03-10T09:30:00.000Z", request_id: sent.get("request-id"), ...line });
  return receipt;
}
for (const key of [shop.key, other.key, shop.key]) await answered(key, { "wizdata-call": "one-logical-call" });
for (let call = 0; call < 4; call++) await answered(call % 2 === 0 ? shop.key : other.key);

function written(wanted: readonly (Line | string)[]): string {
  const file = join(cli.home, "access.ndjson");
  writeFileSync(file, wanted.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
  return file;
}
const withLog = async (wanted: readonly (Line | string)[]) => {
  const ended = await cli.run(["usage", "reconcile", ...span, "--access-log", written(wanted), "--json"]);
  return { code: ended.code, ...json(ended) };
};

test("five books that agree are exit code 0, and each is told with what it comes to", async () => {
  const found = await cli.run(["usage", "reconcile", ...span]);
  expect(found.code).toBe(0);
  expect(found.stderr).toContain("everything agrees");
  expect(found.stdout).toMatch(/^books\tevents\t6\t18\t\d+\t6\t0\t2 days of keys$/m);
  expect(found.stdout).toMatch(/^books\tmonths\t6\t18\t/m);
  const quarter = json(await cli.run(["usage", "reconcile", "--from", "2026-02-10", "--to", "2026-05-01", "--json"]));
  expect(quarter).toMatchObject({
    from: "2026-02-10",
    to: "2026-05-01",
    compared: { key_days: 2, key_months: 2 },
    totals: { events: { calls: 6 }, rollups: { calls: 6 }, months: { calls: 6 }, ledger: { events: 6, stored: 6 } },
    differences_count: 0,
    access_log: null,
  });
});

test("a difference is named, and is exit code 12", async () => {
  await miscount(world, partnerId, 1);
  const found = await cli.run(["usage", "reconcile", ...span, "--partner", partnerId]);
  const ended = await cli.run(["usage", "reconcile", ...span, "--json"]);
  await miscount(world, partnerId, -1);
  expect(found.code).toBe(12);
  expect(found.stdout).toContain(
    `differences\tcounters\tplan-day of ${partnerId}\t${partnerId}\t2026-03-10\tused\t3\t4\n`,
  );
  expect(found.stderr).toContain("1 difference.");
  expect(ended.code).toBe(12);
  expect(json(ended)).toMatchObject({ differences_count: 1, differences: [{ expected: 3, found: 4 }] });
});

test("an access log whose lines all have their events agrees, in whatever order they were written", async () => {
  const expected = {
    lines: lines.length,
    unreadable: 0,
    matched: lines.length,
    differences_count: 0,
    unlisted_count: 0,
  };
  expect(await withLog(lines)).toMatchObject({ code: 0, access_log: expected });
  expect(await withLog(lines.toReversed())).toMatchObject({ code: 0, access_log: expected });
});

test("a line without an event is a difference, and so is one that says something else", async () => {
  const [first, ...rest] = lines;
  const made = { ...first, receipt: "use_01kkbb0000000000000000000z" };
  const bent = { ...rest.at(-1), rows: 4 };
  const { code, access_log } = await withLog([...lines.slice(0, -1), bent, made]);
  expect(code).toBe(12);
  expect(access_log.differences_count).toBe(2);
  expect(access_log.differences).toEqual(
    expect.arrayContaining([
      { receipt: made.receipt, figure: "event", stated: expect.stringContaining("3 rows"), stored: null },
      { receipt: rest.at(-1)?.receipt, figure: "rows", stated: "4", stored: "3" },
    ]),
  );
});

test("an event without a line is told and is no difference, nor is a line that was cut off", async () => {
  const without = lines.filter((_, at) => at !== 4);
  const { code, access_log } = await withLog([...without, '{"at":"2026-03-10T09:']);
  expect(code).toBe(0);
  expect(access_log).toMatchObject({
    unreadable: 1,
    differences_count: 0,
    unlisted_count: 1,
    unlisted: [{ receipt: lines[4]?.receipt, operation: "query", reversed: false }],
  });
});

test("a partner reconciles nothing", async () => {
  expect(json(await partner.run(["usage", "reconcile", "--json"]))).toMatchObject({ error: { exit_code: 5 } });
});

test("a receipt and a request lead to the same page, for its partner and the operator only", async () => {
  const [{ receipt = "", request_id = "" } = {}] = lines;
  const own = json(await partner.run(["usage", "explain", String(receipt), "--json"]));
  expect(own.data).toMatchObject([
    { receipt, what: { dataset: entry.slug }, who: { partner_id: partnerId }, units: 1 },
  ]);
  expect(json(await cli.run(["usage", "explain", String(request_id), "--json"])).data).toEqual(own.data);
  const { stdout } = await partner.run(["usage", "explain", String(receipt)]);
  expect(stdout).toMatch(/^answer\tasked\t.*limit=3/m);
  expect(stdout).toMatch(/^limits\tlicense-day\t2026-03-10\t1\t50000\tunits$/m);
  expect(stdout).toMatch(/^decision\tbecause\t.*each limit had room for its unit\.$/m);
  expect(stdout).toMatch(/^ledger\tblock_hash\t[0-9a-f]{64}$/m);
  expect(json(await other.partner.run(["usage", "explain", String(receipt), "--json"]))).toMatchObject({
    error: { exit_code: 6 },
  });
});
