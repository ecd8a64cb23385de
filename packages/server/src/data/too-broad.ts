import { Problem } from "../http/problem.ts";
import { type Query, SearchesBusy, SearchTooBroad } from "../lake/lake.ts";

/** More conditions than a person would type are left to the query's own words. */
const conditionsMax = 10;

/** A query that neither an index nor a search answers, with the export that does. */
export function tooBroad(slug: string, query: Query): Problem {
  return new Problem("query_too_broad", {
    detail:
      "No index serves this query, and searching for its rows takes longer than an answer may. Narrow it by key columns or a range of time, or order it as an export.",
    next: [exportCommand(slug, query)],
  });
}

/** What a search that found no page says to who asked. */
export function explainSearch(error: unknown, slug: string, query: Query): unknown {
  if (error instanceof SearchTooBroad) return tooBroad(slug, query);
  if (error instanceof SearchesBusy)
    return new Problem("unavailable", {
      detail:
        "No index serves this query, and too many others are being searched for. Try again, or ask by key columns, a range of time and order only.",
      retryAfterSeconds: 2,
      cause: error,
    });
  // Nobody reads the answer, and nothing is counted for it.
  if (error instanceof Error && error.name === "AbortError")
    return new Problem("invalid_request", { detail: "The caller left before the answer came." });
  return error;
}

/** The command that orders the same rows as files. */
function exportCommand(slug: string, { filters, from, to, columns, order }: Query): string {
  const conditions = filters.flatMap(({ column, operator, values }) =>
    values.map((value) => `${column}${operator === "eq" ? "" : `.${operator}`}=${value}`),
  );
  const words = [
    ...(conditions.length <= conditionsMax ? conditions : []),
    ...(from === null ? [] : ["--from", from]),
    ...(to === null ? [] : ["--to", to]),
    ...(columns === null ? [] : ["--columns", columns.join(",")]),
    ...(order === "time" || order === "key" ? [] : ["--order", order]),
    "--format",
    "csv",
  ];
  return [`wizdata exports create ${slug}`, ...words.map(quoted)].join(" ");
}

/** For a shell, and only where one would read it otherwise. */
const quoted = (word: string) => (/^[\w.,:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
