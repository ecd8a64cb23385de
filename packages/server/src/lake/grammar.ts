import type { Definition } from "../datasets/definition.ts";
import { type Issue, QueryDraft } from "./grammar-draft.ts";
import { rulesOf } from "./grammar-value.ts";
import { suggest } from "./grammar-words.ts";
import type { Query } from "./lake.ts";

export type { Issue } from "./grammar-draft.ts";

const pageRowsMax = 10_000;
const pageRowsDefault = 100;
const cursorCharsMax = 4_096;
const instant = rulesOf("timestamp");

/** Which page of the answer, and of which state of the dataset. */
export type PageWanted = { limitRows: number; after: string | null; version: number | null; asOf: string | null };

export type ParsedQuery = { query: Query; page: PageWanted } | { issues: Issue[] };

const singles = new Set(["from", "to", "order", "columns", "limit", "after", "version", "as_of"]);

/**
 * Reads the parameters of `GET /data/{slug}`. Values become the one text of their type, so equal queries are equal texts;
 * comparisons never match an empty value (only `.null` does), as in SQL.
 */
export function parseQuery(definition: Definition, params: Iterable<[string, string]>): ParsedQuery {
  const draft = new QueryDraft(definition);
  const page: PageWanted = { limitRows: pageRowsDefault, after: null, version: null, asOf: null };
  const given = new Set<string>();
  for (const [name, text] of params) {
    if (!singles.has(name)) readFilter(draft, name, text);
    else if (given.has(name)) draft.complain(name, "is given twice");
    else {
      given.add(name);
      readSingle(draft, page, name, text);
    }
  }
  if (page.version !== null && page.asOf !== null)
    draft.complain("as_of", "names a state of the dataset, and so does version; give one");
  const query = draft.finish();
  return query ? { query, page } : { issues: draft.issues };
}

function readFilter(draft: QueryDraft, name: string, text: string): void {
  const dot = name.indexOf(".");
  const column = dot < 0 ? name : name.slice(0, dot);
  if (draft.words.columns.has(column)) draft.filter(name, text, name);
  else
    draft.complain(
      name.slice(0, 200),
      `is neither a column nor a word of the query; ${suggest(column, [...draft.words.columns.keys(), ...singles])}`,
    );
}

function readSingle(draft: QueryDraft, page: PageWanted, name: string, text: string): void {
  if (name === "from") draft.from(text, name);
  else if (name === "to") draft.to(text, name);
  else if (name === "order") draft.order(text, name);
  else if (name === "columns") draft.columns(text.split(","), name);
  else readPageWord(draft, page, name, text);
}

function readPageWord(draft: QueryDraft, page: PageWanted, name: string, text: string): void {
  if (name === "limit") {
    page.limitRows = wholeNumber(text, pageRowsMax) ?? 0;
    if (page.limitRows === 0) draft.complain(name, `must be a whole number from 1 to ${pageRowsMax}`);
  } else if (name === "version") {
    page.version = wholeNumber(text, Number.MAX_SAFE_INTEGER);
    if (page.version === null) draft.complain(name, "must be the number of a version, 1 or more");
  } else if (name === "as_of") {
    page.asOf = instant.bound(text) ?? null;
    if (page.asOf === null) draft.complain(name, `must be ${instant.expects}`);
  } else {
    page.after = text;
    if (text.length === 0 || text.length > cursorCharsMax) draft.complain(name, "must be the next_cursor of a page");
  }
}

function wholeNumber(text: string, most: number): number | null {
  const value = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** The one text of a query: equal for equal queries, however their parameters were written and ordered. For hashes, not for people. */
export function queryText(query: Query): string {
  const filters = query.filters
    .map(({ column, operator, values }) => [column, operator, ...(values.length > 1 ? values.toSorted() : values)])
    .sort(([column = "", operator = ""], [otherColumn = "", otherOperator = ""]) =>
      column === otherColumn
        ? Number(operator > otherOperator) - Number(operator < otherOperator)
        : column < otherColumn
          ? -1
          : 1,
    );
  return JSON.stringify([filters, query.from, query.to, query.columns, query.order]);
}
