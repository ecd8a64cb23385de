import { existsSync, readdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlatform, type ServerProcess } from "./testing/server-process.ts";
import { isPostgres } from "./testing/world.ts";

// What only a real process on a real socket can show.

let platform: Awaited<ReturnType<typeof openPlatform>>;
let server: ServerProcess;
let operator: string;

beforeAll(async () => {
  platform = await openPlatform({
    WIZDATA_JSON_ARRIVAL_MS: "1000",
    WIZDATA_HEAD_MS: "1000",
    WIZDATA_TRUSTED_PROXIES: "127.0.0.1",
  });
  server = await platform.start();
  operator = `Authorization: Bearer ${server.operatorKey}`;
});
afterAll(async () => {
  await server.kill();
  await platform.close();
});

/** Sends bytes as they are, and gives what came back until the server closed the connection or the wait is over. */
function raw(parts: string[], waitMs = 5_000): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      answer += text;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
    socket.setTimeout(waitMs, () => socket.destroy());
    socket.write(`${parts.join("\r\n")}\r\n\r\n`);
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const closing = "Connection: close";

test.each([
  ["two Host headers", ["GET /healthz HTTP/1.1", "Host: a", "Host: b"], 400],
  ["no Host header", ["GET /healthz HTTP/1.1"], 400],
  ["a Host that is none", ["GET /healthz HTTP/1.1", "Host: a b/c"], 400],
  [
    "a length and chunks",
    ["POST /api/v1/partners HTTP/1.1", "Host: a", "Content-Length: 4", "Transfer-Encoding: chunked"],
    400,
  ],
  ["two lengths", ["POST /api/v1/partners HTTP/1.1", "Host: a", "Content-Length: 0", "Content-Length: 1"], 400],
  ["a folded header", ["GET /healthz HTTP/1.1", "Host: a", "X-A: b\r\n c"], 400],
  ["a header of 20 000 characters", ["GET /healthz HTTP/1.1", "Host: a", `X-A: ${"x".repeat(20_000)}`], 431],
  ["TRACE", ["TRACE /api/v1/me HTTP/1.1", "Host: a"], 405],
  ["a method nobody knows", ["FOO /api/v1/me HTTP/1.1", "Host: a"], 400],
  ["a path that climbs", ["GET /api/v1/../../etc/passwd HTTP/1.1", "Host: a"], 404],
])("%s is refused", async (_case, head, status) => {
  expect(statusOf(await raw([...head, closing]))).toBe(status);
});

test("a body that a GET has is not waited for", async () => {
  const answer = await raw(["GET /api/v1/me HTTP/1.1", "Host: a", operator, "Content-Length: 1000", "", "{"], 20_000);
  expect(statusOf(answer)).toBe(200);
  expect(answer).toMatch(/^connection: close\r$/im);
});

test("what is no HTTP gets a problem all the same", async () => {
  const answer = await raw(["FOO /api/v1/me HTTP/1.1", "Host: a"]);
  expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ status: 400, code: "broken_request" });
});

test("lines that end without CR are refused", async () => {
  expect(statusOf(await raw(["GET /healthz HTTP/1.1\nHost: a\nConnection: close\n"]))).toBe(400);
});

test.each([
  ["two Authorization headers", () => [operator, operator]],
  ["two X-API-Key headers", () => [`X-API-Key: ${server.operatorKey}`, `X-API-Key: ${server.operatorKey}`]],
  ["a key in both", () => [operator, `X-API-Key: ${server.operatorKey}`]],
])("%s open nothing, although each is right", async (_case, headers) => {
  expect(statusOf(await raw(["GET /api/v1/me HTTP/1.1", "Host: a", ...headers(), closing]))).toBe(401);
});

