import type { Refusal } from "./messages.ts";
import { RefusedStatement } from "./statement.ts";

const messageCharsMax = 400;
const userErrors = new Set(
  `Parser|Binder|Catalog|Conversion|Out of Range|Invalid Input|Not implemented|Mismatch Type|Invalid type|Decimal|Expression|Constraint|Parameter Not Resolved|syntax|parser`.split(
    "|",
  ),
);

/** DuckDB's errors as it writes them with `errors_as_json`. */
type DuckdbError = { exception_type?: unknown; exception_message?: unknown; position?: unknown };

/** What whoever wrote the statement is told of an error: what is wrong with it and where, and nothing of this machine. */
export function refusalOf(error: unknown, statement: string, offset = 0): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RefusedStatement)
    return { type: "faulty", message: cleaned(message), position: characterAt(statement, error.at) };
  const { exception_type: kind, exception_message: text, position } = readError(message);
  if (kind === "Out of Memory" || /out of memory|bad allocation|allocat|longer than 0x/i.test(message))
    return { type: "broad", exceeded: "memory" };
  const at = position === undefined ? null : Number(position) - offset;
  if (!userErrors.has(String(kind)))
    return { type: "faulty", message: "DuckDB cannot run this statement.", position: null };
  return { type: "faulty", message: cleaned(String(text)), position: characterAt(statement, at) };
}

function readError(message: string): DuckdbError {
  const start = message.indexOf("{");
  try {
    return start < 0 ? {} : (JSON.parse(message.slice(start)) as DuckdbError); // each member is checked where it is used
  } catch {
    return {};
  }
}

/** Without paths and names of files, and without what DuckDB guesses of its own catalog. */
function cleaned(message: string): string {
  const lines = message.split("\n").filter((line) => !/^(Did you mean|Possible solutions|\s*\*|LINE \d)/.test(line));
  return lines
    .join(" ")
    .replaceAll(process.cwd(), "")
    .replace(/\S*\.parquet\S*/g, "a table")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, messageCharsMax)
    .toWellFormed();
}

/** From bytes before it, which are what DuckDB counts, to the number of the character, from 1. */
function characterAt(statement: string, bytes: number | null): number | null {
  if (bytes === null || !Number.isSafeInteger(bytes) || bytes < 0) return null;
  const before = Buffer.from(statement).subarray(0, bytes).toString();
  return before.length >= statement.length && statement !== "" ? statement.length : before.length + 1;
}
