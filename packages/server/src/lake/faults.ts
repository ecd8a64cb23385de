import type { Fault } from "./lake.ts";

/** What is told of a bad file: enough to mend it, not a copy of it. */
export const faultsMax = 100;
const valueCharsMax = 200;

/** A fault of a row that was read; its line is looked up only once somebody has to be told. */
export type RowFault = { row: number; column: string | null; value: string | null; reason: string };

export function cutValue(text: string): string {
  return text.length <= valueCharsMax ? text : text.slice(0, valueCharsMax).toWellFormed();
}

/** The first faults by line; faults of one line stay in the order they were found. */
export function firstFaults(faults: Fault[]): Fault[] {
  return faults.toSorted((a, b) => a.line - b.line).slice(0, faultsMax);
}