test("whatever host a request names, no answer repeats it", async () => {
  for (const path of [
    "/api/v1/me",
    "/api/v1/partners",
    "/api/v1/datasets",
    "/api/v1/nowhere",
    "/docs",
    "/openapi.json",
  ]) {
    const head = [
      `GET http://evil.example${path} HTTP/1.1`,
      "Host: evil.example",
      "X-Forwarded-Host: evil.example",
      operator,
    ];
    const answer = await raw([...head, closing]);
    expect(statusOf(answer)).toBeLessThan(500);
    expect(answer).not.toContain("evil.example");
  }
});

test("forwarding headers that come twice are read as one, from the right", async () => {
  const claims = ["X-Forwarded-For: 8.8.8.8", "X-Forwarded-For: 196.25.1.9, 127.0.0.1"];
  const answer = await raw(["GET /api/v1/me HTTP/1.1", "Host: a", operator, ...claims, closing]);
  expect(answer).toContain('"from":"196.25.1.9"');
  const garbage = ["X-Forwarded-For: 196.25.1.9", "X-Forwarded-For: unknown"];
  expect(statusOf(await raw(["GET /api/v1/me HTTP/1.1", "Host: a", operator, ...garbage, closing]))).toBe(400);
});

test("nobody else's page may read an answer, and no cache may keep one", async () => {
  const answer = await raw(["GET /api/v1/me HTTP/1.1", "Host: a", "Origin: https://evil.example", operator, closing]);
  expect(answer).toMatch(/^cache-control: no-store\r$/im);
  expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
  expect(answer).not.toMatch(/^(access-control-|server:|x-powered-by:)/im);
  const preflight = [
    "OPTIONS /api/v1/me HTTP/1.1",
    "Host: a",
    "Origin: https://evil.example",
    "Access-Control-Request-Method: GET",
  ];
  expect(statusOf(await raw([...preflight, closing]))).toBe(405);
});

test("HEAD has the headers of GET and no body", async () => {
  const answer = await raw(["HEAD /api/v1/me HTTP/1.1", "Host: a", operator, closing]);
  expect([statusOf(answer), answer.split("\r\n\r\n")[1]]).toEqual([200, ""]);
});

test("no other method is smuggled in by a header", async () => {
  const head = ["GET /api/v1/partners HTTP/1.1", "Host: a", "X-HTTP-Method-Override: DELETE", operator, closing];
  expect(statusOf(await raw(head))).toBe(200);
});

test("a body that ends half-way changes nothing, and is nobody's failure but the sender's", async () => {
  const head = [
    "POST /api/v1/partners HTTP/1.1",
    "Host: a",
    operator,
    "Content-Type: application/json",
    "Content-Length: 1000",
  ];
  await raw([...head, "", '{"company":"Half","email":"half@half.example"'], 300);
  expect((await ask("GET", "/partners?email=half@half.example")).body.data).toEqual([]);
});

test("a body that comes too slowly is told so, and changes nothing", async () => {
  const head = [
    "POST /api/v1/partners HTTP/1.1",
    "Host: a",
    operator,
    "Content-Type: application/json",
    "Content-Length: 1000",
  ];
  const answer = await raw([...head, closing, "", '{"company":"Slow"'], 10_000);
  expect(statusOf(answer)).toBe(400);
  expect(answer).toContain("it was not whole after 1 s");
});

test("a header that comes a byte at a time is not waited for", async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.on("error", () => {});
  socket.resume();
  socket.write("GET /healthz HTTP/1.1\r\n");
  const dripping = setInterval(() => socket.writable && socket.write("X-A: b\r\n"), 500);
  await closed;
  clearInterval(dripping);
});

test.skipIf(isPostgres)("what the platform keeps is for its own account only", () => {
  const open = [
    platform.home,
    ...readdirSync(platform.home, { recursive: true, encoding: "utf8" }).map((name) => join(platform.home, name)),
  ]
    .filter((path) => existsSync(path))
    .filter((path) => (statSync(path).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
type Answered = { status: number; headers: Headers; body: any };
async function ask(method: string, path: string, body?: unknown): Promise<Answered> {
  const isText = typeof body === "string";
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.operatorKey}`,
      "content-type": isText ? "text/csv" : "application/json",
    },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
