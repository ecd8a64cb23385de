import { afterAll, expect, test } from "vitest";
import { entry, openShop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const slug = entry.slug;
const shop = await openShop("premium", afterAll);
const { partner, partnerId, cli } = shop;
for (let call = 0; call < 3; call++) await shop.world.ask("GET", `/data/${slug}?limit=10`, { key: shop.key });

test("usage adds up the same for the partner and the operator, however it is grouped", async () => {
  for (const by of ["day", "month", "dataset", "key", "operation", "status"]) {
    const own = json(await partner.run(["usage", "report", "--by", by, "--json"]));
    expect(own).toMatchObject({ partner_id: partnerId, by, totals: { calls: 3, rows: 30 } });
    expect(json(await cli.run(["usage", "report", "--by", by, "--partner", partnerId, "--json"]))).toEqual(own);
  }
});

test("a report is a table of groups and figures, with its total for people", async () => {
  const { stdout, stderr } = await partner.run(["usage", "report", "--by", "dataset"]);
  expect(stdout).toMatch(new RegExp(`^${slug}\t3\t30\t\\d+\t3\tZAR 0.00\n$`));
  expect(stderr).toContain("3 calls, 30 rows");
});

test("--csv is the server's CSV, to the byte", async () => {
  const { stdout } = await partner.run(["usage", "report", "--by", "dataset", "--csv"]);
  const { body } = await shop.world.ask("GET", "/usage?by=dataset&format=csv", { key: shop.key });
  expect(stdout).toBe(body);
});

test("limits show every window with what is used, reserved and left", async () => {
  const { data } = json(await partner.run(["usage", "limits", "--json"]));
  const names = data.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["plan-minute", "plan-day", "license-minute", "license-day", "license-month"]),
  );
  const { stdout } = await cli.run(["usage", "limits", "--partner", partnerId]);
  expect(stdout).toMatch(new RegExp(`^license-month\t${slug}\t500000\t3\t0\t499997\t`, "m"));
});

test("a watch is a line a look for a program, one value with --json, and a table with its times elsewhere", async () => {
  const now = json(await partner.run(["usage", "limits", "--json"]));
  const day = expect.objectContaining({
    name: "license-day",
    dataset: slug,
    limit: 50_000,
    used: 3,
    remaining: 49_997,
  });
  const looks = await cli.run(["usage", "watch", "--partner", partnerId, "--every", "1s", "--count", "2", "--ndjson"]);
  const lines = looks.stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    Array(2).fill({ ...now, at: expect.any(String), data: expect.arrayContaining([day]) }),
  );
  expect(looks).toMatchObject({ code: 0, stderr: "" });
  const whole = json(await partner.run(["usage", "watch", "--count", "1", "--json"]));
  expect(whole).toMatchObject({ data: [{ partner_id: partnerId }], has_more: false, next_cursor: null });
  const { stdout } = await partner.run(["usage", "watch", "--count", "1"]);
  expect(stdout).toMatch(new RegExp(`^2[^\\t]+Z\tlicense-day\t${slug}\t50000\t3\t0\t49997\t`, "m"));
});

test("a watch is no more often than the server lets through", async () => {
  for (const every of ["0", "61m"])
    expect(json(await partner.run(["usage", "watch", "--every", every, "--json"]))).toMatchObject({
      error: { exit_code: 2, message: expect.stringContaining("It must be from 1s to 3600s.") },
    });
});

test("an operator says whose usage is meant", async () => {
  expect(json(await cli.run(["usage", "report", "--json"]))).toMatchObject({
    error: { exit_code: 2, next: ["wizdata partners list"] },
  });
});
