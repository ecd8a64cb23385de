import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  APIError,
  ConflictError,
  ConnectionError,
  DeadlineError,
  QuotaExceededError,
  ServerError,
  StreamInterruptedError,
  TimeoutError,
  WizData,
  WizDataError,
} from "../index.ts";
import { answer, apiKey, refuse, serve } from "../testing/server.ts";

const transports = [
  { over: "undici", fetch: undefined },
  { over: "fetch", fetch: (request: Request) => globalThis.fetch(request) },
];
const partner = { id: "par_1", company: "Baobab Capital" };

describe.each(transports)("over $over", ({ fetch }) => {
  test("a call carries its key and gives the answer as it is on the wire", async () => {
    const { client, requests } = await serve((response) => answer(response, partner));
    expect(await client({ fetch }).partners.retrieve("par_1")).toEqual(partner);
    expect(requests).toMatchObject([
      { method: "GET", url: "/api/v1/partners/par_1", headers: { authorization: `Bearer ${apiKey}` } },
    ]);
  });

  test("calls one after another share connections", async () => {
    const { client, connections } = await serve((response) => answer(response, partner));
    const { partners } = client({ fetch });
    for (let call = 0; call < 20; call++) await partners.retrieve("par_1");
    // A second one may be opened while the first is not quite free.
    expect(await connections()).toBeLessThanOrEqual(3);
  });

  test("a refusal for the minute is waited out, and the server can tell that it is the same call", async () => {
    const { client, requests } = await serve((response, _, count) =>
      count === 1 ? refuse(response, 429, "rate_limited", { "retry-after": "0" }) : answer(response, partner),
    );
    expect(await client({ fetch }).partners.retrieve("par_1")).toEqual(partner);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers["wizdata-call"]).toBe(requests[1]?.headers["wizdata-call"]);
  });

  test("a quota that is used up until midnight is told at once, with the time to wait", async () => {
    const { client, requests } = await serve((response) =>
      refuse(response, 429, "quota_exceeded", { "retry-after": "3600" }),
    );
    const error = await client({ fetch })
      .partners.retrieve("par_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).toMatchObject({
      code: "quota_exceeded",
      retryAfterMs: 3_600_000,
      requestId: "req_1",
      attempts: [{ status: 429 }],
    });
    expect(requests).toHaveLength(1);
  });

  test("a POST whose answer was lost is sent again as the same POST", async () => {
    const { client, requests } = await serve((response, _, count) => {
      if (count === 1) response.destroy();
      else answer(response, partner, 201);
    });
    expect(await client({ fetch }).partners.create({ company: "Baobab Capital", email: "a@b.example" })).toEqual(
      partner,
    );
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers["idempotency-key"]).toMatch(/^[\w-]{36}$/);
    expect(requests[0]).toEqual(requests[1]);
  });

  test("two calls are two calls, unless they are given one idempotency key", async () => {
    const { client, requests } = await serve((response) => answer(response, partner));
    const { partners } = client({ fetch });
    await partners.suspend("par_1");
    await partners.suspend("par_1");
    await partners.suspend("par_1", { idempotencyKey: "mine" });
    const keys = requests.map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe("mine");
  });

  test("a server that keeps failing is given up on, and the error tells every attempt", async () => {
    const { client, requests } = await serve((response) =>
      refuse(response, 503, "unavailable", { "retry-after": "0" }),
    );
    const error = await client({ fetch })
      .partners.retrieve("par_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({
      status: 503,
      attempts: [{ retryInMs: 0 }, { retryInMs: 0 }, { code: "unavailable" }],
    });
    expect(requests).toHaveLength(3);
  });

  test("only what may pass is tried again", async () => {
    for (const [status, code] of [
      [400, "invalid_request"],
      [401, "unauthenticated"],
      [404, "not_found"],
      [409, "conflict"],
      [422, "faulty_upload"],
    ] as const) {
      const { client, requests } = await serve((response) => refuse(response, status, code));
      await expect(client({ fetch }).partners.suspend("par_1")).rejects.toMatchObject({ status, code });
      expect(requests).toHaveLength(1);
    }
    const running = await serve((response) => refuse(response, 409, "idempotency_in_progress", { "retry-after": "0" }));
    await expect(running.client({ fetch, maxRetries: 1 }).partners.suspend("par_1")).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect(running.requests).toHaveLength(2);
  });

  test("an answer that is cut off is asked for again, and is never taken for a whole one", async () => {
    const { client, requests } = await serve((response, _, count) => {
      if (count === 2) return answer(response, partner);
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"id":"par_1"', () => response.destroy());
    });
    expect(await client({ fetch }).partners.retrieve("par_1")).toEqual(partner);
    await expect(client({ fetch, maxRetries: 0 }).partners.retrieve("par_1")).rejects.toBeInstanceOf(
      StreamInterruptedError,
    );
    expect(requests).toHaveLength(3);
  });

  test("a silent server costs each attempt its timeout, and all of them no more than the deadline", async () => {
    const { client, requests } = await serve(() => {});
    await expect(client({ fetch, timeoutMs: 250, maxRetries: 0 }).partners.retrieve("par_1")).rejects.toBeInstanceOf(
      TimeoutError,
    );
    const error = await client({ fetch, timeoutMs: 30_000, deadlineMs: 250 })
      .partners.retrieve("par_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DeadlineError);
    expect(requests).toHaveLength(2);
  });

  test("a wait that would end after the deadline is not begun", async () => {
    const { client } = await serve((response) => refuse(response, 503, "unavailable", { "retry-after": "30" }));
    await expect(client({ fetch, deadlineMs: 10_000 }).partners.retrieve("par_1")).rejects.toMatchObject({
      code: "unavailable",
      retryAfterMs: 30_000,
    });
  });

  test("a call that is stopped throws the caller's own reason, and lets its connection go", async () => {
    const controller = new AbortController();
    const reason = new Error("the user went away");
    const { client, connections } = await serve(() => controller.abort(reason));
    await expect(client({ fetch }).partners.retrieve("par_1", { signal: controller.signal })).rejects.toBe(reason);
    await expect.poll(connections).toBe(0);
    await expect(client({ fetch }).partners.retrieve("par_1", { signal: controller.signal })).rejects.toBe(reason);
  });

  test("a redirect is never followed, since it would carry the key elsewhere", async () => {
    const elsewhere = await serve((response) => answer(response, partner));
    const { client } = await serve((response) =>
      answer(response, {}, 307, { location: `${elsewhere.baseURL}/api/v1/partners/par_1` }),
    );
    await expect(client({ fetch }).partners.retrieve("par_1")).rejects.toMatchObject({ status: 307, code: "http_307" });
    expect(elsewhere.requests).toEqual([]);
  });

  test("an answer of something that is not WizData says so", async () => {
    const { client } = await serve((response) => response.end("<html>"));
    const error = await client({ fetch })
      .partners.retrieve("par_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WizDataError);
    expect(String(error)).toContain("baseURL");
  });
});

