import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { closes, closesCsv } from "../testing/datasets.ts";
import { openPlatform } from "../testing/server-process.ts";
import { until } from "./publish-testing.ts";

type Report = { sharedObjects: string[] };
const duckdbIn = ({ sharedObjects }: Report) => sharedObjects.filter((path) => /duckdb/i.test(path));

test("the process that serves never loads DuckDB, whatever it publishes, searches and exports", async () => {
  const report = "loaded.json";
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  const server = await platform.start({
    NODE_OPTIONS: `--report-on-signal --report-directory=${platform.home} --report-filename=${report}`,
  });
  onTestFinished(() => server.kill());
  const ask = async (key: string, method: string, path: string, body?: object | string) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": typeof body === "string" ? "text/csv" : "application/json" }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    expect(answer.ok, `${method} ${path}`).toBe(true);
    return (await answer.json()) as { id: string; secret: string; status: string; data: object[] }; // what is looked at
  };

  const operator = server.operatorKey ?? "";
  const partner = await ask(operator, "POST", "/partners", { company: "A", email: "a@a.example" });
  const { secret } = await ask(operator, "POST", `/partners/${partner.id}/keys`, { name: "live", mode: "live" });
  await ask(operator, "POST", "/datasets", closes("prices"));
  await ask(operator, "POST", "/datasets/prices/versions", closesCsv());
  await ask(operator, "POST", "/datasets/prices/subscribe", { partner_id: partner.id, tier: "premium" });
  expect((await ask(secret, "GET", "/data/prices?code=SCOM&limit=1")).data).toHaveLength(1);
  expect((await ask(secret, "GET", "/data/prices?close.gt=20.7")).data).toHaveLength(1);
  const { id } = await ask(secret, "POST", "/exports", { dataset: "prices", format: "csv" });
  await until(async () => (await ask(secret, "GET", `/exports/${id}?wait_seconds=10`)).status === "ready");

  process.kill(server.pid, "SIGUSR2");
  const read = () => readFile(join(platform.home, report), "utf8").then(JSON.parse);
  let loaded: Report | undefined;
  await until(async () => {
    loaded = await read().catch(() => undefined);
    return loaded !== undefined;
  });
  expect(duckdbIn(loaded ?? { sharedObjects: ["duckdb"] })).toEqual([]);
  expect(loaded?.sharedObjects.some((path) => /better[-_]sqlite3/.test(path))).toBe(true);

  // A process that did load it would be found out.
  await import("@duckdb/node-api");
  expect(duckdbIn(process.report.getReport() as unknown as Report)).not.toEqual([]);
});
