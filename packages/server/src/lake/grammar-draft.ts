import type { Definition } from "../datasets/definition.ts";
import type { ValueRules } from "./grammar-value.ts";
import { type Operator, suffixes, suggest, type Words, wordsOf } from "./grammar-words.ts";
import type { Filter, Query } from "./lake.ts";

export type Issue = { path: string; message: string };

type Condition = { column: string; operator: Operator; value: string };

const listValuesMax = 1_000;
// A caller mends a few faults at a time, and each message costs a search for the nearest name.
const issuesMax = 20;

/** A query while it is read: what is wrong is noted and reading goes on, so that one answer names every fault. */
export class QueryDraft {
  readonly issues: Issue[] = [];
  readonly words: Words;
  readonly #filters = new Map<string, Filter>();
  #from: string | null = null;
  #to: string | null = null;
  #columns: string[] | null = null;
  #order: string | null = null;

  constructor(definition: Definition) {
    this.words = wordsOf(definition);
  }

  complain(path: string, message: string): void {
    if (this.issues.length < issuesMax) this.issues.push({ path, message });
  }

  /** One value of a condition such as `ticker` or `close.gte`; `path` is where the caller finds it. */
  filter(name: string, text: string, path: string): void {
    const read = this.#readCondition(name, text);
    if (typeof read === "string") this.complain(path, read);
    else this.#collect(name, read, path);
  }

  /** The condition, or what is wrong with it. */
  #readCondition(name: string, text: string): Condition | string {
    const dot = name.indexOf(".");
    const column = dot < 0 ? name : name.slice(0, dot);
    const operator = dot < 0 ? "eq" : suffixes.get(name.slice(dot + 1));
    const rules = this.words.columns.get(column);
    if (!rules) return `there is no column ${quoted(column)}; ${suggest(column, this.words.columns.keys())}`;
    if (!operator)
      return `there is no condition .${name.slice(dot + 1, dot + 40)}; there are .${[...suffixes.keys()].join(", .")}`;
    const value = operator === "null" ? nullValue(text) : conditionValue(rules, operator, text);
    if (value === undefined) return `must be ${operator === "null" ? "true or false" : rules.expects}`;
    const compares = operator !== "eq" && operator !== "ne" && operator !== "null";
    return compares && !rules.ordered
      ? "true and false have no order; use equality or .ne"
      : { column, operator, value };
  }

  #collect(name: string, { column, operator, value }: Condition, path: string): void {
    const known = this.#filters.get(name);
    if (!known) this.#filters.set(name, { column, operator, values: [value] });
    else if (operator !== "eq" && operator !== "ne") this.complain(path, "is given twice");
    else if (known.values.length === listValuesMax) this.complain(path, `lists more than ${listValuesMax} values`);
    else known.values.push(value);
  }

  from(text: string, path: string): void {
    this.#from = this.#bound(text, path);
  }

  to(text: string, path: string): void {
    this.#to = this.#bound(text, path);
  }

  #bound(text: string, path: string): string | null {
    const { time } = this.words;
    const value = time?.bound(text);
    if (!time) this.complain(path, "this dataset has no time column, so it has no range of time");
    else if (value === undefined) this.complain(path, `must be ${time.expects}`);
    return value ?? null;
  }

  columns(names: readonly string[], path: string): void {
    const seen = new Set<string>();
    for (const name of names) {
      if (!this.words.columns.has(name))
        this.complain(path, `there is no column ${quoted(name)}; ${suggest(name, this.words.columns.keys())}`);
      else if (seen.has(name)) this.complain(path, `names ${name} twice`);
      seen.add(name);
      if (this.issues.length === issuesMax) return;
    }
    if (names.length === 0) this.complain(path, "names no column");
    this.#columns = [...names];
  }

  order(text: string, path: string): void {
    if (this.words.orders.includes(text)) this.#order = text;
    else this.complain(path, `must be one of ${this.words.orders.join(", ")}`);
  }

  finish(): Query | null {
    if (
      this.words.time &&
      this.#from !== null &&
      this.#to !== null &&
      this.words.time.compare(this.#from, this.#to) >= 0
    )
      this.complain("to", "must be later than from, which belongs to the range while to does not");
    if (this.issues.length > 0) return null;
    // The orders of a dataset are among the four of a query.
    const order = (this.#order ?? this.words.orders[0]) as Query["order"];
    return {
      filters: [...this.#filters.values()].map(distinct),
      from: this.#from,
      to: this.#to,
      columns: this.#columns,
      order,
    };
  }
}

function nullValue(text: string): string | undefined {
  return text === "true" || text === "false" ? text : undefined;
}

/** Equality takes values only: a date alone bounds a time by its first instant, but equals none that a caller means. */
function conditionValue(rules: ValueRules, operator: Operator, text: string): string | undefined {
  return operator === "eq" || operator === "ne" ? rules.canonical(text) : rules.bound(text);
}

function distinct(filter: Filter): Filter {
  return filter.values.length === 1 ? filter : { ...filter, values: [...new Set(filter.values)] };
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 64 ? `${name.slice(0, 64)}…` : name);
}