test("a server that is not there is a ConnectionError that names it", async () => {
  const client = new WizData({ apiKey, baseURL: "http://127.0.0.1:1", maxRetries: 0 });
  const error = await client.me.retrieve().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(String(error)).toBe("ConnectionError: 127.0.0.1:1 could not be reached (ECONNREFUSED)");
});

test("time limits hold over a fetch that does not know of signals", async () => {
  const client = new WizData({
    apiKey,
    baseURL: "http://localhost",
    fetch: () => new Promise<Response>(() => {}),
    timeoutMs: 20,
    maxRetries: 0,
  });
  await expect(client.me.retrieve()).rejects.toBeInstanceOf(TimeoutError);
});

test("the key is in no error, no log and no picture of the client", async () => {
  const lines: unknown[] = [];
  const log = (...line: unknown[]) => lines.push(line);
  const logger = { debug: log, info: log, warn: log };
  const { client } = await serve((response, _, count) =>
    count === 1 ? refuse(response, 500, "internal") : response.destroy(),
  );
  const wizdata = client({ logger, maxRetries: 1 });
  const error = await wizdata.me.retrieve().catch((thrown: unknown) => thrown);
  expect(lines).toMatchObject([
    [{ method: "GET", path: "/api/v1/me", code: "internal", status: 500 }, "wizdata call"],
    [{ code: "ConnectionError" }, "wizdata call"],
  ]);
  const badKey = await new WizData({ apiKey: `${apiKey}\u00e9`, baseURL: "http://localhost" }).me
    .retrieve()
    .catch((thrown: unknown) => thrown);
  const shown =
    inspect([error, badKey, wizdata, lines], { depth: 20, showHidden: true }) +
    JSON.stringify([error, badKey, wizdata]);
  expect(shown).toContain("ConnectionError");
  expect(shown).not.toContain(apiKey);
});

test("a key that was refused is an error that programs can tell by its code", async () => {
  const { client } = await serve((response) => refuse(response, 401, "unauthenticated"));
  const error = await client()
    .me.retrieve()
    .catch((thrown: unknown) => thrown);
  expect(error instanceof APIError && error.code).toBe("unauthenticated");
});
