import { usageFailure } from "../failures.ts";

const dayMs = 86_400_000;
const quarterMs = 900_000;
const daysMax = 400;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Every day from one up to, not with, another. */
export function daysBetween(from: string, to: string | undefined): string[] {
  for (const day of [from, to ?? ""])
    if (!dayForm.test(day) || Number.isNaN(startOf(day)))
      throw usageFailure(`${day || "--to"} is no day: say 2026-03-10.`);
  const days: string[] = [];
  for (let ms = startOf(from); ms < startOf(to ?? from); ms += dayMs) days.push(dayOf(ms));
  if (days.length === 0) throw usageFailure("--to is the day after the last one, and comes after --from.");
  if (days.length > daysMax) throw usageFailure(`That is more than ${daysMax} days.`);
  return days;
}

/** The UTC days that a date of a time zone has a part of. Every zone is a number of quarters of an hour from UTC. */
export function utcDaysOf(date: string, timeZone: string): string[] {
  const local = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const days = new Set<string>();
  for (let ms = startOf(date) - dayMs; ms < startOf(date) + 2 * dayMs; ms += quarterMs)
    if (local.format(ms) === date) days.add(dayOf(ms));
  return [...days];
}
