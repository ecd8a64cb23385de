import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Env } from "./guard.ts";
import { StoredAnswer } from "./idempotency.ts";
import { Problem, type ProblemCode, problemBody } from "./problem.ts";

const problemType = "application/problem+json";

/**
 * For a handler that answers by hono's own means, `c.json` and the like: what stands in every answer of ours is set beforehand,
 * since afterwards it would take several times as long. Who answers through `answer` needs none of it.
 */
export function prepareHeaders(c: Context<Env>): void {
  for (const [name, value] of Object.entries(c.get("standingHeaders"))) c.header(name, value);
  // What a key may see is for nobody's cache, unless a handler knows better.
  c.header("cache-control", "no-store");
}

/**
 * Answers like `c.body`, with headers that go to Node as they are: hono would make a Headers of them, to be taken apart again,
 * which takes as long as all else about a small answer.
 */
export function answer(
  c: Context<Env>,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  status: number,
  headers: Record<string, string>,
): Response {
  const standing = c.get("standingHeaders");
  const all = { ...standing, ...headers };
  if (standing.vary !== undefined && headers.vary !== undefined) all.vary = `${standing.vary}, ${headers.vary}`;
  return new Response(body, { status, headers: all });
}

/** JSON that is for nobody's cache. */
export const answerJson = (c: Context<Env>, value: unknown, status = 200, headers: Record<string, string> = {}) =>
  answer(c, JSON.stringify(value), status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...headers,
  });

export function answerProblem(c: Context<Env>, problem: Problem): Response {
  const { retryAfterSeconds, headers } = problem.fields;
  c.get("services").metrics?.refused(problem.code);
  return answer(c, JSON.stringify(problemBody(problem, c.get("requestId"))), problem.status, {
    "content-type": problemType,
    "cache-control": "no-store",
    ...(problem.status === 401 ? { "www-authenticate": "Bearer" } : {}),
    ...(problem.status === 429 || problem.status >= 503 ? { "retry-after": String(retryAfterSeconds ?? 1) } : {}),
    ...(problem.code === "idempotency_in_progress" ? { "retry-after": String(retryAfterSeconds ?? 1) } : {}),
    ...headers,
  });
}

const unauthenticated = new Problem("unauthenticated");
const marker = "{request_id}";
const [beforeId = "", afterId = ""] = JSON.stringify(problemBody(unauthenticated, marker)).split(marker);

/** As answerProblem would, from a text that was written once: guessing at keys should cost us as little as can be. */
export function answerUnauthenticated(c: Context<Env>): Response {
  c.get("services").metrics?.refused("unauthenticated");
  return answer(c, beforeId + c.get("requestId") + afterId, unauthenticated.status, {
    "content-type": problemType,
    "cache-control": "no-store",
    "www-authenticate": "Bearer",
  });
}

export function answerError(error: Error, c: Context<Env>): Response {
  if (error instanceof StoredAnswer) {
    return answer(c, error.body, error.status, {
      "content-type": "application/json",
      "idempotency-replayed": "true",
      "cache-control": "no-store",
    });
  }
  const problem = asProblem(error);
  if (problem.status >= 500)
    c.get("services").log.error(
      { error: problem.fields.cause ?? problem, request_id: c.get("requestId"), code: problem.code },
      "a request failed",
    );
  return answerProblem(c, problem);
}

const outOfSpace = new Set(["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100"]);
/** Locks that are not given, files that cannot be trusted, connections that are lost or told to go. Postgres' classes are 08, 53 and 57. */
const outOfReach =
  /^(SQLITE_BUSY.*|SQLITE_(IOERR|CORRUPT|NOTADB).*|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08...|53...|57P..|57014|55P03|40001|40P01|25006)$/;

/** Only a Problem's own words leave the building; what else went wrong is for the log. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 400) return new Problem("invalid_request", { cause: error });
  if (error instanceof HTTPException && error.status === 415)
    return new Problem("unsupported_media_type", {
      detail: "Say with Content-Type which it is of the types that the contract at /openapi.json names here.",
      cause: error,
    });
  const code = codeOf(error);
  if (code !== undefined && outOfSpace.has(code))
    return new Problem("storage_full", {
      detail: "Nothing was changed. Try again when there is room.",
      retryAfterSeconds: 5,
      cause: error,
    });
  if (code !== undefined && outOfReach.test(code))
    return new Problem("unavailable", {
      detail: "The database does not answer. Nothing was changed.",
      retryAfterSeconds: 1,
      cause: error,
    });
  return new Problem("internal" satisfies ProblemCode, { cause: error });
}

/** The driver's code, which drizzle wraps in an error of its own. */
function codeOf(error: unknown): string | undefined {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 4; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string") return inner.code;
  }
  return undefined;
}
