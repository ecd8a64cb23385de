import { WizDataError } from "./errors.ts";
import type { Fault, Problem, ProblemCode } from "./generated/schemas.ts";

type Refusal = {
  status: number;
  problem: Problem | undefined;
  requestId: string | undefined;
  retryAfterMs: number | undefined;
};

/**
 * The server answered with a problem. `code` is stable and is what programs should look at; `problem` is the whole answer.
 *
 * @example if (error instanceof APIError && error.code === "subscription_required") console.error(error.next)
 */
export class APIError extends WizDataError {
  static override readonly kind: string = "APIError";
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

  constructor({ status, problem, requestId, retryAfterMs }: Refusal) {
    const code = problem?.code ?? (`http_${status}` as const);
    const title = problem?.title ?? `The server answered ${status} without saying why`;
    const issues = (problem?.errors ?? []).slice(0, 3).map(({ path, message }) => `; ${path}: ${message}`);
    super(`${status} ${code}: ${problem?.detail ?? title}${issues.join("")}`);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = problem?.detail;
    this.requestId = problem?.request_id ?? requestId;
    this.docUrl = problem?.type;
    this.next = problem?.next ?? [];
    this.retryAfterMs = retryAfterMs;
    this.problem = problem;
  }
}

/** 401: the key is missing, unknown, expired or revoked. */
export class AuthenticationError extends APIError {
  static override readonly kind = "AuthenticationError";
}

/** 403: the key is good, but a scope, a subscription or a feature is missing. */
export class PermissionDeniedError extends APIError {
  static override readonly kind = "PermissionDeniedError";
}

/** 404 and 410: it is not there, not any more, or not for this key. */
export class NotFoundError extends APIError {
  static override readonly kind = "NotFoundError";
}

/** 409: the thing is not in a state that allows this. */
export class ConflictError extends APIError {
  static override readonly kind = "ConflictError";
}

/** 400, 413, 415 and 422: what was sent cannot be taken. */
export class ValidationError extends APIError {
  static override readonly kind = "ValidationError";
  /** What is wrong, and where in the request. */
  readonly issues: readonly { path: string; message: string }[] = this.problem?.errors ?? [];
  /** What is wrong in an uploaded file: line, column, value and reason; the first 100. */
  readonly faults: readonly Fault[] = this.problem?.faults ?? [];
}

/** 429: too many calls in a minute. */
export class RateLimitError extends APIError {
  static override readonly kind = "RateLimitError";
}

/** 429: a quota of a day or month, or the spending limit, is used up. `problem.limit` names it and says when it begins anew. */
export class QuotaExceededError extends APIError {
  static override readonly kind = "QuotaExceededError";
}

/** 5xx: it failed on the server's side. */
export class ServerError extends APIError {
  static override readonly kind = "ServerError";
}

const families: Record<number, typeof APIError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  410: NotFoundError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
};

/** Makes the error of the right family out of an answer that is not 2xx. */
export function apiError(status: number, header: (name: string) => string | null, text: string): APIError {
  const problem = readProblem(text);
  const refusal = {
    status,
    problem,
    requestId: header("request-id") ?? undefined,
    retryAfterMs: waitMs(header("retry-after")),
  };
  if (status === 429)
    return problem === undefined || problem.code === "rate_limited"
      ? new RateLimitError(refusal)
      : new QuotaExceededError(refusal);
  const Family = families[status] ?? (status >= 500 ? ServerError : APIError);
  return new Family(refusal);
}

function readProblem(text: string): Problem | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isProblem = typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
    // The contract promises the rest; a code this copy does not know yet passes too.
    return isProblem ? (value as Problem) : undefined;
  } catch {
    return undefined;
  }
}

/** Retry-After is a number of seconds or an HTTP date. */
function waitMs(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
