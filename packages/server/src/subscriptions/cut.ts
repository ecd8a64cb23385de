import { createHash } from "node:crypto";
import type { Definition } from "../datasets/definition.ts";
import type { Filter } from "../lake/lake.ts";
import type { StoredPolicy } from "../store/tables-catalog.ts";

/** What a policy leaves of a dataset, with its distances in time turned into instants. */
export type Cut = {
  rows: Filter[];
  columns: string[] | null;
  /** Wire texts of the time column: `from` inclusive, `to` exclusive. */
  from: string | null;
  to: string | null;
  intervalSeconds: number | null;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const hourOf = (at: Date): number => Math.floor(at.getTime() / hourMs);

// One cut for each policy and hour, since what is known of a cut is kept beside it.
const cutsByPolicy = new WeakMap<StoredPolicy, Map<string, Cut>>();
const hoursKept = 26;

/** A policy in an hour since 1970, to whose beginning its distances are counted. */
export function cutAt(policy: StoredPolicy, definition: Definition, hour: number): Cut {
  const { rows, columns, historyDays, delayHours, intervalSeconds } = policy;
  const isFixed = historyDays === null && delayHours === null;
  const type = timeTypeOf(definition);
  const known = cutsByPolicy.get(policy) ?? new Map<string, Cut>();
  cutsByPolicy.set(policy, known);
  const name = isFixed ? "always" : `${hour} ${type}`;
  const remembered = known.get(name);
  if (remembered) return remembered;
  const text = (ms: number) => timeTextIn(type, new Date(ms).toISOString().replace(".000Z", "Z"));
  const cut = {
    rows,
    columns,
    from: historyDays === null ? null : text(hour * hourMs - historyDays * dayMs),
    to: delayHours === null ? null : text((hour - delayHours) * hourMs),
    intervalSeconds,
  };
  if (known.size >= hoursKept) known.clear();
  known.set(name, cut);
  return cut;
}

export const timeTypeOf = ({ columns, time }: Definition): string | undefined =>
  columns.find(({ name }) => name === time)?.type;

/**
 * A time in the precision of a column, rounded down. A date and a year stand for all of it: the first that is kept back is the one
 * that the cut falls into.
 */
export function timeTextIn(type: string | undefined, text: string): string {
  if (type === "integer") return text.slice(0, 4);
  const date = text.length === 4 ? `${text}-01-01` : text;
  if (type === "date") return date.slice(0, 10);
  return date.length === 10 ? `${date}T00:00:00Z` : date;
}

const names = new WeakMap<Cut, string>();

/** The same for cuts that leave the same. */
export function cutName(cut: Cut): string {
  const known = names.get(cut);
  if (known !== undefined) return known;
  const { rows, columns, from, to, intervalSeconds } = cut;
  const text = JSON.stringify([rows.map(({ column, values }) => [column, values]), columns, from, to, intervalSeconds]);
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  names.set(cut, name);
  return name;
}
