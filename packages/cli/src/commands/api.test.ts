import { createServer } from "node:http";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { openPlatform } from "../testing/platform.ts";
import { json, openCli } from "../testing/process.ts";

const { cli, url, world } = await openPlatform(afterAll);
for (let at = 0; at < 3; at++) await world.onboard();

test("fields are the query of a GET and the body of anything else, and pages become one list", async () => {
  const all = json(await cli.run(["api", "get", "/partners", "-f", "limit=1", "--paginate", "--json"]));
  expect(all).toMatchObject({ has_more: false, next_cursor: null });
  expect(all.data).toHaveLength(3);
  const [{ id }] = all.data;
  const changed = await cli.run([
    "api",
    "PATCH",
    `/partners/${id}`,
    "-f",
    "company=Acacia",
    "-F",
    "monthly_spending_limit=5000",
    "--json",
  ]);
  expect(json(changed)).toMatchObject({ company: "Acacia", monthly_spending_limit: { amount: 5_000 } });
  const input = JSON.stringify({ plan: "research" });
  expect(
    json(await cli.run(["api", "PATCH", `${url}/api/v1/partners/${id}`, "--input", "-", "--json"], { input })),
  ).toMatchObject({ plan: "research" });
});

test("what the server refuses has the same exit codes as everywhere", async () => {
  expect(json(await cli.run(["api", "GET", "/partners/par_none", "--json"]))).toMatchObject({
    error: { code: "not_found", exit_code: 6 },
  });
  expect(json(await cli.run(["api", "POST", "/partners", "-f", "colour=red", "--json"]))).toMatchObject({
    error: {
      code: "invalid_request",
      exit_code: 2,
      errors: expect.arrayContaining([expect.objectContaining({ path: "colour" })]),
    },
  });
});

test("a key goes to its own server only, also when that one says to go elsewhere", async () => {
  const heard: string[] = [];
  const other = createServer((request, response) => {
    heard.push(request.headers.authorization ?? "");
    response.end("{}");
  });
  const sender = createServer((_, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${portOf(other)}/` }).end(),
  );
  for (const server of [other, sender]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
  }
  const elsewhere = `http://127.0.0.1:${portOf(other)}`;
  expect(json(await cli.run(["api", "GET", `${elsewhere}/me`, "--json"]))).toMatchObject({ error: { exit_code: 2 } });
  const redirected = openCli({ WIZDATA_BASE_URL: `http://127.0.0.1:${portOf(sender)}`, WIZDATA_API_KEY: "wz_live_x" });
  expect(await redirected.run(["api", "GET", "/me"])).toMatchObject({ code: 11 });
  expect(await redirected.run(["auth", "status"])).not.toMatchObject({ code: 0 });
  expect(heard).toEqual([]);
});

test("what makes no sense is said before anything is sent", async () => {
  for (const args of [
    ["GET", "/me", "--input", "x"],
    ["POST", "/x", "-F", "a=b"],
    ["GET", "/me", "-H", "bad name: x"],
    ["POST", "/x", "--paginate"],
  ]) {
    expect(json(await openCli({ WIZDATA_API_KEY: "x" }).run(["api", ...args, "--json"]))).toMatchObject({
      error: { code: "usage", exit_code: 2 },
    });
  }
});

test("a file that is not there is said to be missing, and nothing is sent", async () => {
  const nowhere = openCli({ WIZDATA_API_KEY: "wz_live_x", WIZDATA_BASE_URL: "http://127.0.0.1:1" });
  expect(json(await nowhere.run(["api", "POST", "/partners", "--input", "missing.json", "--json"]))).toMatchObject({
    error: { code: "file", exit_code: 2, message: expect.stringContaining("missing.json") },
  });
});

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
