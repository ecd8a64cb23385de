import { expect, test } from "vitest";
import { ConnectionError, type Middleware, WizData } from "../index.ts";
import { answer, apiKey, refuse, serve } from "../testing/server.ts";

const partner = { id: "par_1", company: "Baobab Capital" };
const transports = [
  { over: "undici", fetch: undefined },
  { over: "fetch", fetch: (request: Request) => globalThis.fetch(request) },
];

test.each(transports)(
  "over $over, middleware stands around each attempt, the first one outermost",
  async ({ fetch }) => {
    const steps: string[] = [];
    const layer =
      (name: string): Middleware =>
      async (request, next) => {
        steps.push(`${name} ${request.method}`);
        const response = await next(
          new Request(request, { headers: { ...Object.fromEntries(request.headers), [name]: "here" } }),
        );
        steps.push(`${name} ${response.status}`);
        return response;
      };
    const { client, requests } = await serve((response, _, count) =>
      count === 1 ? refuse(response, 429, "rate_limited", { "retry-after": "0" }) : answer(response, partner),
    );
    const wizdata = client({ fetch, middleware: [layer("outer"), layer("inner")] });
    expect(await wizdata.partners.retrieve("par_1")).toEqual(partner);
    const once = (status: number) => ["outer GET", "inner GET", `inner ${status}`, `outer ${status}`];
    expect(steps).toEqual([...once(429), ...once(200)]);
    expect(requests[1]?.headers).toMatchObject({ outer: "here", inner: "here", authorization: `Bearer ${apiKey}` });
  },
);

test.each(transports)("over $over, bodies pass through middleware as they are", async ({ fetch }) => {
  const { client, requests } = await serve((response) => answer(response, { rows: 1 }, 201));
  const wizdata = client({ fetch, middleware: [(request, next) => next(request)] });
  await wizdata.partners.create({ company: "Baobab Capital", email: "data@baobab.example" });
  await wizdata.datasets.publish("prices", new Blob(["date,close\n2024-01-02,1\n"]));
  expect(JSON.parse(requests[0]?.body.toString() ?? "")).toMatchObject({ company: "Baobab Capital" });
  expect(requests[0]?.headers["content-length"]).toBe(String(requests[0]?.body.length));
  expect(requests[1]?.body.toString()).toBe("date,close\n2024-01-02,1\n");
});

test("a middleware may answer itself, and what it throws is thrown as it is, once", async () => {
  const cached = new WizData({ apiKey, baseURL: "http://127.0.0.1:1", middleware: [() => Response.json(partner)] });
  expect(await cached.partners.retrieve("par_1")).toEqual(partner);
  const refused = new Error("no token");
  let times = 0;
  const refusing: Middleware = () => {
    times += 1;
    throw refused;
  };
  const wizdata = new WizData({ apiKey, baseURL: "http://127.0.0.1:1", middleware: [refusing] });
  await expect(wizdata.partners.retrieve("par_1")).rejects.toBe(refused);
  expect(times).toBe(1);
});

test("a server that is not there is a ConnectionError to middleware too", async () => {
  const seen: unknown[] = [];
  const watch: Middleware = (request, next) =>
    next(request).catch((error: unknown) => {
      seen.push(error);
      throw error;
    });
  const wizdata = new WizData({ apiKey, baseURL: "http://127.0.0.1:1", middleware: [watch], maxRetries: 0 });
  const error = await wizdata.me.retrieve().catch((thrown: unknown) => thrown);
  expect(String(error)).toContain("ConnectionError: 127.0.0.1:1 could not be reached");
  expect(seen[0]).toBeInstanceOf(ConnectionError);
});

test.each([
  ["debug", ["info internal", "debug ok", "warn not_found"]],
  ["info", ["info internal", "warn not_found"]],
  ["warn", ["warn not_found"]],
  ["off", []],
] as const)("at the level %s the logger hears what it should", async (logLevel, expected) => {
  const { client } = await serve((response, { url }, count) => {
    if (url.includes("par_2")) refuse(response, 404, "not_found");
    else if (count === 1) refuse(response, 500, "internal", { "retry-after": "0" });
    else answer(response, partner);
  });
  const lines: string[] = [];
  const log = (level: string) => (fields: object) => lines.push(`${level} ${"code" in fields ? fields.code : ""}`);
  const logger = { debug: log("debug"), info: log("info"), warn: log("warn") };
  const { partners } = client({ logger, logLevel });
  await partners.retrieve("par_1");
  await partners.retrieve("par_2").catch(() => {});
  expect(lines).toEqual(expected);
});

test("all attempts of a call have one id, whatever its method, and the next call has another", async () => {
  const { client, requests } = await serve((response, _, count) =>
    count % 2 === 1 ? refuse(response, 503, "unavailable", { "retry-after": "0" }) : answer(response, partner),
  );
  const { partners } = client();
  await partners.retrieve("par_1");
  await partners.suspend("par_1");
  const ids = requests.map(({ headers }) => headers["wizdata-call"]);
  expect(ids).toEqual([ids[0], ids[0], ids[2], ids[2]]);
  expect(ids[0]).not.toBe(ids[2]);
});
