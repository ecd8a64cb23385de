import type { Definition } from "../datasets/definition.ts";
import type { Part } from "./lake.ts";
import { layoutOf } from "./page-layout.ts";

/** What a test key sees of each version. */
export const testKeyRowsMax = 1_000;

// One list of parts for each version and bound, since what is known of a list is kept beside it.
const firstByParts = new WeakMap<Part[], Map<number, Part[]>>();

/** A version as if it ended after its first rows, in its own order: by time where there is one, then by key. */
export function firstRows(definition: Definition, parts: Part[], rowsMax: number): Part[] {
  const known = firstByParts.get(parts) ?? new Map<number, Part[]>();
  firstByParts.set(parts, known);
  const first = known.get(rowsMax) ?? cut(layoutOf(definition, parts).parts, rowsMax);
  known.set(rowsMax, first);
  return first;
}

/** Conditions that leave, of a part that is seen in part only, its first rows; parts stand as a statement reads them. */
export function cutsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part, at) => (part.isCut ? [`(file_index <> ${at} OR file_row_number < ${part.rows})`] : []));
}

function cut(ordered: Part[], rowsMax: number): Part[] {
  const first: Part[] = [];
  let rowsLeft = rowsMax;
  for (const part of ordered) {
    if (rowsLeft === 0) break;
    first.push(part.rows <= rowsLeft ? part : { ...part, rows: rowsLeft, isCut: true });
    rowsLeft -= Math.min(part.rows, rowsLeft);
  }
  return first;
}
