import { isTimeZone } from "../time-zones.ts";
import type { Column, Definition } from "./definition.ts";
import { faultOfPattern } from "./pattern.ts";

type Wrong = { path: (string | number)[]; message: string };
const numeric = /^(integer|number|decimal)/;
const kindOf = ({ type }: Column) => (numeric.test(type) ? "number" : type);

/** What no single field of a definition shows: names that meet no column, and checks that its type cannot have. */
export function faultsOfDefinition({
  columns,
  key,
  time,
  partition,
  relations,
  source_time_zone,
}: Definition): Wrong[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const unknown = (name: string) => `there is no column ${name}`;
  const faults: Wrong[] = columns.flatMap((column, at) =>
    faultsOfColumn(column).map(({ path, message }) => ({ path: ["columns", at, ...path], message })),
  );
  if (byName.size < columns.length) faults.push({ path: ["columns"], message: "two columns have the same name" });
  if (new Set(key).size < key.length) faults.push({ path: ["key"], message: "names a column twice" });
  key.forEach((name, at) => {
    const column = byName.get(name);
    if (!column) faults.push({ path: ["key", at], message: unknown(name) });
    else if (column.nullable)
      faults.push({ path: ["key", at], message: `${name} is part of the key, so set nullable to false` });
  });
  relations.forEach(({ left, right }, at) => {
    const [a, b] = [byName.get(left), byName.get(right)];
    if (!a || !b) faults.push({ path: ["relations", at], message: unknown(a ? right : left) });
    else if (kindOf(a) !== kindOf(b))
      faults.push({ path: ["relations", at], message: `a ${a.type} cannot be compared with a ${b.type}` });
  });
  const ordering = time === null ? undefined : byName.get(time);
  if (time !== null && !ordering) faults.push({ path: ["time"], message: unknown(time) });
  if (ordering && !["date", "timestamp", "integer"].includes(ordering.type))
    faults.push({ path: ["time"], message: "must be a date, a timestamp or an integer year" });
  if (ordering?.nullable)
    faults.push({ path: ["time"], message: `${ordering.name} orders the rows, so set nullable to false` });
  if (time === null && partition !== "none") faults.push({ path: ["partition"], message: "needs a time column" });
  if (ordering?.type === "integer" && !["year", "none"].includes(partition))
    faults.push({ path: ["partition"], message: "an integer year divides by year or none" });
  if (source_time_zone !== undefined && !isTimeZone(source_time_zone))
    faults.push({ path: ["source_time_zone"], message: "an IANA time zone such as Africa/Nairobi" });
  return faults;
}

function faultsOfColumn({ type, minimum, maximum, values, pattern }: Column): Wrong[] {
  const faults: Wrong[] = [];
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (Number(scale) > Number(precision))
    faults.push({ path: ["type"], message: "has more decimal places than digits" });
  if (!numeric.test(type) && minimum !== undefined) faults.push({ path: ["minimum"], message: "is for numbers only" });
  if (!numeric.test(type) && maximum !== undefined) faults.push({ path: ["maximum"], message: "is for numbers only" });
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    faults.push({ path: ["maximum"], message: "is below the minimum" });
  if (type !== "string" && values) faults.push({ path: ["values"], message: "is for strings only" });
  if (type !== "string" && pattern !== undefined) faults.push({ path: ["pattern"], message: "is for strings only" });
  const fault = pattern === undefined ? undefined : faultOfPattern(pattern);
  if (fault !== undefined) faults.push({ path: ["pattern"], message: fault });
  return faults;
}
