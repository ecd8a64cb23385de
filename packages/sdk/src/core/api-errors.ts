import type { Fault, Problem, ProblemCode } from "../generated/schemas.ts";
import { brand, WizDataError } from "./errors.ts";

/**
 * The server answered with a problem. `code` is stable and is what programs should look at; `problem` is the whole answer.
 *
 * @example if (error instanceof APIError && error.code === "subscription_required") console.error(error.next)
 */
export class APIError extends WizDataError {
  readonly status: number;
  /** The stable code of the problem, or `http_<status>` when something between here and the server answered. */
  readonly code: ProblemCode | `http_${number}`;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly docUrl: string | undefined;
  /** What to do next, as commands of the CLI, most likely first. */
  readonly next: readonly string[];
  /** How long to wait before the same call can succeed, if the server said so. */
  readonly retryAfterMs: number | undefined;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined, header: (name: string) => string | null) {
    const code = problem?.code ?? (`http_${status}` as const);
    const title = problem?.title ?? `The server answered ${status} without saying why`;
    const issues = problem?.errors?.slice(0, 3).map(({ path, message }) => `${path}: ${message}`);
    super(`${status} ${code}: ${problem?.detail ?? [title, ...(issues ?? [])].join("; ")}`);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = problem?.detail;
    this.requestId = problem?.request_id ?? header("request-id") ?? undefined;
    this.docUrl = problem?.type;
    this.next = problem?.next ?? [];
    this.retryAfterMs = waitMs(header("retry-after"));
    this.problem = problem;
  }
}

/** 401: the key is missing, unknown, expired or revoked. */
export class AuthenticationError extends APIError {}

/** 403: the key is good, but a scope, a subscription or a feature is missing. */
export class PermissionDeniedError extends APIError {}

/** 404 and 410: it is not there, not any more, or not for this key. */
export class NotFoundError extends APIError {}

/** 409: the thing is not in a state that allows this. */
export class ConflictError extends APIError {}

/** 400, 413, 415 and 422: what was sent cannot be taken. */
export class ValidationError extends APIError {
  /** What is wrong, and where in the request. */
  readonly issues: readonly { path: string; message: string }[] = this.problem?.errors ?? [];
  /** What is wrong in an uploaded file: line, column, value and reason; the first 100. */
  readonly faults: readonly Fault[] = this.problem?.faults ?? [];
}

/** 429: too many calls in a minute. */
export class RateLimitError extends APIError {}

/** 429: a quota of a day or month, or the spending limit, is used up. `problem.limit` names it and says when it begins anew. */
export class QuotaExceededError extends APIError {}

/** 5xx: it failed on the server's side. */
export class ServerError extends APIError {}

/** Retry-After is a number of seconds or an HTTP date. */
function waitMs(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

brand({ APIError, AuthenticationError, PermissionDeniedError, NotFoundError, ConflictError });
brand({ ValidationError, RateLimitError, QuotaExceededError, ServerError });
