import { type ExitName, Failure } from "./failures.ts";

/** What the server's answer to a refused request says. */
export type ProblemBody = {
  code?: string | undefined;
  title?: string | undefined;
  detail?: string | undefined;
  request_id?: string | undefined;
  next?: readonly string[] | undefined;
  [extension: string]: unknown;
};

const exitsOfCodes: Record<string, ExitName> = {
  export_not_ready: "still_running",
  idempotency_in_progress: "still_running",
};
const exitsOfStatuses: Record<number, ExitName> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  410: "not_found",
  409: "conflict",
  429: "limited",
};

function exitOf(status: number, code: string): ExitName {
  return exitsOfCodes[code] ?? exitsOfStatuses[status] ?? (status >= 500 ? "server" : "usage");
}

/** A refusal of the server as this command's own failure. */
export function failureOfProblem(
  status: number,
  body: ProblemBody,
  retryAfterSeconds?: number,
  cause?: unknown,
): Failure {
  const {
    code = `http_${status}`,
    title,
    detail,
    request_id: requestId,
    next,
    type: _type,
    status: _status,
    ...details
  } = body;
  const message = detail ?? title ?? `The server answered ${status}.`;
  const hint = retryAfterSeconds === undefined ? hints[code] : `Try again in ${seconds(retryAfterSeconds)}.`;
  return new Failure(exitOf(status, code), code, message, {
    requestId,
    hint,
    next: next ?? nexts[code],
    details,
    cause,
  });
}

const hints: Record<string, string> = {
  unauthenticated: "The key is wrong, expired or revoked.",
  internal: "Say the request id when you report it.",
};
const nexts: Record<string, readonly string[]> = {
  unauthenticated: ["wizdata auth login", "wizdata auth status"],
  rate_limited: ["wizdata usage limits"],
  quota_exceeded: ["wizdata usage limits"],
  spending_limit_reached: ["wizdata usage limits"],
};

const seconds = (count: number) =>
  count < 120
    ? `${Math.ceil(count)} s`
    : count < 7_200
      ? `${Math.ceil(count / 60)} minutes`
      : `${Math.ceil(count / 3_600)} hours`;
