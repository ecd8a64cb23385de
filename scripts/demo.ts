// The main job, from onboarding to rotation, through the real command on a real server with real data. A step that fails fails it.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startPlatform } from "./demo/platform.ts";
import { onDeno, onNode } from "./demo/runtime.ts";
import { openShell } from "./demo/shell.ts";
import { startPostgres } from "./testing/postgres.ts";

const overlapSeconds = 6;
const refused = 4;
const catalog = "packages/server/catalog";

type Onboarded = { partner: { id: string }; key: { id: string; secret: string } };
type Export = { id: string };
type Downloaded = { files: { path: string; bytes: number; sha256: string }[] };
type Limits = {
  data: { name: string; dataset: string | null; limit: number; used: number; held: number; remaining: number }[];
};

const { values: chosen } = parseArgs({
  options: {
    runtime: { type: "string", default: "node" },
    database: { type: "string", default: "sqlite" },
  },
});
if (!/^(node|deno)$/.test(chosen.runtime) || !/^(sqlite|postgres)$/.test(chosen.database))
  throw new Error("npm run demo -- [--runtime node|deno] [--database sqlite|postgres]");

const startedAt = performance.now();
const runtime = chosen.runtime === "deno" ? onDeno() : onNode;
const postgres = chosen.database === "postgres" ? await startPostgres() : undefined;
const home = mkdtempSync(join(tmpdir(), "wizdata-demo-"));
const platform = await startPlatform(
  {
    WIZDATA_HOME: join(home, "platform"),
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "warn",
    WIZDATA_SECRET: postgres ? randomBytes(32).toString("base64") : "",
    DATABASE_URL: postgres?.url ?? "",
  },
  "ignore",
  runtime,
);
const shell = openShell(
  {
    XDG_CONFIG_HOME: join(home, "config"),
    WIZDATA_BASE_URL: platform.url,
    WIZDATA_API_KEY: "",
    WIZDATA_PROFILE: "",
  },
  runtime.execPath,
  runtime.clientArgs({ reads: [resolve(catalog)], writes: [home] }),
);
try {
  await tellTheStory();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `\nAll of it worked on ${chosen.runtime} and ${chosen.database}, in ${seconds} s. To go on yourself: npm start`,
  );
} finally {
  await platform.stop();
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
}

async function tellTheStory(): Promise<void> {
  shell.title("The operator publishes three datasets");
  await shell.run("auth login --profile operator --key-stdin", { stdin: platform.operatorKey ?? "" });
  for (const slug of ["african-economic-indicators", "sadc-esg", "nse-kenya"]) {
    await shell.run(`datasets create ${catalog}/${slug}/dataset.json`);
    await shell.run(`datasets publish ${slug} --file ${catalog}/${slug}/data.csv.gz`);
  }
  await shell.run("datasets list");

  shell.title("A partner is onboarded: company, first key, subscriptions");
  const line =
    "partners onboard --company 'Baobab Capital' --email data@baobab.example --plan professional --country ZAF --subscribe nse-kenya:premium --subscribe sadc-esg:basic";
  const { partner, key } = await shell.json<Onboarded>(line);
  await shell.run("auth login --profile baobab --key-stdin", { stdin: key.secret });

  shell.title("The partner queries rows");
  await shell.run(
    "data query nse-kenya code=SCOM --from 2024-12-16 --columns date,code,day_price,volume --limit 8 --profile baobab",
  );
  await shell.run(
    "data query sadc-esg country_iso3=ZAF indicator=co2_per_capita --order -time --limit 5 --profile baobab",
  );

  shell.title("The partner exports in bulk, downloads and verifies");
  for (const format of ["parquet", "csv"]) await exportAndVerify(format);

  shell.title("Usage, as partner and operator see it");
  await shell.run("usage report --by operation --profile baobab");
  await shell.run(`usage report --by dataset --partner ${partner.id} --profile operator`);

  shell.title("The operator has everything checked that is stored");
  await shell.run("checks run --profile operator");

  shell.title(`The key is rotated: for ${overlapSeconds} s both work, then only the new one`);
  await rotate(key.id);
}

async function exportAndVerify(format: string): Promise<void> {
  const { id } = await shell.json<Export>(`exports create nse-kenya --format ${format} --wait --profile baobab`);
  const folder = join(home, format);
  const { files } = await shell.json<Downloaded>(`exports download ${id} --to ${folder} --profile baobab`, {
    hide: { [home]: "." },
  });
  // The command has verified each file already; here it is done once more by other means.
  for (const { path, bytes, sha256 } of files) {
    const content = readFileSync(path);
    assert.equal(content.length, bytes);
    assert.equal(createHash("sha256").update(content).digest("hex"), sha256);
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `${files.length} files, ${total} bytes in ${relative(home, folder)}/: lengths and SHA-256 are those of the manifest.`,
  );
}

async function rotate(keyId: string): Promise<void> {
  const before = await countedLimits("baobab");
  const { id, secret } = await shell.json<{ id: string; secret: string }>(
    `keys rotate ${keyId} --overlap ${overlapSeconds}s --profile operator`,
  );
  const overlapEndsAt = performance.now() + overlapSeconds * 1000;
  await shell.run("auth login --profile baobab-new --key-stdin", { stdin: secret });
  await shell.run("auth status --profile baobab");
  await shell.run("auth status --profile baobab-new");
  await shell.run(`keys show ${id} --profile operator`);
  assert.deepEqual(await countedLimits("baobab-new"), before, "a rotation changed usage or limits");
  console.log("Usage and limits are what they were before the rotation.");

  await sleep(Math.max(0, overlapEndsAt - performance.now()) + 250);
  await shell.run("data query nse-kenya code=SCOM --limit 1 --profile baobab", { exitCode: refused });
  await shell.run("data query nse-kenya code=SCOM --order -time --limit 1 --profile baobab-new");
  await shell.run("usage limits --profile baobab-new");
}

/** What is counted over days and months: minutes come and go by themselves. */
async function countedLimits(profile: string): Promise<Limits["data"]> {
  const { data } = await shell.json<Limits>(`usage limits --profile ${profile}`);
  return data
    .filter(({ name }) => !name.endsWith("-minute"))
    .map(({ name, dataset, limit, used, held, remaining }) => ({ name, dataset, limit, used, held, remaining }));
}
