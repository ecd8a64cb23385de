import { Problem } from "../http/problem.ts";

/**
 * `full`: there is no room, until there is. `fatal`: what the file holds is not known, and only a process that opens it anew may
 * trust it. `member`: something one of the group carries cannot be stored. `unknown`: the database did not say.
 */
export type Failure = "full" | "fatal" | "member" | "unknown";

export const threadDied = "METER_THREAD_DIED";

const full = /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/;
const fatal = /^(SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|METER_THREAD_DIED|METER_CHAIN_ENDED)/;
// Postgres' classes 22 and 23 are data that is wrong and constraints that refuse it.
const member = /^(SQLITE_CONSTRAINT|SQLITE_MISMATCH|SQLITE_TOOBIG|2[23]...$)/;

export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (full.test(code)) return "full";
  if (fatal.test(code)) return "fatal";
  return member.test(code) || error instanceof TypeError || error instanceof RangeError ? "member" : "unknown";
}

/** An answer that cannot be metered does not leave. */
export function unmetered(failure: Failure, cause: unknown): Problem {
  if (failure === "member") return new Problem("internal", { cause });
  if (failure === "full")
    return new Problem("storage_full", {
      detail: "There is no room to store usage. Nothing was counted.",
      retryAfterSeconds: 1,
      cause,
    });
  const detail = failure === "fatal" ? "Usage cannot be stored." : "Whether this call was counted is not known.";
  return new Problem("unavailable", { detail, retryAfterSeconds: 1, cause });
}
