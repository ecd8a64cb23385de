import type { Measure } from "./quality-schemas.ts";
import type { Cadence } from "./schemas.ts";
import type { VersionRow } from "./versions-queries.ts";

const dayMs = 86_400_000;

/**
 * How old the newest row may be and still be on time: two periods, since the row of a period comes when it is over. Daily and
 * finer data rests over weekends and holidays.
 */
const onTimeDays: Record<Cadence, number | null> = {
  tick: 3,
  minute: 3,
  hourly: 3,
  daily: 5,
  weekly: 14,
  monthly: 62,
  quarterly: 184,
  annual: 731,
  irregular: null,
};

const millionths = 1_000_000;

/** A share, cut and never rounded up: 0.9999999 is not perfect. Made whole before it is divided, else 41 of 80 would be 0.512499. */
const scoreOf = (numerator: number, denominator: number) =>
  denominator === 0 ? null : Math.floor((numerator * millionths) / denominator) / millionths;

const share = (name: Measure["name"], numerator: number, denominator: number, working: string): Measure => ({
  name,
  score: scoreOf(numerator, denominator),
  numerator,
  denominator,
  working,
});

const meaningless = (name: Measure["name"], working: string): Measure => ({
  name,
  score: null,
  numerator: null,
  denominator: null,
  working,
});

/** A count as people read it: 285 592. */
const many = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, " ");

const unmeasured = "It was not measured when this version was published: publish again to know.";

/** The measures of a version, in the order of the contract. Only the last depends on the moment. */
export function measuresOf(version: VersionRow, cadence: Cadence, now: Date): Measure[] {
  return [
    validity(version),
    uniqueness(version),
    completenessOfCells(version),
    completenessOfPeriods(version),
    timeliness(version, cadence, now),
  ];
}

function validity({ report: { nonNullCells, quality } }: VersionRow): Measure {
  if (!quality) return meaningless("validity", unmeasured);
  const valid = nonNullCells - quality.invalidCells;
  const working = `${many(valid)} of ${many(nonNullCells)} values pass every check declared for their column.`;
  return share("validity", valid, nonNullCells, working);
}

function uniqueness({ definition: { key }, report }: VersionRow): Measure {
  if (key.length === 0) return meaningless("uniqueness", "The dataset has no key, so no row can repeat another's.");
  const { rows: sourceRows, repeatedRows } = report.sources ?? { ...report, rows: report.sourceRows };
  const unique = sourceRows - repeatedRows;
  const working = `${many(unique)} of ${many(sourceRows)} rows of the file${report.sources ? "s" : ""} have a key of their own (${key.join(", ")}).`;
  return share("uniqueness", unique, sourceRows, working);
}

function completenessOfCells({ report: { nonNullCells, cells } }: VersionRow): Measure {
  return share(
    "completeness_cells",
    nonNullCells,
    cells,
    `${many(nonNullCells)} of ${many(cells)} cells have a value.`,
  );
}

function completenessOfPeriods({ definition: { key, time }, report: { quality } }: VersionRow): Measure {
  const name = "completeness_periods";
  if (!quality) return meaningless(name, unmeasured);
  if (!quality.pairs)
    return meaningless(name, "No rows can be expected: that takes a time within the key, and a cadence as fine as it.");
  const { keys, expected, present, period } = quality.pairs;
  const others = key.filter((column) => column !== time).join(", ");
  const rests = period === "day" || period === "hour" || period === "minute";
  const each = others === "" ? "" : ` for each of ${many(keys)} keys (${others})`;
  const which = `one a ${period}${rests ? " in which any row is" : ""}, from the first to the last`;
  const working = `${many(present)} of ${many(expected)} expected rows:${each} ${which}.`;
  return share(name, present, expected, working);
}

function timeliness({ timeMax }: VersionRow, cadence: Cadence, now: Date): Measure {
  const name = "timeliness";
  const allowedDays = onTimeDays[cadence];
  if (allowedDays === null) return meaningless(name, "Irregular data is never due.");
  if (timeMax === null) return meaningless(name, "The dataset has no time column.");
  // A year alone is the first of January, a day its midnight in UTC: Date.parse reads the lake's texts so.
  const newestMs = /^\d{4}(-|$)/.test(timeMax) ? Date.parse(timeMax) : Number.NaN;
  if (Number.isNaN(newestMs)) return meaningless(name, `${timeMax} is no year of the calendar.`);
  const ageDays = Math.max(0, Math.floor((now.getTime() - newestMs) / dayMs));
  const working = `The newest row is of ${timeMax}, ${many(ageDays)} days ago; ${cadence} data is on time up to ${allowedDays}.`;
  return share(name, allowedDays, Math.max(ageDays, allowedDays), working);
}

/** Those of the four that have a meaning; completeness is the mean of its own two. */
export function dimensionsOf(measures: Measure[]): { name: string; score: number }[] {
  const dimensions = Map.groupBy(measures, ({ name }) => name.split("_")[0] ?? name);
  return [...dimensions].flatMap(([name, parts]) => {
    const known = parts.flatMap(({ score }) => score ?? []);
    return known.length === 0 ? [] : [{ name, score: mean(known) }];
  });
}

/** The mean of the four dimensions that have a meaning; completeness is the mean of its own two. */
export function overallOf(measures: Measure[]): { score: number | null; working: string } {
  const scores = dimensionsOf(measures);
  if (scores.length === 0) return { score: null, working: "Nothing could be measured." };
  // A score is some whole millionths, or as a mean of two some halves of them; in these nothing is lost.
  const halves = scores.map(({ score }) => Math.round(score * millionths * 2));
  const score = Math.floor(mean(halves) / 2) / millionths;
  const working = `The mean of ${scores.map(({ name, score }) => `${name} ${Number(score.toFixed(6))}`).join(", ")}.`;
  return { score, working };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
