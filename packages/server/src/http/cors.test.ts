import { afterAll, beforeAll, expect, test } from "vitest";
import { apiRoutes } from "../app.ts";
import { ConfigError, readConfig } from "../config.ts";
import { contractOf } from "../docs/contract.ts";
import type { Services } from "../services.ts";
import { openWorld, type World } from "../testing/world.ts";
import { exposedHeaders } from "./cors.ts";
import { Problem, problemBody } from "./problem.ts";

const ours = "https://app.example.com";
let world: World;
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_CORS_ORIGINS: `${ours}, http://localhost:5173` } });
});
afterAll(() => world.close());

const corsOf = ({ headers }: { headers: Headers }) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));
const preflight = (path: string, headers: Record<string, string>) =>
  world.app.fetch(new Request(`http://wizdata.test${path}`, { method: "OPTIONS", headers }));

test("a page of an allowed origin may read answers and what is told in their headers, also when they are refusals", async () => {
  for (const key of [world.operatorKey, null]) {
    const answer = await world.ask("GET", "/me", { key, headers: { origin: ours } });
    expect(corsOf(answer)).toEqual({
      "access-control-allow-origin": ours,
      "access-control-expose-headers": expect.stringMatching(/RateLimit.*Request-Id/),
    });
    expect(answer.headers.get("vary")).toMatch(/^Origin/);
  }
});

test.each([
  "https://evil.example",
  "null",
  "*",
  "https://app.example.com.evil.example",
  "http://app.example.com",
  "https://app.example.com:444",
  "https://APP.example.com",
  `${ours}/`,
  `${ours},${ours}`,
])("a page of %s may not, and a cache keeps the two apart", async (origin) => {
  const answer = await world.ask("GET", "/me", { headers: { origin } });
  expect([corsOf(answer), answer.headers.get("vary")]).toEqual([{}, expect.stringMatching(/^Origin/)]);
  const asked = await preflight("/api/v1/me", { origin, "access-control-request-method": "GET" });
  expect([asked.status, corsOf(asked)]).toEqual([405, {}]);
});

test("a browser that asks first is told what the path answers to", async () => {
  const asked = await preflight("/api/v1/partners", { origin: ours, "access-control-request-method": "POST" });
  expect(asked.status).toBe(204);
  expect(corsOf(asked)).toMatchObject({
    "access-control-allow-origin": ours,
    "access-control-allow-methods": "GET, HEAD, POST",
    "access-control-allow-headers": expect.stringMatching(
      /Authorization.*Content-Digest.*Content-Encoding.*Idempotency-Key.*If-Range.*Range.*X-API-Key/,
    ),
    "access-control-max-age": "600",
  });
  expect(corsOf(asked)).not.toHaveProperty("access-control-allow-credentials");
  expect(asked.headers.get("vary")).toMatch(/^Origin, .*Request-Method/);
  const nowhere = await preflight("/nowhere", { origin: ours, "access-control-request-method": "GET" });
  expect(nowhere.status).toBe(404);
});

test("every header that the contract names can be read by a page", () => {
  // Nothing is asked of the services while routes describe themselves.
  const contract = JSON.stringify(contractOf(apiRoutes({} as Services)));
  const named = [...contract.matchAll(/"headers":\{(.*?)\}\}\}/g)].flatMap(([, headers = ""]) =>
    [...headers.matchAll(/"([\w-]+)":\{"schema"/g)].map(([, name = ""]) => name),
  );
  expect(named).toContain("RateLimit-Policy");
  expect(exposedHeaders).toEqual(expect.arrayContaining([...new Set(named)]));
});

test("the answer to a wrong key, which is written beforehand, is the one that any problem gets", async () => {
  const asked = { headers: { "request-id": "same" } };
  const wrong = await world.ask("GET", "/me", { ...asked, key: null });
  const plain = Object.fromEntries([...wrong.headers].filter(([name]) => name !== "date"));
  expect([wrong.status, wrong.body]).toEqual([401, problemBody(new Problem("unauthenticated"), "same")]);
  expect(plain).toEqual({
    "cache-control": "no-store",
    "content-type": "application/problem+json",
    "request-id": "same",
    vary: "Origin",
    "www-authenticate": "Bearer",
    "x-content-type-options": "nosniff",
  });
});

test("by default no origin is let in, and no answer varies for it", async () => {
  const closed = await openWorld();
  const answer = await closed.ask("GET", "/me", { headers: { origin: ours } });
  await closed.close();
  expect([corsOf(answer), answer.headers.get("vary")]).toEqual([{}, expect.not.stringMatching(/origin/i)]);
});

test.each(["*", "null", "app.example.com", "https://app.example.com/", "https://a.example/path", "ftp://a.example"])(
  "%s is refused as an origin when the server starts",
  (origin) => expect(() => readConfig({ WIZDATA_CORS_ORIGINS: origin })).toThrow(ConfigError),
);

test("nothing that a key opens is kept by a cache, no answer is guessed at, and none says who serves it", async () => {
  for (const path of [
    "/api/v1/me",
    "/api/v1/partners",
    "/api/v1/nowhere",
    "/healthz",
    "/readyz",
    "/docs",
    "/openapi.json",
  ]) {
    const headers = { authorization: `Bearer ${world.operatorKey}` };
    const answer = await world.app.fetch(new Request(`http://wizdata.test${path}`, { headers }));
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect([answer.headers.get("server"), answer.headers.get("x-powered-by")]).toEqual([null, null]);
    const isPublic = path === "/docs" || path === "/openapi.json";
    if (!isPublic) expect(answer.headers.get("cache-control"), path).toBe("no-store");
    if (answer.headers.get("content-type")?.includes("html"))
      expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  }
});
