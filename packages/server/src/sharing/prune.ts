import type { Definition } from "../datasets/definition.ts";
import type { Part } from "../lake/lake.ts";
import { jsonCondition } from "./json-hints.ts";
import { sqlCondition } from "./sql-hints.ts";
import { timeAxisOf } from "./time-axis.ts";
import { all, anything, type Condition, type Truth } from "./truth.ts";

/** What a client says of the rows it is after. It filters and limits again: nothing of what it may want is to be missing. */
export type Hints = {
  predicateHints?: readonly string[] | null | undefined;
  jsonPredicateHints?: string | null | undefined;
  limitHint?: number | null | undefined;
};

/** The parts that may hold what is asked for; of those, where a limit is named, no more than surely cover it. */
export function prune<P extends Part>(definition: Definition, parts: readonly P[], hints: Hints): P[] {
  const judge = judgeOf(definition, hints);
  const judged = parts.map((part) => ({ part, truth: judge(part) })).filter(({ truth }) => truth.yes);
  const left = judged.map(({ part }) => part);
  const { limitHint } = hints;
  if (limitHint === undefined || limitHint === null) return left;
  // Only a part all of whose rows are asked for is sure to add as many as it has.
  const sure = judged.filter(({ truth }) => !truth.no && !truth.unknown).map(({ part }) => part);
  const covering = fewest(sure, limitHint);
  return covering ? left.filter((part) => covering.has(part)) : left;
}

function judgeOf(definition: Definition, { predicateHints, jsonPredicateHints }: Hints): (part: Part) => Truth {
  const hasHints = (predicateHints && predicateHints.length > 0) || (jsonPredicateHints ?? "") !== "";
  if (!hasHints) return () => ({ yes: true, no: false, unknown: false });
  const axis = timeAxisOf(definition);
  if (!axis) return () => anything({ min: 0n, max: 0n });
  const conditions: Condition[] = [];
  if (predicateHints) conditions.push(sqlCondition(predicateHints, axis));
  if (jsonPredicateHints) conditions.push(jsonCondition(jsonPredicateHints, axis));
  const condition = all(conditions);
  return ({ timeMin, timeMax }) => {
    if (timeMin === null || timeMax === null) return anything({ min: 0n, max: 0n });
    return condition({ min: axis.placeOf(timeMin), max: axis.placeOf(timeMax) });
  };
}

/** The largest ones first: undefined where all of them together are too few. */
function fewest<P extends Part>(parts: readonly P[], rows: number): Set<P> | undefined {
  const chosen = new Set<P>();
  let missing = rows;
  for (const part of parts.toSorted((left, right) => right.rows - left.rows)) {
    if (missing <= 0) break;
    chosen.add(part);
    missing -= part.rows;
  }
  return missing <= 0 ? chosen : undefined;
}
