import type { Definition } from "../datasets/definition.ts";
import { type Issue, QueryDraft } from "./grammar-draft.ts";
import { checkPage, firstPage, type PageWanted, pageWords, readPageWord } from "./grammar-page.ts";
import { suggest } from "./grammar-words.ts";
import type { Query } from "./lake.ts";

export type { Issue } from "./grammar-draft.ts";

export type ParsedQuery = { query: Query; page: PageWanted } | { issues: Issue[] };

const singles: ReadonlySet<string> = new Set(["from", "to", "order", "columns", ...pageWords]);

/**
 * Reads the parameters of `GET /data/{slug}`. Values become the one text of their type, so equal queries are equal texts;
 * comparisons never match an empty value (only `.null` does), as in SQL.
 */
export function parseQuery(definition: Definition, params: Iterable<[string, string]>): ParsedQuery {
  const draft = new QueryDraft(definition);
  const page = { ...firstPage };
  const given = new Set<string>();
  for (const [name, text] of params) {
    if (!singles.has(name)) readFilter(draft, name, text);
    else if (given.has(name)) draft.complain(name, "is given twice");
    else {
      given.add(name);
      readSingle(draft, page, name, text);
    }
  }
  checkPage(draft, page);
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
