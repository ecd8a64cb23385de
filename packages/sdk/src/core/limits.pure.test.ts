import { describe, expect, test } from "vitest";
import { QuotaExceededError } from "../index.ts";
import { answer, refuse, serve } from "../testing/server.ts";

const transports = [
  { over: "undici", fetch: undefined },
  { over: "fetch", fetch: (request: Request) => globalThis.fetch(request) },
];
const day = 86_400;

/** What the server says of its windows after a call: how much is left of a license's day and of the plan's. */
const told = (license: number, plan: number) => ({
  "ratelimit-policy": `"license-day";q=1000;w=${day}, "plan-day";q=10000;w=${day}`,
  ratelimit: `"license-day";r=${license};t=3600, "plan-day";r=${plan};t=3600`,
});
const page = { dataset: "nse-kenya", version: 7, data: [], has_more: false, next_cursor: null };

describe.each(transports)("over $over", ({ fetch }) => {
  test("a client knows the limits that it was told of last: a license's for each dataset, the others once", async () => {
    const left = { "/api/v1/data/nse-kenya": 990, "/api/v1/data/sadc-esg": 500, "/api/v1/data/sadc-esg/query": 490 };
    const { client } = await serve((response, { url }, count) => {
      const license = Object.entries(left).find(([path]) => path === url.split("?")[0])?.[1];
      answer(response, page, 200, license === undefined ? {} : told(license, 10_000 - count));
    });
    const wizdata = client({ fetch });
    expect(wizdata.limits).toEqual([]);
    const before = Date.now();
    await wizdata.data.query("nse-kenya", { limit: 1 });
    await wizdata.data.query("sadc-esg", { limit: 1 });
    await wizdata.data.query("sadc-esg", { country: Array.from({ length: 300 }, (_, at) => `country ${at}`) });
    await wizdata.me.retrieve();
    const after = Date.now();
    const window = { windowSeconds: day, resetsAt: expect.any(Date) };
    expect(wizdata.limits).toEqual([
      { name: "license-day", dataset: "nse-kenya", quota: 1_000, remaining: 990, ...window },
      { name: "plan-day", dataset: null, quota: 10_000, remaining: 9_997, ...window },
      { name: "license-day", dataset: "sadc-esg", quota: 1_000, remaining: 490, ...window },
    ]);
    for (const { resetsAt } of wizdata.limits) {
      expect(resetsAt.getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
      expect(resetsAt.getTime()).toBeLessThanOrEqual(after + 3_600_000);
    }
  });

  test("a refusal that tells of limits is heard too", async () => {
    const { client } = await serve((response) =>
      refuse(response, 429, "quota_exceeded", { "retry-after": "3600", ...told(0, 9_000) }),
    );
    const wizdata = client({ fetch });
    await expect(wizdata.data.query("nse-kenya")).rejects.toThrow(QuotaExceededError);
    expect(wizdata.limits).toMatchObject([
      { name: "license-day", dataset: "nse-kenya", remaining: 0 },
      { name: "plan-day", dataset: null, remaining: 9_000 },
    ]);
  });
});

test("each metered call has an id of its own, and its attempts have the same, whichever way a query goes", async () => {
  const { client, requests } = await serve((response, { url, body }, count) => {
    if (count % 2 === 1) return refuse(response, 503, "unavailable", { "retry-after": "0" });
    const isFirst = !url.includes("after=") && !body.includes('"after"');
    return answer(response, { ...page, data: [{ place: count }], next_cursor: isFirst ? "1" : null });
  });
  const long = { code: Array.from({ length: 300 }, (_, at) => `code ${at}`) };
  for (const query of [{}, long]) await Array.fromAsync(client().data.rows("nse-kenya", query));
  expect(requests.map(({ method }) => method)).toEqual([...Array(4).fill("GET"), ...Array(4).fill("POST")]);
  const ids = requests.map(({ headers }) => headers["wizdata-call"]);
  const [first, , second, , third, , fourth] = ids;
  expect(ids).toEqual([first, first, second, second, third, third, fourth, fourth]);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[\w-]{22,64}$/);
});
