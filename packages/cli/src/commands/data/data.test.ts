import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { entry, openPartner, openShop, rows } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const slug = entry.slug;
// Nothing here changes what it holds.
const shop = await openShop("premium", afterAll);
const main = fileURLToPath(new URL("../../main.ts", import.meta.url));

test("a query has the columns, the order and the rows that were asked for, and says when it is cut", async () => {
  const { partner } = shop;
  const query = [
    "data",
    "query",
    slug,
    "ticker=NPN",
    "--from",
    "2024-02-01",
    "--order",
    "-time",
    "--columns",
    "date,close",
    "--limit",
    "2",
  ];
  const wanted = rows
    .filter(({ ticker }) => ticker === "NPN")
    .slice(-2)
    .reverse()
    .map(({ date, close }) => ({ date, close }));
  const page = json(await partner.run([...query, "--json"]));
  expect(page).toMatchObject({ dataset: slug, version: 1, data: wanted, has_more: true });
  const shown = await partner.run(query);
  expect(shown.stdout).toBe(wanted.map(({ date, close }) => `${date}\t${close}\n`).join(""));
  expect(shown.stderr).toContain("Cut after 2 rows of version 1. More with --limit, --all, or --after ");
  const rest = json(await partner.run([...query.slice(0, -2), "--limit", "1", "--after", page.next_cursor, "--json"]));
  expect(rest.data).toEqual([expect.objectContaining({ date: rows.at(-7)?.date })]);
});

test("a column named twice may have either value, and a list as JSON is the same rows as one object a line", async () => {
  const { partner } = shop;
  const query = ["data", "query", slug, "ticker=NPN", "ticker=SOL", "--all"];
  const wanted = rows.filter(({ ticker }) => ticker !== "MTN");
  const { data, ...rest } = json(await partner.run([...query, "--json"]));
  expect(rest).toEqual({ dataset: slug, version: 1, has_more: false, next_cursor: null });
  expect(data).toHaveLength(wanted.length);
  expect(new Set(data.map(key))).toEqual(new Set(wanted.map(key)));
  const lines = (await partner.run([...query, "--ndjson"])).stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(data);
});

test("conditions compare any column, and CSV has the names once however many pages there are", async () => {
  const { partner } = shop;
  const wanted = rows.filter(({ ticker, close }) => ticker !== "MTN" && close >= 100);
  const query = ["data", "query", slug, "close.gte=100", "ticker.ne=MTN", "--columns", "ticker,date,close", "--csv"];
  const csv = `ticker,date,close\n${wanted.map(({ ticker, date, close }) => `${ticker},${date},${close}\n`).join("")}`;
  const sorted = (text: string) => text.split("\n").slice(1).sort();
  const all = await partner.run([...query, "--all"]);
  expect(all.stdout.split("\n")[0]).toBe("ticker,date,close");
  expect(sorted(all.stdout)).toEqual(sorted(csv));
  const cut = await partner.run([...query, "--limit", "1"]);
  expect(cut.stdout.split("\n")).toHaveLength(3);
  expect(cut.stderr).toContain("Cut after 1 rows");
  expect(json(await partner.run([...query, "--limit", "1", "--json"])).data).toHaveLength(1);
});

test("a sample needs no subscription", async () => {
  const { partner: stranger } = await openPartner(shop);
  expect(json(await stranger.run(["data", "sample", slug, "--json"])).data).toHaveLength(Math.min(20, rows.length));
  const csv = await stranger.run(["data", "sample", slug, "--csv"]);
  expect(csv.stdout.split("\n")[0]).toContain("ticker");
  expect((await stranger.run(["data", "sample", "no-such-data", "--json"])).code).toBe(6);
});

test("what cannot be asked is exit code 2 and says what can", async () => {
  const { partner } = shop;
  for (const [args, message] of [
    [["clsoe=1"], "close"],
    [["from=2024-01-01"], "--from"],
    [["ticker"], "column=value"],
    [["--from", "2024-02-30"], "from"],
    [["--limit", "0"], "1"],
  ] as const) {
    const ended = await partner.run(["data", "query", slug, ...args, "--json"]);
    const { error } = json(ended);
    expect({ code: ended.code, exit_code: error.exit_code }).toEqual({ code: 2, exit_code: 2 });
    expect(`${error.message} ${error.hint}`).toContain(message);
  }
});

test("data without a subscription is exit code 5 with the way to get one; an unknown dataset is 6", async () => {
  const { partner: stranger } = await openPartner(shop);
  expect(json(await stranger.run(["data", "query", slug, "--json"]))).toMatchObject({
    error: { code: "subscription_required", exit_code: 5 },
  });
  expect(json(await stranger.run(["data", "query", "no-such-data", "--json"]))).toMatchObject({
    error: { code: "not_found", exit_code: 6 },
  });
});

test("a used-up limit is exit code 9 and says when to come back", async () => {
  const { partner, key } = await openPartner(shop, "free");
  for (let call = 0; call < 10; call++) await shop.world.ask("GET", `/data/${slug}?limit=1`, { key });
  const refused = json(await partner.run(["data", "query", slug, "--json"]));
  expect(refused).toMatchObject({
    error: { code: "rate_limited", exit_code: 9, hint: expect.stringContaining("Try again in ") },
  });
});

test("a reader that closes the pipe in the middle of the rows is no error", async () => {
  const env = { WIZDATA_BASE_URL: shop.url, WIZDATA_API_KEY: shop.key, HOME: shop.cli.home };
  const child = spawn(process.execPath, [main, "data", "query", slug, "--all"], { env });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, said }).toEqual({ code: 0, said: "" });
});

const key = ({ date, ticker }: { date: string; ticker: string }) => `${date} ${ticker}`;

test("rows are those of the version that was current at a moment", async () => {
  const query = ["data", "query", slug, "--limit", "1", "--json", "--as-of"];
  expect(json(await shop.partner.run([...query, new Date().toISOString()]))).toMatchObject({ version: 1 });
  expect(json(await shop.partner.run([...query, "2000-01-01"]))).toMatchObject({ error: { exit_code: 6 } });
});
