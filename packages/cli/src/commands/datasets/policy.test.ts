import { expect, test } from "vitest";
import { csv, entry, openShop, rows } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

test("an operator limits a tier, and its partner sees what is left and what the next tier would add", async () => {
  const { cli, partner } = await openShop();
  const limits = ["--rows", "ticker=NPN,SOL", "--columns", "close", "--delay-hours", "24"];
  const set = json(await cli.run(["datasets", "policy", entry.slug, "premium", ...limits, "--json"]));
  expect(set.policy).toEqual({
    rows: { ticker: ["NPN", "SOL"] },
    columns: ["close"],
    history_days: null,
    delay_hours: 24,
    interval_seconds: null,
  });
  const shown = json(await partner.run(["datasets", "show", entry.slug, "--json"]));
  expect(shown.subscribed).toBe("premium");
  const [, , own, next] = shown.licenses;
  expect(own.sees).toMatchObject({ columns: ["date", "ticker", "close"], from: null, to: "2026-03-09" });
  expect(next.adds).toEqual(expect.arrayContaining(["every ticker", "the column volume", "no delay"]));
  const people = await partner.run(["datasets", "show", entry.slug]);
  expect(people.stdout).toMatch(
    /only ticker NPN, SOL; only the columns date, ticker, close; 24 hours late: now before 2026-03-09/,
  );
  const read = json(await partner.run(["data", "query", entry.slug, "--limit", "2", "--json"]));
  expect(read.data).toEqual(rows.slice(0, 2).map(({ date, ticker, close }) => ({ date, ticker, close })));
  const hidden = await partner.run(["data", "query", entry.slug, "volume.gte=1", "--json"]);
  expect(json(hidden).error).toMatchObject({ code: "invalid_request", exit_code: 2 });
  const cleared = json(await cli.run(["datasets", "policy", entry.slug, "premium", "--clear", "--json"]));
  expect(cleared).toMatchObject({ policy: null, sees: { words: ["all rows and columns"] } });
});

test("a policy that the columns cannot have is refused, each fault by its name, and nothing said is asked for", async () => {
  const { cli } = await openShop();
  const wrong = ["--rows", "volume=1", "--columns", "clse", "--interval-seconds", "60"];
  const refused = json(await cli.run(["datasets", "policy", entry.slug, "basic", ...wrong, "--json"]));
  for (const fault of ["policy.rows.volume", "policy.columns.0", "policy.interval_seconds"])
    expect(refused.error.message).toContain(fault);
  expect((await cli.run(["datasets", "policy", entry.slug, "basic"])).code).toBe(2);
});

test("rows and files of an earlier state come by its number or by a moment", async () => {
  const { world, cli, partner } = await openShop();
  world.clock.advance(86_400_000);
  const input = `${csv}2025-01-01,NPN,1,1\n`;
  json(await cli.run(["datasets", "publish", entry.slug, "--file", "-", "--json"], { input }));
  for (const state of [
    ["--version", "1"],
    ["--as-of", "2026-03-11T00:00:00Z"],
  ]) {
    const page = json(await partner.run(["data", "query", entry.slug, ...state, "--json"]));
    expect(page.version).toBe(1);
    const made = json(await partner.run(["exports", "create", entry.slug, ...state, "--wait", "--json"]));
    expect(made).toMatchObject({ version: 1, rows: rows.length });
  }
  const now = json(await partner.run(["exports", "create", entry.slug, "--json"]));
  expect(now.version).toBe(2);
  const both = ["--version", "1", "--as-of", "2026-03-11"];
  expect(json(await partner.run(["exports", "create", entry.slug, ...both, "--json"])).error.code).toBe(
    "invalid_request",
  );
  const early = ["--as-of", "2020-01-01"];
  expect(json(await partner.run(["exports", "create", entry.slug, ...early, "--json"])).error.code).toBe("not_found");
});
