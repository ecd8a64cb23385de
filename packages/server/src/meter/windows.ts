import type { LocalTime, Period } from "./calendar.ts";
import type { WindowState } from "./meter.ts";

/** Owner, window and its start name a counter; a key or a subscription never does, so that changing them resets nothing. */
export type CounterId = { owner: string; window: "day" | "month"; start: string };
export type Counts = { used: number; held: number };
export type Counter = CounterId & Counts;
/** A day or month of some owner, and how much it may hold. */
export type QuotaWindow = CounterId & { name: string; limit: number; period: Period };

export const counterKey = ({ owner, window, start }: CounterId) => `${owner} ${window} ${start}`;

export const owners = {
  license: (partnerId: string, dataset: string) => `license:${partnerId}:${dataset}`,
  plan: (partnerId: string) => `plan:${partnerId}`,
  key: (lineageId: string) => `key:${lineageId}`,
  spending: (partnerId: string) => `spend:${partnerId}`,
};

type Quotas = {
  partnerId: string;
  dataset: string;
  lineageId: string;
  license: { perDay: number; perMonth: number };
  plan: { perDay: number };
  caps: { perDay: number | null; perMonth: number | null } | null;
};

/** Every day and month window that a call counts in. */
export function quotaWindows(
  { partnerId, dataset, lineageId, license, plan, caps }: Quotas,
  { day, month }: LocalTime,
): QuotaWindow[] {
  const ofDay = (name: string, owner: string, limit: number): QuotaWindow => ({
    name,
    owner,
    window: "day",
    start: day.label,
    limit,
    period: day,
  });
  const ofMonth = (name: string, owner: string, limit: number): QuotaWindow => ({
    name,
    owner,
    window: "month",
    start: month.label,
    limit,
    period: month,
  });
  const licenseOwner = owners.license(partnerId, dataset);
  const windows = [
    ofDay("license-day", licenseOwner, license.perDay),
    ofMonth("license-month", licenseOwner, license.perMonth),
    ofDay("plan-day", owners.plan(partnerId), plan.perDay),
  ];
  const keyOwner = owners.key(lineageId);
  if (caps && caps.perDay !== null) windows.push(ofDay("key-day", keyOwner, caps.perDay));
  if (caps && caps.perMonth !== null) windows.push(ofMonth("key-month", keyOwner, caps.perMonth));
  return windows;
}

export function stateOf({ name, limit, period }: QuotaWindow, { used, held }: Counts): WindowState {
  return {
    name,
    limit,
    used,
    held,
    remaining: Math.max(0, limit - used - held),
    windowSeconds: (period.endMs - period.startMs) / 1000,
    resetsAtMs: period.endMs,
  };
}

/** The owner of a quota window by its name, which begins with what kind of owner it has. */
export function ownerOf(
  name: string,
  { partnerId, dataset, lineageId }: { partnerId: string; dataset: string; lineageId: string },
): string {
  if (name.startsWith("license-")) return owners.license(partnerId, dataset);
  return name.startsWith("plan-") ? owners.plan(partnerId) : owners.key(lineageId);
}

/**
 * Limits as they were seen, for whoever has to explain an event later, or take it back: `license-day 4/10000;plan-day 4/1000`.
 * A window that is not of the event's own day or month is named with its start: `license-day@2026-03-09 4/10000`.
 */
export const windowsText = (
  states: readonly (Pick<WindowState, "name" | "limit" | "used" | "held"> & { start?: string })[],
) =>
  states
    .map(
      ({ name, start, limit, used, held }) =>
        `${name}${start === undefined ? "" : `@${start}`} ${used + held}/${limit}`,
    )
    .join(";");

type CountedEvent = { partnerId: string; dataset: string; lineageId: string; localDate: string; limits: string };

/** The day and month counters that an event was counted in, as its `limits` name them. */
export function countedIn(event: CountedEvent): { counter: CounterId; measure: "units" | "money" }[] {
  if (event.limits === "") return [];
  return event.limits.split(";").flatMap((text) => {
    const [, name = "", window, start] = /^([a-z]+-(day|month|minute))(?:@([\d-]+))? /.exec(text) ?? [];
    if (window !== "day" && window !== "month") return [];
    const usualStart = window === "day" ? event.localDate : event.localDate.slice(0, 7);
    const isMoney = name.startsWith("spending-");
    const owner = isMoney ? owners.spending(event.partnerId) : ownerOf(name, event);
    return { counter: { owner, window, start: start ?? usualStart }, measure: isMoney ? "money" : "units" };
  });
}

/** The name of a counter's window, which its owner begins with. */
export function windowName({ owner, window }: CounterId): string {
  const kind = owner.startsWith("spend:") ? "spending" : owner.slice(0, owner.indexOf(":"));
  return `${kind}-${window}`;
}
