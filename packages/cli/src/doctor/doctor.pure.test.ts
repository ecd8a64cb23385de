import { createServer } from "node:http";
import { formatKey } from "@wizdata/shared";
import { expect, onTestFinished, test } from "vitest";
import contract from "../../../../openapi/wizdata.json" with { type: "json" };
import { runProgram } from "../program.ts";
import { screen } from "../testing/terminal.ts";

const key = formatKey("live", new Uint8Array(32).fill(7));
const scopes = ["datasets:read", "data:read", "usage:read"];
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
const me = (more: object = {}) => ({
  kind: "partner",
  key: { id: "key_1", name: "nightly", mode: "live", scopes, expires_at: null, retires_at: null, ...more },
  partner: { id: "par_1", company: "Baobab", status: "active" },
});
const limit = { name: "license-day", dataset: "nse-kenya", limit: 1_000, remaining: 900 };
const healthy = {
  "/openapi.json": contract as object,
  "/api/v1/me": me(),
  "/api/v1/usage/limits": { partner_id: "par_1", data: [limit], spending: null },
};
type Answers = Partial<Record<keyof typeof healthy, object>>;

async function doctor(answers: Answers, { apiKey = key, skewMs = 0 } = {}) {
  const url = await serve({ ...healthy, ...answers }, skewMs);
  return diagnose({ WIZDATA_BASE_URL: url, WIZDATA_API_KEY: apiKey });
}

async function diagnose(env: Record<string, string>) {
  const terminal = screen({ isTerminal: false, env: { HOME: "/nonexistent", ...env } });
  const code = await runProgram(["doctor", "--json"], terminal, "1.0.0");
  const report: { status: string; findings: { name: string; status: string; message: string; hint: string }[] } =
    JSON.parse(terminal.shown.out);
  const bad = report.findings.filter(({ status }) => status !== "ok");
  return { code, status: report.status, bad: bad.map(({ name, status, hint }) => ({ name, status, hint })) };
}

test("where all is well it says so, and exits with 0", async () => {
  expect(await doctor({})).toEqual({ code: 0, status: "ok", bad: [] });
});

test.each([
  ["a key that ends soon", { "/api/v1/me": me({ expires_at: inDays(3) }) }, "key", "wizdata keys rotate key_1"],
  [
    "little that is left",
    { "/api/v1/usage/limits": { data: [{ ...limit, remaining: 9 }] } },
    "limits",
    "wizdata usage limits",
  ],
  [
    "an older server",
    { "/openapi.json": { ...contract, paths: { "/api/v1/me": contract.paths["/api/v1/me"] } } },
    "server",
    "Update the server.",
  ],
  [
    "an older program",
    { "/openapi.json": { ...contract, paths: { ...contract.paths, "/x": { get: { operationId: "moons.list" } } } } },
    "server",
    "it does not know moons.list. Update wizdata.",
  ],
])("%s is a warning with what to do, and exit code 0", async (_, answers, name, hint) => {
  expect(await doctor(answers)).toEqual({
    code: 0,
    status: "warn",
    bad: [{ name, status: "warn", hint: expect.stringContaining(hint) }],
  });
});

test.each([
  ["a clock far off", {}, { skewMs: 3_600_000 }, "clock", 3],
  ["a key with a wrong character", {}, { apiKey: `${key.slice(0, -1)}!` }, "key form", 4],
  ["a limit that is used up", { "/api/v1/usage/limits": { data: [{ ...limit, remaining: 0 }] } }, {}, "limits", 9],
  ["a key that may do nothing", { "/api/v1/me": me({ scopes: [] }) }, {}, "scopes", 5],
  ["something that is not WizData", { "/openapi.json": { hello: "world" } }, {}, "server", 11],
] as const)("%s is a failure with its exit code", async (_, answers, settings, name, code) => {
  const found = await doctor(answers, settings);
  expect(found).toMatchObject({ code, status: "fail" });
  expect(found.bad[0]).toEqual({ name, status: "fail", hint: expect.stringMatching(/\w+/) });
});

test("what is not there is found where it breaks, without asking further", async () => {
  const nobody = await diagnose({ WIZDATA_BASE_URL: "http://127.0.0.1:1", WIZDATA_API_KEY: key });
  expect(nobody).toMatchObject({ code: 11, bad: [{ name: "connection", status: "fail" }] });
  const besideProxy = { WIZDATA_BASE_URL: "http://127.0.0.1:1", HTTP_PROXY: "http://proxy.example:3128" };
  expect(await diagnose({ ...besideProxy, WIZDATA_API_KEY: key })).toEqual(nobody);
  const nowhere = await diagnose({ WIZDATA_BASE_URL: "https://no-such-host.invalid", WIZDATA_API_KEY: key });
  expect(nowhere).toMatchObject({ code: 11, bad: [{ name: "name", status: "fail" }] });
  expect(await diagnose({ WIZDATA_BASE_URL: "http://data.example.com", WIZDATA_API_KEY: key })).toMatchObject({
    code: 3,
    bad: [{ name: "profile", status: "fail" }],
  });
  const plain = await serve({}, 0);
  const insecure = await diagnose({ WIZDATA_BASE_URL: plain.replace("http:", "https:"), WIZDATA_API_KEY: key });
  expect(insecure).toMatchObject({ code: 11, bad: [{ name: "tls", status: "fail" }] });
});

async function serve(answers: Record<string, object>, skewMs: number): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const answer = answers[url.replace(/\?.*/, "")];
    response.writeHead(answer ? 200 : 404, {
      "content-type": "application/json",
      date: new Date(Date.now() + skewMs).toUTCString(),
    });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}
