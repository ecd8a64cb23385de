import { path } from "./core/query-string.ts";
import type { Call } from "./core/transport.ts";

/** Beyond so many characters a query travels in a body: not every proxy takes a longer address. */
const addressCharsMax = 1_500;

/** The words of a query that are no columns; a dataset can have no column of such a name. */
const words = new Set(["from", "to", "order", "columns", "limit", "after", "version", "as_of", "since", "format"]);

type Query = Readonly<Record<string, unknown>>;

/** The call of a query: by its address, or as JSON where that would be too long. It changes nothing either way. */
export function queryCall(slug: string, query: Query): Call {
  return callTo({ address: path`/api/v1/data/${slug}`, body: path`/api/v1/data/${slug}/query` }, slug, query);
}

/** The same of a query of changes. */
export function changesCall(slug: string, query: Query): Call {
  const both = path`/api/v1/data/${slug}/changes`;
  return callTo({ address: both, body: both }, slug, query);
}

function callTo(paths: { address: string; body: string }, slug: string, query: Query): Call {
  if (isShort(query)) {
    const { columns } = query;
    const given = Array.isArray(columns) ? { ...query, columns: columns.join() } : query;
    return { method: "GET", path: paths.address, query: given, metered: slug };
  }
  return { method: "POST", path: paths.body, body: bodyOf(query), metered: slug };
}

function isShort(query: Query): boolean {
  let chars = 0;
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) chars += name.length + String(one).length + 2;
    if (chars > addressCharsMax) return false;
  }
  return true;
}

/** Dates become JSON as they are written in an address; what is undefined is left out by both. */
function bodyOf(query: Query): object {
  const given = Object.entries(query);
  return {
    ...Object.fromEntries(given.filter(([name]) => words.has(name))),
    filters: Object.fromEntries(given.filter(([name]) => !words.has(name)).map(withoutGaps)),
  };
}

const withoutGaps = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  Array.isArray(value) ? value.filter((one) => one !== undefined) : value,
];
