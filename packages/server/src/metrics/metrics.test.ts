import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";
import { openMonitor } from "./monitor.ts";

let world: World;
let monitor: Awaited<ReturnType<typeof openMonitor>>;
let partner: { id: string; key: string };

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_METRICS_PORT: "0" } });
  monitor = await openMonitor(world.config, world.services);
  partner = await (await openExportsWorld(world)).subscriber();
});
afterAll(async () => {
  await monitor?.close();
  await world.close();
});

async function scrape(): Promise<string> {
  const answer = await fetch(monitor?.url ?? "");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain")]);
  return answer.text();
}
const valueIn = (text: string, series: string) =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length),
  );

test("a monitor sees what was answered, refused and stored, and how the process is", async () => {
  const before = await scrape();
  for (let call = 0; call < 3; call++) await world.ask("GET", "/data/prices?code=KCB&limit=1", { key: partner.key });
  await world.ask("GET", "/data/prices?nonsense=1", { key: partner.key });
  const after = await scrape();
  const grown = (series: string) => valueIn(after, series) - (valueIn(before, series) || 0);
  expect(grown('wizdata_requests_total{operation="data.query",status="200"}')).toBe(3);
  expect(grown('wizdata_requests_total{operation="data.query",status="400"}')).toBe(1);
  expect(grown('wizdata_request_seconds_count{operation="data.query"}')).toBe(4);
  expect(grown('wizdata_problems_total{code="invalid_request"}')).toBe(1);
  expect(grown("wizdata_commit_members_sum")).toBe(3);
  expect(valueIn(after, "wizdata_commit_seconds_count")).toBeGreaterThan(0);
  expect(valueIn(after, "wizdata_ready")).toBe(1);
  expect(valueIn(after, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
  expect(after).toMatch(/^wizdata_build_info\{version="\d.*",node="\d.*",database="(sqlite|postgres)"\} 1$/m);
  expect(after).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
});

test("exports that wait are counted by status", async () => {
  world.services.readiness.reason = "a test";
  await world.ask("POST", "/exports", { key: partner.key, body: { dataset: "prices", format: "csv" } });
  const text = await scrape();
  world.services.readiness.reason = undefined;
  expect([valueIn(text, 'wizdata_exports{status="queued"}'), valueIn(text, "wizdata_ready")]).toEqual([1, 0]);
});

test("whatever callers send, no series is made of it, and none names anybody", async () => {
  const series = (text: string) => text.split("\n").filter((line) => line.startsWith("wizdata_"));
  await world.ask("GET", "/nowhere-0", { key: partner.key });
  await world.ask("GET", "/partners/par_0", { key: "wz_live_0" });
  const before = series(await scrape()).length;
  for (let at = 1; at < 50; at++) {
    await world.ask("GET", `/nowhere-${at}`, { key: partner.key, headers: { "request-id": `id-${at}` } });
    await world.ask("GET", `/partners/par_${at}`, { key: `wz_live_${at}` });
  }
  const text = await scrape();
  expect(series(text)).toHaveLength(before);
  expect(text).not.toMatch(/(par|key|lin|sub|exp|use|req)_[0-9a-z]{10}|wz_|prices|nowhere|127\.0\.0\.1/);
});

test("the API serves none of it, and the monitor's port nothing else", async () => {
  expect((await world.app.fetch(new Request("http://wizdata.test/metrics"))).status).toBe(404);
  const other = new URL("/api/v1/me", monitor?.url);
  expect((await fetch(other, { headers: { authorization: `Bearer ${world.operatorKey}` } })).status).toBe(404);
  expect((await fetch(monitor?.url ?? "", { method: "POST" })).status).toBe(404);
});
