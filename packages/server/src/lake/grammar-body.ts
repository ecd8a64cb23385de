import type { Definition } from "../datasets/definition.ts";
import type { ParsedQuery } from "./grammar.ts";
import { type Issue, QueryDraft } from "./grammar-draft.ts";
import { checkPage, firstPage, type PageWanted, pageWords, readPageWord } from "./grammar-page.ts";
import { suggest } from "./grammar-words.ts";
import type { Query } from "./lake.ts";

/** A query as JSON, the form of exports and manifests. A condition with several values lists them. */
export type QueryBody = {
  filters?: Record<string, string | string[]>;
  from?: string;
  to?: string;
  columns?: string[];
  order: Query["order"];
};

const queryFields = ["filters", "from", "to", "columns", "order"];
const pageFields: readonly string[] = pageWords;

/** The same grammar as `parseQuery`, as JSON: numbers and booleans may be written as such; null is as good as absent. */
export function parseQueryBody(definition: Definition, json: unknown): { query: Query } | { issues: Issue[] } {
  const draft = new QueryDraft(definition);
  readFields(draft, json, queryFields, (name, value) => readField(draft, name, value));
  const query = draft.finish();
  return query ? { query } : { issues: draft.issues };
}

/** The body of `POST /data/{slug}/query`: what `GET` takes as parameters, with the conditions under `filters`. */
export function parsePageBody(definition: Definition, json: unknown): ParsedQuery {
  const draft = new QueryDraft(definition);
  const page = { ...firstPage };
  readFields(draft, json, [...queryFields, ...pageFields], (name, value) => {
    if (pageFields.includes(name)) readPageField(draft, page, name, value);
    else readField(draft, name, value);
  });
  checkPage(draft, page);
  const query = draft.finish();
  return query ? { query, page } : { issues: draft.issues };
}

function readFields(
  draft: QueryDraft,
  json: unknown,
  fields: readonly string[],
  read: (name: string, value: unknown) => void,
): void {
  if (!isObject(json)) draft.complain("", "must be an object");
  for (const [name, value] of Object.entries(isObject(json) ? json : {})) {
    if (!fields.includes(name)) draft.complain(name.slice(0, 200), `is not part of a query; ${suggest(name, fields)}`);
    else if (value !== null && value !== undefined) read(name, value);
  }
}

function readPageField(draft: QueryDraft, page: PageWanted, name: string, value: unknown): void {
  const isNumber = name === "limit" || name === "version";
  if (typeof value === (isNumber ? "number" : "string")) readPageWord(draft, page, name, String(value));
  else draft.complain(name, isNumber ? "must be a whole number" : "must be a text");
}

function readField(draft: QueryDraft, name: string, value: unknown): void {
  if (name === "filters") readFilters(draft, value);
  else if (name === "columns") readColumns(draft, value);
  else readText(draft, name, typeof value === "number" && name !== "order" ? String(value) : value);
}

function readText(draft: QueryDraft, name: string, text: unknown): void {
  if (typeof text !== "string") draft.complain(name, "must be a text");
  else if (name === "from") draft.from(text, name);
  else if (name === "to") draft.to(text, name);
  else draft.order(text, name);
}

function readFilters(draft: QueryDraft, value: unknown): void {
  if (isObject(value)) for (const [name, condition] of Object.entries(value)) readFilter(draft, name, condition);
  else draft.complain("filters", "must be an object of conditions");
}

function readFilter(draft: QueryDraft, name: string, condition: unknown): void {
  const path = `filters.${name.slice(0, 200)}`;
  if (!Array.isArray(condition)) readCondition(draft, name, condition, path);
  else if (condition.length === 0) draft.complain(path, "lists no value");
  else for (const [at, member] of condition.entries()) readCondition(draft, name, member, `${path}.${at}`);
}

function readCondition(draft: QueryDraft, name: string, value: unknown, path: string): void {
  const text = textOf(value);
  if (text === undefined) draft.complain(path, "must be a text, a number, true or false; for empty values use .null");
  else draft.filter(name, text, path);
}

function readColumns(draft: QueryDraft, value: unknown): void {
  if (Array.isArray(value) && value.every((name) => typeof name === "string")) draft.columns(value, "columns");
  else draft.complain("columns", "must be a list of column names");
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A query as its JSON form, which `parseQueryBody` reads back to the same query. */
export function toQueryBody({ filters, from, to, columns, order }: Query): QueryBody {
  return {
    ...(filters.length > 0 && { filters: Object.fromEntries(filters.map(toCondition)) }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(columns !== null && { columns }),
    order,
  };
}

function toCondition({ column, operator, values }: Query["filters"][number]): [string, string | string[]] {
  const [first = ""] = values;
  return [operator === "eq" ? column : `${column}.${operator}`, values.length === 1 ? first : values];
}
