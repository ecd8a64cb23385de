import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entry, openShop, type Shop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const run = promisify(execFile);
const main = fileURLToPath(new URL("../../main.ts", import.meta.url));
/** Inside the repository, so that the SDK is found as it is in a project. */
const folder = fileURLToPath(
  new URL(`../../../.tmp/snippets-${process.pid}-${process.env.WIZDATA_TEST_STORE}`, import.meta.url),
);
const clearings: (() => void | Promise<void>)[] = [];
let shop: Shop;

// Nothing here depends on the database, and it starts many processes: once is enough.
const isOnce = process.env.WIZDATA_TEST_STORE === "sqlite";

beforeAll(async () => {
  shop = await openShop("premium", (clear) => clearings.push(clear));
  mkdirSync(folder, { recursive: true });
  // What a person has on the PATH.
  writeFileSync(join(folder, "wizdata"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
});
afterAll(async () => {
  for (const clear of clearings) await clear();
  rmSync(folder, { recursive: true, force: true });
});

type Snippet = { language: string; task: string; code: string };
async function codeOf(language: string, task: string, slug = entry.slug): Promise<string> {
  const { snippets } = json(await shop.partner.run(["datasets", "snippets", slug, "--json"]));
  return snippets.find((one: Snippet) => one.language === language && one.task === task).code;
}

/** As a person would run it, with nothing but the key in the environment. */
async function runCode(language: string, code: string): Promise<string> {
  const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, WIZDATA_API_KEY: shop.key };
  if (language !== "typescript") return (await run("bash", ["-c", code], { cwd: folder, env })).stdout;
  writeFileSync(join(folder, "snippet.ts"), code);
  return (await run(process.execPath, ["snippet.ts"], { cwd: folder, env })).stdout;
}

test.runIf(isOnce).each(["curl", "typescript", "cli"])(
  "the query in %s finds the newest rows of its key",
  async (language) => {
    const code = await codeOf(language, "query");
    expect(code).not.toContain("wz_");
    const printed = await runCode(language, code);
    expect(printed).toContain("2024-10-26");
    expect(printed).toMatch(/NPN|SOL|MTN/);
  },
);

test.runIf(isOnce)(
  "the export in curl is ordered, and those in TypeScript and of the command are downloaded",
  async () => {
    expect(JSON.parse(await runCode("curl", await codeOf("curl", "export")))).toMatchObject({ dataset: entry.slug });
    for (const language of ["typescript", "cli"]) {
      await runCode(language, await codeOf(language, "export"));
      expect(readdirSync(join(folder, entry.slug)).some((name) => name.endsWith(".csv"))).toBe(true);
      rmSync(join(folder, entry.slug), { recursive: true });
    }
  },
);

test.runIf(isOnce)("values with signs of a shell stay values, and years are queried like days", async () => {
  const slug = "odd-signs";
  const columns = [
    { name: "name", type: "string", nullable: false },
    { name: "year", type: "integer", nullable: false },
  ];
  const odd = `it's "$(touch x)" \`ls\` \\ & é`;
  const definition = { columns, key: ["name", "year"], time: "year" };
  await shop.world.ask("POST", "/datasets", { body: { ...entry, slug, definition } });
  await shop.world.ask("POST", `/datasets/${slug}/versions`, {
    raw: `name,year\n"${odd.replaceAll('"', '""')}",2024\n`,
    headers: { "content-type": "text/csv" },
  });
  await shop.world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: shop.partnerId, tier: "basic" } });
  expect(JSON.parse(await runCode("curl", await codeOf("curl", "query", slug))).data).toEqual([
    { name: odd, year: 2024 },
  ]);
  expect(await runCode("cli", await codeOf("cli", "query", slug))).toContain("2024");
  expect(await runCode("typescript", await codeOf("typescript", "query", slug))).toContain("2024");
  expect(readdirSync(folder)).not.toContain("x");
});

test("addresses are those of the public URL, whatever Host a request names, and each is one of the contract", async () => {
  const { body } = await shop.world.ask("GET", `/datasets/${entry.slug}/snippets`, {
    headers: { host: "evil.example" },
  });
  expect(JSON.stringify(body)).not.toContain("evil");
  const { paths } = JSON.parse(await (await shop.world.app.request("/openapi.json")).text());
  for (const { method, url } of body.endpoints) {
    expect(url.startsWith(`${shop.url}/api/v1/`)).toBe(true);
    const path = url.slice(shop.url.length).replace(entry.slug, "{slug}");
    expect(Object.keys(paths[path])).toContain(method.toLowerCase());
  }
});
