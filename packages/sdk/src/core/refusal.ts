import type { Problem } from "../generated/schemas.ts";
import * as errors from "./api-errors.ts";

/** Makes the error of the right family out of an answer that is not 2xx. */
export function refusal(status: number, header: (name: string) => string | null, text: string): errors.APIError {
  const problem = readProblem(text);
  return new (familyOf(status, problem?.code))(status, problem, header);
}

function familyOf(status: number, code: string | undefined): typeof errors.APIError {
  if (status === 401) return errors.AuthenticationError;
  if (status === 403) return errors.PermissionDeniedError;
  if (status === 404 || status === 410) return errors.NotFoundError;
  if (status === 409) return errors.ConflictError;
  if ([400, 413, 415, 422].includes(status)) return errors.ValidationError;
  if (status === 429)
    return (code ?? "rate_limited") === "rate_limited" ? errors.RateLimitError : errors.QuotaExceededError;
  return status >= 500 ? errors.ServerError : errors.APIError;
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
