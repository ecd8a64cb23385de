/** What a condition can come to for the rows of a part: hints are sent as SQL knows them, with a third value beside yes and no. */
export type Truth = { yes: boolean; no: boolean; unknown: boolean };

/** The first and last value of a part's time, as numbers that can be compared. */
export type Bounds = { min: bigint; max: bigint };

/** Judges a part by its bounds. It may say that more is possible than is, and never less. */
export type Condition = (bounds: Bounds) => Truth;

/** A literal that stands somewhere from here to there: where is told by a time zone that only the client knows. */
export type Span = { from: bigint; to: bigint };

export const comparisons = ["=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/** Of what is not understood: such a condition leaves every part. */
export const anything: Condition = () => ({ yes: true, no: true, unknown: true });

/** The time of a row is never null. */
export const neverTrue: Condition = () => ({ yes: false, no: true, unknown: false });

export function comparing(operator: Comparison, { from, to }: Span): Condition {
  const can = outcomes[operator];
  return ({ min, max }) => ({ ...can({ min, max, from, to }), unknown: false });
}

const outcomes: Record<Comparison, (at: Bounds & Span) => { yes: boolean; no: boolean }> = {
  "=": ({ min, max, from, to }) => ({ yes: min <= to && max >= from, no: min !== max || from !== to || min !== from }),
  "<": ({ min, max, from, to }) => ({ yes: min < to, no: max >= from }),
  "<=": ({ min, max, from, to }) => ({ yes: min <= to, no: max > from }),
  ">": ({ min, max, from, to }) => ({ yes: max > from, no: min <= to }),
  ">=": ({ min, max, from, to }) => ({ yes: max >= from, no: min < to }),
};

export const all =
  (conditions: readonly Condition[]): Condition =>
  (bounds) => {
    const truths = conditions.map((condition) => condition(bounds));
    return {
      yes: truths.every(({ yes }) => yes),
      no: truths.some(({ no }) => no),
      unknown: truths.some(({ unknown }) => unknown),
    };
  };

export const not =
  (condition: Condition): Condition =>
  (bounds) => {
    const { yes, no, unknown } = condition(bounds);
    return { yes: no, no: yes, unknown };
  };

export const any = (conditions: readonly Condition[]): Condition => not(all(conditions.map(not)));
