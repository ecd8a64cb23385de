import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_JSON_BYTES_MAX: "200000" } });
});
afterAll(() => world.close());

const json = { "content-type": "application/json" };
const post = (
  raw: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Record<string, string> = json,
) => world.ask("POST", "/partners", { raw, headers });
const bytes = (...codes: number[]) => new Uint8Array(codes);
const good = '"company":"A","email":"a@a.example"';

test.each([
  ["an empty body", "", "invalid_json"],
  ["half an object", `{${good}`, "invalid_json"],
  ["two values", `{${good}}{}`, "invalid_json"],
  ["a byte order mark", `\ufeff{${good}}`, "invalid_json"],
  ["bytes that are not UTF-8", bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), "invalid_json"],
  ["a key given twice", `{${good},"company":"B"}`, "invalid_json"],
  ["a key given twice in two spellings", `{${good},"c\\u006fmpany":"B"}`, "invalid_json"],
  ["a NUL character", '{"company":"A\\u0000","email":"a@a.example"}', "invalid_json"],
  ["half a surrogate pair", '{"company":"A\\ud800","email":"a@a.example"}', "invalid_json"],
  ["a number beyond all", `{${good},"monthly_spending_limit":1e400}`, "invalid_json"],
  ["65 levels", `{${good},"x":${"[".repeat(65)}${"]".repeat(65)}}`, "invalid_json"],
  ["100 000 levels", "[".repeat(100_000), "invalid_json"],
  ["1 001 keys", `{${Array.from({ length: 1_001 }, (_, at) => `"k${at}":1`).join(",")}}`, "invalid_json"],
  ["a long string", `{"company":"${"a".repeat(70_000)}"}`, "invalid_json"],
  ["a long array", `{"company":[${"1,".repeat(10_001)}1]}`, "invalid_json"],
  ["a list instead of an object", "[]", "invalid_request"],
  ["null", "null", "invalid_request"],
  ["a prototype", `{${good},"__proto__":{"admin":true}}`, "invalid_request"],
  ["too many bytes", `{"company":"${"a".repeat(200_001)}"}`, "payload_too_large"],
])("%s gets a clear problem and changes nothing", async (_case, raw, code) => {
  const refused = await post(raw);
  expect(refused.body).toMatchObject({ code, detail: expect.any(String), request_id: expect.stringMatching(/^req_/) });
  expect((await world.ask("GET", "/partners")).body.data).toEqual([]);
});

test("bytes are counted as they come, whatever the length header says", async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
  });
  expect((await post(endless)).status).toBe(413);
});

test.each([
  ["text/plain", { "content-type": "text/plain" }],
  ["another character set", { "content-type": "application/json; charset=latin1" }],
  ["a compressed body", { ...json, "content-encoding": "gzip" }],
])("%s is refused with 415", async (_case, headers) => {
  expect((await post(`{${good}}`, headers)).body.code).toBe("unsupported_media_type");
});

test("a wrong method gets 405 and the ones that work, an unknown path 404", async () => {
  const wrong = await world.ask("DELETE", "/partners");
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST");
  expect((await world.ask("GET", "/nowhere")).body.code).toBe("not_found");
  expect((await world.ask("POST", "/me")).headers.get("allow")).toBe("GET, HEAD");
});

test.each([
  "limit=0",
  "limit=-1",
  "limit=201",
  "limit=1.5",
  "limit=1e2",
  "limit=",
  "limit=1&limit=2",
  "unknown=1",
  "__proto__=1",
  "status=gone",
])("a list with ?%s is refused by the field's name", async (query) => {
  const refused = await world.ask("GET", `/partners?${query}`);
  expect(refused.body).toMatchObject({ status: 400, code: "invalid_request", errors: [{ path: query.split("=")[0] }] });
});

test.each(["%2e%2e%2fme", "par_x%00", "par_%ff", "%", "par_x%27%20or%201=1", "x".repeat(300)])(
  "the id %s is one that does not exist",
  async (id) => {
    expect((await world.ask("GET", `/partners/${id}`)).body.code).toBe("not_found");
  },
);

test("a NUL character in a query goes no further", async () => {
  expect((await world.ask("GET", "/partners?email=a%00b")).body.code).toBe("invalid_request");
});

test("a request id is taken over when it is harmless, and replaced when not", async () => {
  expect((await world.ask("GET", "/me", { headers: { "request-id": "job-7_a" } })).headers.get("request-id")).toBe(
    "job-7_a",
  );
  expect((await world.ask("GET", "/me", { headers: { "request-id": "a b{}" } })).headers.get("request-id")).toMatch(
    /^req_/,
  );
});

test("calls that are not metered have a limit of their own, with the true wait", async () => {
  const partner = await world.onboard();
  let last = await world.ask("GET", "/me", { key: partner.key });
  for (let call = 1; call <= 600; call++) last = await world.ask("GET", "/me", { key: partner.key });
  expect(last.body.code).toBe("rate_limited");
  const wait = Number(last.headers.get("retry-after"));
  world.clock.advance(wait * 1000);
  expect((await world.ask("GET", "/me", { key: partner.key })).status).toBe(200);
});
