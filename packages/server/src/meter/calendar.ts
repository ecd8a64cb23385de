// Days and months as a partner's wall clock shows them: 23, 24 or 25 hours, and once, in Samoa, none at all.

/** A stretch of time that a counter counts: from its start up to, and not with, its end. */
export type Period = {
  /** `2026-03-10` for a day, `2026-03` for a month. */ label: string;
  startMs: number;
  endMs: number;
};
export type LocalTime = { day: Period; month: Period /** 0 to 23, as the wall clock shows it. */; hour: number };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** No zone is further from UTC, and none moves its clock by more at a time. */
const reachMs = 36 * hourMs;

/** What the wall clock of an IANA zone shows at an instant, and the day and month that are under way. */
export function localTime(zone: string, atMs: number): LocalTime {
  // Calls come in order of time, so the day of the last one in a zone is nearly always the day of the next.
  let current = currentDays.get(zone);
  if (!current || atMs < current.day.startMs || atMs >= current.day.endMs) {
    current = readDay(zone, atMs);
    currentDays.set(zone, current);
  }
  const { day, month, offsetMs = offsetAt(zone, atMs) } = current;
  return { day, month, hour: hourOf(atMs + offsetMs) };
}

type Day = {
  day: Period;
  month: Period /** undefined on the few days on which the clock is moved. */;
  offsetMs: number | undefined;
};

const currentDays = new Map<string, Day>();

function readDay(zone: string, atMs: number): Day {
  const date = dateUnderWay(zone, atMs);
  const day = { label: date, startMs: startOf(zone, date), endMs: startOf(zone, datePlus(date, 1)) };
  const label = date.slice(0, 7);
  const month = { label, startMs: startOf(zone, `${label}-01`), endMs: startOf(zone, firstOfNextMonth(date)) };
  const offsetMs = offsetAt(zone, day.startMs);
  return { day, month, offsetMs: offsetMs === offsetAt(zone, day.endMs - 1) ? offsetMs : undefined };
}

/** A clock set back over midnight shows the old date again, but the new day has begun: days follow each other once. */
function dateUnderWay(zone: string, atMs: number): string {
  const shown = dateOf(atMs + offsetAt(zone, atMs));
  const next = datePlus(shown, 1);
  return startOf(zone, next) <= atMs ? next : shown;
}

/** The first instant at which the wall clock of a zone shows this date or, where it skips midnight or the whole date, a later one. */
export function startOf(zone: string, date: string): number {
  const midnightMs = Date.parse(`${date}T00:00:00Z`);
  let lowMs = midnightMs - reachMs;
  let highMs = midnightMs + reachMs;
  const before = offsetAt(zone, lowMs);
  const after = offsetAt(zone, highMs);
  if (before === after) return midnightMs - before;
  // The clock is moved near this midnight: find when, to the millisecond.
  while (highMs - lowMs > 1) {
    const middleMs = Math.floor((lowMs + highMs) / 2);
    if (offsetAt(zone, middleMs) === before) lowMs = middleMs;
    else highMs = middleMs;
  }
  const movedMs = highMs;
  return midnightMs - before < movedMs ? midnightMs - before : Math.max(movedMs, midnightMs - after);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock of a zone is ahead of UTC. */
function offsetAt(zone: string, atMs: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(atMs)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}

const hourOf = (wallMs: number) => Math.floor((((wallMs % dayMs) + dayMs) % dayMs) / hourMs);
const dateOf = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10);
const datePlus = (date: string, days: number) => dateOf(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
const firstOfNextMonth = (date: string) => `${datePlus(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
