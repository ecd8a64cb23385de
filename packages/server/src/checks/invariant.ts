import type { Evidence } from "./evidence.ts";

/** What is wrong, and with what. Neither carries a secret, nor what a row of data says. */
export type Finding = { subject: string; problem: string };

export type Effort = {
  /** Files are compared by their length only, and not read. */
  quick: boolean;
};

/** A sentence about everything that is stored, which holds as long as nothing was lost, doubled or touched by others. */
export type Invariant = {
  name: string;
  /** What holds, for whoever reads the result. */
  promise: string;
  /** What to do when it does not. */
  repair: string;
  find(evidence: Evidence, effort: Effort): AsyncIterable<Finding>;
};

/** So many findings are counted; of more it is only known that there are more. */
export const findingsCountedMax = 10_000;

/** One statement that gives a row for whatever breaks the promise, the same text on both databases. */
export function sqlInvariant({ sql, ...stated }: Omit<Invariant, "find"> & { sql: string }): Invariant {
  return {
    ...stated,
    async *find(evidence) {
      yield* await evidence.rows<Finding>(
        `select * from (${sql}) as broken order by subject limit ${findingsCountedMax}`,
      );
    },
  };
}
