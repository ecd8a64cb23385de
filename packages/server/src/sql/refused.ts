import { Problem } from "../http/problem.ts";
import type { Refusal } from "./messages.ts";
import { SandboxDeadline, SandboxDied } from "./sandbox.ts";
import { NoTurn } from "./turns.ts";

/** What a statement may take. */
export type SqlBounds = {
  rowsMax: number;
  bytesMax: number;
  memoryMb: number;
  deadlineMs: number;
  /** A dataset that it names, once that is known. */
  slug?: string | undefined;
};

const exportInstead = ({ slug }: SqlBounds) =>
  slug === undefined ? [] : [`wizdata exports create ${slug} --format csv`];

/** Why a statement has no result, as a problem with what to do about it. */
export function refused(refusal: Refusal, bounds: SqlBounds): Problem {
  if (refusal.type === "faulty") {
    const { message, position } = refusal;
    return new Problem("faulty_sql", {
      detail: position === null ? message : `${message} (at character ${position})`,
      next: ["wizdata sql --help", "wizdata subscriptions list"],
      ...(position === null ? {} : { extensions: { position } }),
    });
  }
  const words = {
    rows: `The result has more than ${bounds.rowsMax} rows. Add LIMIT or a condition, aggregate, or raise max_rows as far as the server allows.`,
    bytes: `The result has more than ${bounds.bytesMax} bytes. Select fewer columns or rows, or aggregate.`,
    memory: `It needs more than the ${bounds.memoryMb} MB of memory that a statement has. Read fewer rows or columns, or sort and group less of them.`,
  };
  return new Problem("sql_too_broad", {
    detail: `${words[refusal.exceeded]} All rows of a dataset are an export.`,
    next: exportInstead(bounds),
  });
}

/** What a sandbox that ended otherwise says to who asked. */
export function explained(error: unknown, bounds: SqlBounds): unknown {
  if (error instanceof SandboxDeadline)
    return new Problem("sql_too_broad", {
      detail: `It takes longer than the ${bounds.deadlineMs} ms that a statement has. Read fewer rows, or join and sort less of them. All rows of a dataset are an export.`,
      next: exportInstead(bounds),
      cause: error,
    });
  if (error instanceof SandboxDied) return refused({ type: "broad", exceeded: "memory" }, bounds);
  if (error instanceof NoTurn)
    return new Problem("unavailable", {
      detail: "Too many statements are being run, by this partner or by all. Try again, one at a time.",
      retryAfterSeconds: 2,
      cause: error,
    });
  // Nobody reads the answer, and nothing is counted for it.
  if (error instanceof Error && error.name === "AbortError")
    return new Problem("invalid_request", { detail: "The caller left before the answer came." });
  return error;
}
