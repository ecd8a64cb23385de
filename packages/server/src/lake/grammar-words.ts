import type { Definition } from "../datasets/definition.ts";
import { rulesOf, type ValueRules, yearRules } from "./grammar-value.ts";
import type { Filter } from "./lake.ts";

export type Operator = Filter["operator"];

/** What a query of one dataset may name. */
export type Words = {
  columns: ReadonlyMap<string, ValueRules>;
  /** The rules of `from` and `to`; null without a time column. */
  time: ValueRules | null;
  /** Orders that mean something here, the default first. */
  orders: readonly string[];
};

export const suffixes: ReadonlyMap<string, Operator> = new Map([
  ["ne", "ne"],
  ["gt", "gt"],
  ["gte", "gte"],
  ["lt", "lt"],
  ["lte", "lte"],
  ["null", "null"],
]);

// Definitions live as long as their dataset stays in the catalog's cache, and every query of it needs the same words.
const wordsByDefinition = new WeakMap<Definition, Words>();

export function wordsOf(definition: Definition): Words {
  const known = wordsByDefinition.get(definition);
  if (known) return known;
  const words: Words = {
    columns: new Map(definition.columns.map((column) => [column.name, rulesOf(column.type)])),
    time: timeRules(definition),
    orders: ordersOf(definition),
  };
  wordsByDefinition.set(definition, words);
  return words;
}

function timeRules({ columns, time }: Definition): ValueRules | null {
  const column = columns.find(({ name }) => name === time);
  if (!column) return null;
  return column.type === "integer" ? yearRules : rulesOf(column.type);
}

/** Rows with neither time nor key stay as they were published, and that order is called `key` too. */
function ordersOf({ time, key }: Definition): string[] {
  if (time === null) return ["key", "-key"];
  return key.length === 0 ? ["time", "-time"] : ["time", "-time", "key", "-key"];
}

/** The names a person may have meant, for a message: the nearest ones, else the first few. */
export function suggest(wrong: string, names: Iterable<string>): string {
  const all = [...names];
  const near = all
    .map((name) => ({ name, edits: editsBetween(wrong, name) }))
    .filter(({ edits }) => edits <= editsMax)
    .sort((left, right) => left.edits - right.edits)
    .slice(0, 3)
    .map(({ name }) => name);
  if (near.length > 0) return `did you mean ${near.join(" or ")}?`;
  return `there are ${all.slice(0, 12).join(", ")}${all.length > 12 ? ", …" : ""}`;
}

const editsMax = 2;

/** Levenshtein's distance, given up beyond `editsMax`, so that a wrong name costs microseconds. */
function editsBetween(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > editsMax) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let at = 1; at <= right.length; at++) {
      const replaced = (previous[at - 1] ?? 0) + (left[row - 1] === right[at - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > editsMax) return Number.POSITIVE_INFINITY;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
