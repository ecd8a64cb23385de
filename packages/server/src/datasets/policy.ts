import { invalidRequest } from "../http/problem.ts";
import { suggest, wordsOf } from "../lake/grammar-words.ts";
import type { Filter } from "../lake/lake.ts";
import type { StoredPolicy } from "../store/tables-catalog.ts";
import type { Definition } from "./definition.ts";
import type { NewPolicy, Policy } from "./policy-schemas.ts";

const dayHours = 24;

type Fault = { path: string; message: string };

/** A policy as it is kept: values in the one text of their type. What limits nothing is none. */
export function toStoredPolicy(definition: Definition, policy: NewPolicy | null): StoredPolicy | null {
  if (policy === null) return null;
  const faults: Fault[] = [];
  const rows = Object.entries(policy.rows).map(([column, values]) => readRows(definition, column, values, faults));
  const columns = policy.columns && readColumns(definition, policy.columns, faults);
  faults.push(...faultsOfTime(definition, policy));
  if (faults.length > 0) throw invalidRequest(faults);
  const { history_days: historyDays, delay_hours: delayHours, interval_seconds: intervalSeconds } = policy;
  const isLimited = rows.length > 0 || [columns, historyDays, delayHours, intervalSeconds].some((one) => one !== null);
  rows.sort((left, right) => (left.column < right.column ? -1 : 1));
  return isLimited ? { rows, columns, historyDays, delayHours, intervalSeconds } : null;
}

function readRows(
  definition: Definition,
  column: string,
  given: readonly (string | number | boolean)[],
  faults: Fault[],
): Filter {
  const path = `policy.rows.${column}`;
  const { key, time } = definition;
  const chosen = key.filter((name) => name !== time);
  const rules = chosen.includes(column) ? wordsOf(definition).columns.get(column) : undefined;
  if (!rules)
    faults.push({
      path,
      message:
        chosen.length === 0
          ? "the dataset has no key column that rows could be chosen by"
          : `is no key column that rows can be chosen by; ${suggest(column, chosen)}`,
    });
  const values = given.map((value, at) => {
    const text = rules?.canonical(String(value));
    if (rules && text === undefined) faults.push({ path: `${path}.${at}`, message: `must be ${rules.expects}` });
    return text ?? "";
  });
  return { column, operator: "eq", values: [...new Set(values)].sort() };
}

function readColumns(definition: Definition, names: readonly string[], faults: Fault[]): string[] {
  const known = definition.columns.map(({ name }) => name);
  names.forEach((name, at) => {
    if (!known.includes(name))
      faults.push({ path: `policy.columns.${at}`, message: `there is no column ${name}; ${suggest(name, known)}` });
  });
  return known.filter((name) => names.includes(name));
}

function faultsOfTime({ columns, time }: Definition, policy: NewPolicy): Fault[] {
  const { history_days: days, delay_hours: hours, interval_seconds: seconds } = policy;
  const type = columns.find(({ name }) => name === time)?.type;
  const timed = [...(days === null ? [] : ["history_days"]), ...(hours === null ? [] : ["delay_hours"])];
  const faults =
    type === undefined
      ? timed.map((field) => ({ path: `policy.${field}`, message: "the dataset has no time column" }))
      : [];
  if (seconds !== null && type !== "timestamp")
    faults.push({ path: "policy.interval_seconds", message: "the dataset has no time column of timestamps" });
  if (days !== null && hours !== null && days * dayHours <= hours)
    faults.push({ path: "policy.delay_hours", message: "keeps back all that history_days leaves" });
  return faults;
}

export const toPolicy = ({ rows, columns, historyDays, delayHours, intervalSeconds }: StoredPolicy): Policy => ({
  rows: Object.fromEntries(rows.map(({ column, values }) => [column, values])),
  columns,
  history_days: historyDays,
  delay_hours: delayHours,
  interval_seconds: intervalSeconds,
});
