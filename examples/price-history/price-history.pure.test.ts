import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openExample } from "../../scripts/testing/example.ts";

test("a partner reads the price history of a company over a real server", async () => {
  const example = await openExample(["nse-kenya"]);
  try {
    const script = new URL("price-history.ts", import.meta.url).pathname;
    const env = { ...process.env, WIZDATA_BASE_URL: example.url, WIZDATA_API_KEY: await example.subscriber() };
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, "SCOM"], { env, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("code\tyear\tfirst\tlast\tchange\tshares");
    const days = gunzipSync(
      readFileSync(new URL("../../packages/server/catalog/nse-kenya/data.csv.gz", import.meta.url)),
    )
      .toString()
      .split("\n")
      .map((line) => line.split(","))
      .filter(([date, code]) => date?.startsWith("2024") && code === "SCOM")
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    const [first, last] = [days[0]?.[5], days.at(-1)?.[5]].map(Number);
    const shares = days.reduce((sum, [, , , , , , , volume]) => sum + Number(volume), 0);
    expect(lines.at(-1)?.split("\t")).toEqual(["SCOM", "2024", `${first}`, `${last}`, "24.0 %", `${shares}`]);
  } finally {
    await example.close();
  }
}, 180_000);
