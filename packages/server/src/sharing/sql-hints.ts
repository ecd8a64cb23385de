import type { TimeAxis } from "./time-axis.ts";
import { all, anything, type Comparison, type Condition, comparing, neverTrue, not } from "./truth.ts";

const column = "(?:`(?<quoted>[^`]+)`|(?<plain>[A-Za-z_]\\w*))";
const literal = "(?:(?:date|timestamp)?\\s*'(?<text>[^'\\\\]*)'|(?<number>-?\\d+))";
const operator = "(?<operator><=|>=|<>|=|<|>)";
const forms = {
  columnFirst: new RegExp(`^${column}\\s*${operator}\\s*${literal}$`, "i"),
  literalFirst: new RegExp(`^${literal}\\s*${operator}\\s*${column}$`, "i"),
  nullness: new RegExp(`^${column}\\s+is\\s+(?<not>not\\s+)?null$`, "i"),
};
const turned: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
const hintCharsMax = 1_000;

/** The SQL expressions that the protocol names, all of which are to hold; what is no such expression is left aside. */
export function sqlCondition(hints: readonly string[], axis: TimeAxis): Condition {
  return all(hints.map((hint) => oneCondition(withoutParentheses(hint.trim()), axis)));
}

/** Spark puts each of its conditions into a pair. */
const withoutParentheses = (text: string) => /^\(([^()]*)\)$/.exec(text)?.[1]?.trim() ?? text;

function oneCondition(text: string, axis: TimeAxis): Condition {
  if (text.length > hintCharsMax) return anything;
  const nullness = forms.nullness.exec(text)?.groups;
  if (nullness) {
    if (!isTime(nullness, axis)) return anything;
    return nullness.not === undefined ? neverTrue : not(neverTrue);
  }
  const columnFirst = forms.columnFirst.exec(text)?.groups;
  const found = columnFirst ?? forms.literalFirst.exec(text)?.groups;
  if (!found || !isTime(found, axis)) return anything;
  const span = axis.spanOf(found.text ?? found.number ?? "");
  if (!span) return anything;
  const given = found.operator ?? "";
  if (given === "<>") return not(comparing("=", span));
  const read = columnFirst ? given : (turned[given] ?? given);
  return comparing(read as Comparison, span); // the expression knows these operators only
}

function isTime({ quoted, plain }: Record<string, string | undefined>, axis: TimeAxis): boolean {
  return (quoted ?? plain ?? "").toLowerCase() === axis.column;
}
