import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WizData } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { openExample } from "../../scripts/testing/example.ts";

const script = new URL("onboard.sh", import.meta.url).pathname;
const partners = new URL("partners.json", import.meta.url).pathname;
const main = new URL("../../packages/cli/src/main.ts", import.meta.url).pathname;

// In CI a missing jq is a failure; at home it is installed with: apt-get install jq
const hasJq = spawnSync("jq", ["--version"]).status === 0;

test.skipIf(!process.env.CI && !hasJq)(
  "an operator's list is onboarded once, however often the script runs",
  async () => {
    const example = await openExample(["african-economic-indicators", "sadc-esg"]);
    const secrets = join(example.home, "secrets");
    const env = {
      ...process.env,
      WIZDATA: `${process.execPath} ${main}`,
      WIZDATA_BASE_URL: example.url,
      WIZDATA_API_KEY: example.operatorKey,
      XDG_CONFIG_HOME: example.home,
    };
    const run = () => {
      const { status, stdout, stderr } = spawnSync(script, [partners, secrets], { env, encoding: "utf8" });
      expect([status, stderr.includes("error")]).toEqual([0, false]);
      expect(stdout).not.toContain("wz_live_");
      return stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    try {
      const first = run();
      expect(first).toEqual([
        {
          id: expect.any(String),
          company: "Baobab Capital",
          subscribed: ["african-economic-indicators", "sadc-esg"],
          key: "made",
        },
        { id: expect.any(String), company: "Marula Research", subscribed: ["sadc-esg"], key: "made" },
      ]);
      expect(run()).toEqual(first.map((partner) => ({ ...partner, subscribed: [], key: "kept" })));

      expect(readdirSync(secrets).sort()).toEqual(["data@baobab.example.key", "it@marula.example.key"]);
      const file = join(secrets, "data@baobab.example.key");
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const partner = new WizData({ apiKey: readFileSync(file, "utf8").trim(), baseURL: example.url });
      expect((await partner.me.retrieve()).partner?.id).toBe(first[0].id);
      expect((await example.operator.partners.list()).data).toHaveLength(2);

      const wrong = join(example.home, "wrong.json");
      const subscriptions = ["no-such", "sadc-esg"].map((dataset) => ({ dataset, tier: "free" }));
      const marula = { company: "Marula Labs", email: "labs@marula.example", plan: "research", country: "BWA" };
      writeFileSync(wrong, JSON.stringify([{ ...marula, subscriptions }]));
      const stopped = spawnSync(script, [wrong, secrets], { env, encoding: "utf8" });
      expect(stopped.status).not.toBe(0);
      expect(stopped.stdout).toBe("");
      expect(readdirSync(secrets)).toHaveLength(2);
    } finally {
      await example.close();
    }
  },
  180_000,
);
