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

test("an operator says whose usage is meant", async () => {
  expect(json(await cli.run(["usage", "report", "--json"]))).toMatchObject({
    error: { exit_code: 2, next: ["wizdata partners list"] },
  });
});
