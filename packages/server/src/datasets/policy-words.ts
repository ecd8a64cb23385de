import { Problem } from "../http/problem.ts";
import type { StoredPolicy } from "../store/tables-catalog.ts";
import { cutAt, hourOf } from "../subscriptions/cut.ts";
import { fitCut, visibleDefinition } from "../subscriptions/policy-fit.ts";
import type { Definition } from "./definition.ts";
import type { LicenseRow } from "./licenses-queries.ts";
import type { Sees } from "./policy-schemas.ts";

const valuesShown = 20;

/** What a tier sees in this hour of a dataset with these columns. */
export function seesOf(definition: Definition, policy: StoredPolicy | null, now: Date): Sees {
  const all = definition.columns.map(({ name }) => name);
  if (!policy) return { words: ["all rows and columns"], columns: all, from: null, to: null };
  try {
    const cut = fitCut({ definition, name: "the dataset" }, cutAt(policy, definition, hourOf(now)));
    const { from, to } = cut;
    const columns = visibleDefinition(definition, cut.columns).columns.map(({ name }) => name);
    return { words: wordsOfPolicy(policy, columns, all, { from, to }), columns, from, to };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { words: [error.fields.detail ?? "nothing"], columns: [], from: null, to: null };
  }
}

function wordsOfPolicy(
  { rows, historyDays, delayHours, intervalSeconds }: StoredPolicy,
  columns: readonly string[],
  all: readonly string[],
  { from, to }: Pick<Sees, "from" | "to">,
): string[] {
  return [
    ...(rows.length === 0 ? ["all keys"] : rows.map(({ column, values }) => `only ${column} ${listed(values)}`)),
    columns.length === all.length ? "all columns" : `only the columns ${listed(columns)}`,
    ...(historyDays === null ? [] : [`the last ${plural(historyDays, "day")}: now from ${from} on`]),
    ...(delayHours === null ? [] : [`${plural(delayHours, "hour")} late: now before ${to}`]),
    ...(intervalSeconds === null
      ? []
      : [`only rows on a grid of ${plural(intervalSeconds, "second")} from midnight UTC`]),
  ];
}

/** What a tier has beyond a cheaper one. */
export function addsOf(definition: Definition, dearer: LicenseRow, cheaper: LicenseRow): string[] {
  return [
    ...rowsAdded(dearer.policy, cheaper.policy),
    ...columnsAdded(definition, dearer.policy, cheaper.policy),
    ...less("delay", "hour", dearer.policy?.delayHours, cheaper.policy?.delayHours),
    ...more("history", "day", dearer.policy?.historyDays, cheaper.policy?.historyDays),
    ...finer(dearer.policy?.intervalSeconds, cheaper.policy?.intervalSeconds),
    ...calls("minute", dearer.perMinute, cheaper.perMinute),
    ...calls("day", dearer.perDay, cheaper.perDay),
    ...calls("month", dearer.perMonth, cheaper.perMonth),
    ...dearer.features.filter((feature) => !cheaper.features.includes(feature)),
  ];
}

function rowsAdded(dearer: StoredPolicy | null, cheaper: StoredPolicy | null): string[] {
  return (cheaper?.rows ?? []).flatMap(({ column, values }) => {
    const own = dearer?.rows.find((filter) => filter.column === column);
    if (!own) return [`every ${column}`];
    const added = own.values.filter((value) => !values.includes(value));
    return added.length === 0 ? [] : [`${column} ${listed(added)}`];
  });
}

function columnsAdded(definition: Definition, dearer: StoredPolicy | null, cheaper: StoredPolicy | null): string[] {
  const seen = (policy: StoredPolicy | null) =>
    visibleDefinition(definition, policy?.columns ?? null).columns.map(({ name }) => name);
  const before = seen(cheaper);
  const added = seen(dearer).filter((name) => !before.includes(name));
  return added.length === 0 ? [] : [`the ${added.length === 1 ? "column" : "columns"} ${listed(added)}`];
}

type Distance = number | null | undefined;

function less(word: string, unit: string, dearer: Distance, cheaper: Distance): string[] {
  if (!cheaper || (dearer && dearer >= cheaper)) return [];
  return [dearer ? `${word} of ${plural(dearer, unit)} instead of ${cheaper}` : `no ${word}`];
}

function more(word: string, unit: string, dearer: Distance, cheaper: Distance): string[] {
  if (!cheaper || (dearer && dearer <= cheaper)) return [];
  return [dearer ? `${word} of ${plural(dearer, unit)} instead of ${cheaper}` : `all ${word}`];
}

function finer(dearer: Distance, cheaper: Distance): string[] {
  if (!cheaper || (dearer && dearer >= cheaper)) return [];
  return [dearer ? `a grid of ${plural(dearer, "second")} instead of ${cheaper}` : "every time between the grid"];
}

const calls = (window: string, dearer: number, cheaper: number): string[] =>
  dearer > cheaper ? [`${dearer} calls a ${window} instead of ${cheaper}`] : [];

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

const listed = (values: readonly string[]) =>
  values.length <= valuesShown
    ? values.join(", ")
    : `${values.slice(0, valuesShown).join(", ")} and ${values.length - valuesShown} more`;
