import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { WizData } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { startPlatform } from "../../scripts/demo/platform.ts";

test("a partner reads the price history of a company over a real server", async () => {
  const home = await mkdtemp(join(tmpdir(), "wizdata-example-"));
  const platform = await startPlatform({
    WIZDATA_HOME: home,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "warn",
    DATABASE_URL: "",
  });
  try {
    const operator = new WizData({ apiKey: platform.operatorKey ?? "", baseURL: platform.url });
    const catalog = new URL("../../packages/server/catalog/nse-kenya/", import.meta.url);
    await operator.datasets.create(JSON.parse(readFileSync(new URL("dataset.json", catalog), "utf8")));
    await operator.datasets.publish(
      "nse-kenya",
      new Blob([readFileSync(new URL("data.csv.gz", catalog))], { type: "application/gzip" }),
    );
    const { id } = await operator.partners.create({ company: "Acacia", email: "it@acacia.example", plan: "starter" });
    await operator.datasets.subscribe("nse-kenya", { partner_id: id, tier: "basic", billing: "monthly" });
    const { secret } = await operator.keys.create(id, { name: "analysis", scopes: ["data:read"] });

    const script = new URL("price-history.ts", import.meta.url).pathname;
    const env = { ...process.env, WIZDATA_BASE_URL: platform.url, WIZDATA_API_KEY: secret };
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, "SCOM"], { env, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("code\tyear\tfirst\tlast\tchange\tshares");
    const days = gunzipSync(readFileSync(new URL("data.csv.gz", catalog)))
      .toString()
      .split("\n")
      .map((line) => line.split(","))
      .filter(([date, code]) => date?.startsWith("2024") && code === "SCOM")
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    const [first, last] = [days[0]?.[5], days.at(-1)?.[5]].map(Number);
    const shares = days.reduce((sum, [, , , , , , , volume]) => sum + Number(volume), 0);
    expect(lines.at(-1)?.split("\t")).toEqual(["SCOM", "2024", `${first}`, `${last}`, "24.0 %", `${shares}`]);
  } finally {
    await platform.stop();
    await rm(home, { recursive: true, force: true });
  }
}, 60_000);
