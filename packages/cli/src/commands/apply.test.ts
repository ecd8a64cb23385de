import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { runProgram } from "../program.ts";
import { entry, openShop } from "../testing/catalog.ts";
import { screen } from "../testing/terminal.ts";

const shop = await openShop("premium", afterAll);
const { world, url, cli } = shop;

/** A file of one partner of its own, and the command run on it within this process. */
function openFile(name: string, text: string) {
  const path = join(cli.home, `${name}.yaml`);
  const keysOut = join(cli.home, `${name}.keys`);
  writeFileSync(path, text);
  const run = async (args: readonly string[] = ["--yes"], baseUrl = url) => {
    const env = { HOME: cli.home, WIZDATA_BASE_URL: baseUrl, WIZDATA_API_KEY: world.operatorKey };
    const terminal = screen({ isTerminal: false, env });
    const code = await runProgram(["apply", "-f", path, "--keys-out", keysOut, "--json", ...args], terminal, "1.0.0");
    return { code, said: JSON.parse(terminal.shown.out) };
  };
  const keys = () =>
    readFileSync(keysOut, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  return { path, keysOut, run, keys };
}

const declared = (name: string, more = "") => `
partners:
  - email: data@${name}.example
    company: ${name}
    plan: professional
    keys: [{ name: nightly }]
    subscriptions: [{ dataset: ${entry.slug}, tier: basic }]
${more}`;

test("a plan changes nothing, applying it makes it so, and a second time there is nothing to do", async () => {
  const { run, keys, keysOut } = openFile("baobab", declared("baobab"));
  const actions = ({ said }: Awaited<ReturnType<typeof run>>) =>
    said.steps.map(({ action, kind, state }: Record<string, string>) => `${state} ${action} ${kind}`);
  const planned = ["planned create partner", "planned create subscription", "planned create key"];
  for (const flag of ["--plan", "--dry-run"]) expect(actions(await run([flag]))).toEqual(planned);
  const applied = await run();
  expect(applied.code).toBe(0);
  expect(actions(applied)).toEqual(["done create partner", "done create subscription", "done create key"]);
  expect(JSON.stringify(applied.said)).not.toContain("wz_live_");
  const [{ secret }] = keys();
  expect(statSync(keysOut).mode & 0o777).toBe(0o600);
  expect((await world.ask("GET", `/data/${entry.slug}?limit=1`, { key: secret })).status).toBe(200);
  expect(await run()).toMatchObject({ code: 0, said: { steps: [], unchanged: ["data@baobab.example"] } });
});

test("a tier is changed, and what the file no longer names is removed only with --prune", async () => {
  const { run, path } = openFile("marula", declared("marula"));
  await run();
  const text = readFileSync(path, "utf8").replace("basic", "premium").replace("[{ name: nightly }]", "[]");
  writeFileSync(path, text);
  const changed = await run();
  expect(changed.said.steps).toMatchObject([{ action: "change", kind: "subscription", state: "done" }]);
  expect(changed.said.kept).toMatchObject([{ kind: "key", what: "nightly" }]);
  expect((await run(["--yes", "--prune"])).said.steps).toMatchObject([
    { action: "remove", kind: "key", state: "done" },
  ]);
  writeFileSync(path, text.replace(/subscriptions:.*/, "subscriptions: []"));
  expect((await run(["--yes", "--prune"])).said.steps).toMatchObject([{ action: "remove", kind: "subscription" }]);
  expect(await run(["--yes", "--prune"])).toMatchObject({ code: 0, said: { steps: [], kept: [] } });
});

test("what fails is named, the other partners are done, and the exit code says so", async () => {
  const wrong = `  - { email: it@acacia.example, company: acacia, subscriptions: [{ dataset: no-such, tier: free }], keys: [{ name: k }] }\n`;
  const { run } = openFile("protea", declared("protea", wrong));
  const { code, said } = await run();
  expect(code).toBe(13);
  expect(said.error.steps.map(({ state }: { state: string }) => state)).toEqual([
    ...["done", "done", "done"],
    ...["done", "failed", "skipped"],
  ]);
  expect(said.error.errors).toEqual([
    { path: "it@acacia.example, subscription no-such free monthly", message: expect.any(String) },
  ]);
  expect(said.error.next[0]).toContain("wizdata apply -f");
});

test("a secret whose answer was lost is fetched by the next run, and there is one key", async () => {
  const { run, keys } = openFile("ficus", declared("ficus"));
  const line = await openBadLine();
  const cut = await run(["--yes"], line.url);
  expect(cut).toMatchObject({ code: 13, said: { error: { errors: [{ path: "data@ficus.example, key nightly" }] } } });
  expect(keys()).toMatchObject([{ name: "nightly", secret: null }]);
  expect((await run()).said.steps).toMatchObject([{ action: "recover", kind: "key", state: "done" }]);
  const [{ secret, key_id: id }] = keys();
  const { body: me } = await world.ask("GET", "/me", { key: secret });
  expect(me.key.id).toBe(id);
  const { body } = await world.ask("GET", `/partners/${me.partner.id}/keys`);
  expect(body.data).toHaveLength(1);
});

test("without --yes nobody is asked in a script, and without a place for secrets no key is made", async () => {
  const { run, path } = openFile("olive", declared("olive"));
  expect(await run([])).toMatchObject({ code: 2, said: { error: { hint: expect.stringContaining("--yes") } } });
  const env = { HOME: cli.home, WIZDATA_BASE_URL: url, WIZDATA_API_KEY: world.operatorKey };
  const terminal = screen({ isTerminal: false, env });
  expect(await runProgram(["apply", "-f", path, "--yes"], terminal, "1.0.0")).toBe(2);
  expect(terminal.shown.err).toContain("--keys-out");
  expect((await world.ask("GET", "/partners?email=data@olive.example")).body.data).toEqual([]);
});

/** A way to the server on which no answer about a new key arrives, though the server has made it. */
async function openBadLine(): Promise<{ url: string }> {
  const proxy = createServer(async (request, response) => {
    const { method = "GET", headers } = request;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(`${url}${request.url}`, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]) =>
        name === "authorization" || name === "content-type" || name === "idempotency-key"
          ? [[name, String(value)]]
          : [],
      ),
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    if (method === "POST" && request.url?.endsWith("/keys")) return response.destroy();
    return response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const address = proxy.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}` };
}
