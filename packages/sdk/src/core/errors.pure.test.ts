import { expect, test } from "vitest";
import { problemCodes } from "../generated/schemas.ts";
import {
  APIError,
  AuthenticationError,
  NotFoundError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./api-errors.ts";
import { ConnectionError, StreamInterruptedError, WizDataError } from "./errors.ts";
import { refusal } from "./refusal.ts";

const none = () => null;
const problem = (code: string, more: object = {}) =>
  JSON.stringify({ type: "https://x", title: "It failed", code, request_id: "req_1", ...more });

test("an error of another copy of the package is recognised by instanceof", async () => {
  // The same file under another address is another copy, as it is when two packages depend on two versions.
  const copy: typeof import("./errors.ts") = await import(`${"./errors.ts"}?copy`);
  expect(copy.WizDataError).not.toBe(WizDataError);
  const foreign = new copy.StreamInterruptedError("cut off");
  expect(foreign).toBeInstanceOf(StreamInterruptedError);
  expect(foreign).toBeInstanceOf(ConnectionError);
  expect(foreign).toBeInstanceOf(WizDataError);
  expect(foreign).not.toBeInstanceOf(APIError);
});

test("a subclass of one's own is told from its parent", () => {
  class Mine extends WizDataError {}
  expect(new Mine("mine")).toBeInstanceOf(Mine);
  expect(new Mine("mine")).toBeInstanceOf(WizDataError);
  expect(new WizDataError("not mine")).not.toBeInstanceOf(Mine);
});

test("things that are no errors are instances of none", () => {
  for (const thing of [null, undefined, 1, "x", {}, new Error("x")]) expect(thing).not.toBeInstanceOf(WizDataError);
});

test.each([
  [400, "invalid_request", ValidationError, "ValidationError"],
  [401, "unauthenticated", AuthenticationError, "AuthenticationError"],
  [404, "not_found", NotFoundError, "NotFoundError"],
  [410, "export_expired", NotFoundError, "NotFoundError"],
  [429, "rate_limited", RateLimitError, "RateLimitError"],
  [429, "spending_limit_reached", QuotaExceededError, "QuotaExceededError"],
  [503, "unavailable", ServerError, "ServerError"],
  [405, "method_not_allowed", APIError, "APIError"],
] as const)("%i %s is a %o", (status, code, Family, name) => {
  const error = refusal(status, none, problem(code));
  expect(error).toBeInstanceOf(Family);
  expect(error).toMatchObject({ name, code, status, docUrl: "https://x", requestId: "req_1" });
});

test("every code of the contract is passed on as it is", () => {
  for (const code of problemCodes) expect(refusal(400, none, problem(code)).code).toBe(code);
});

test("what is wrong with a request is in the message and, whole, in issues", () => {
  const errors = [{ path: "email", message: "is not an address" }];
  const error = refusal(400, none, problem("invalid_request", { errors }));
  expect(error.message).toBe("400 invalid_request: It failed; email: is not an address");
  expect(refusal(400, none, problem("invalid_request", { errors, detail: "Look again" })).message).toBe(
    "400 invalid_request: Look again",
  );
  expect(error).toMatchObject({ issues: errors, faults: [] });
});

test("an answer of a proxy is an error too", () => {
  const error = refusal(502, (name) => (name === "request-id" ? "req_9" : null), "<html>Bad Gateway");
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({ code: "http_502", requestId: "req_9", problem: undefined });
});

test.each([
  ["7", 7_000],
  ["0", 0],
  [new Date(0).toUTCString(), 0],
  ["soon", undefined],
  [null, undefined],
])("Retry-After %o is %o ms", (value, ms) => {
  expect(refusal(503, (name) => (name === "retry-after" ? value : null), "").retryAfterMs).toBe(ms);
});
