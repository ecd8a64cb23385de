import type { Difference } from "./schemas.ts";

const shownMax = 200;

/** What was found to differ: all are counted, the first are told. */
export class Differences {
  count = 0;
  readonly shown: Difference[] = [];

  note(difference: Difference): void {
    this.count += 1;
    if (this.shown.length < shownMax) this.shown.push(difference);
  }

  compare(about: Omit<Difference, "figure" | "expected" | "found">, figure: string, expected: number, found: number) {
    if (expected !== found) this.note({ ...about, figure, expected, found });
  }
}
