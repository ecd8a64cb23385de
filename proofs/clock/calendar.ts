// What calendars say, asked of Intl alone and without a look at how the server reads them.

export type Midnight = { zone: string; date: string; atMs: number };

const minuteMs = 60_000;
const reachMs = 15 * 60 * minuteMs;

const zones = ["America/New_York", "Asia/Kathmandu", "Africa/Cairo", "Pacific/Auckland", "UTC"];

/** Days that begin after a leap day, a month of 31 days, a year, or a night in which some clock is moved. */
const dates = [
  "2028-02-29",
  "2028-03-01",
  "2028-03-12",
  "2028-03-13",
  "2028-04-01",
  "2028-04-02",
  "2028-04-28",
  "2028-08-01",
  "2028-10-27",
  "2028-11-05",
  "2028-11-06",
  "2029-01-01",
];
const datesQuickly = ["2028-03-01", "2028-04-28"];

/** When each of these days begins in each zone, in order of time. */
export function midnights(quick: boolean): Midnight[] {
  const found = (quick ? zones.slice(0, 3) : zones).flatMap((zone) =>
    (quick ? datesQuickly : dates).map((date) => ({ zone, date, atMs: beginOf(zone, date) })),
  );
  return found.toSorted((one, other) => one.atMs - other.atMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dateIn(zone: string, atMs: number): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return format.format(atMs);
}

/** The first minute with this date. */
function beginOf(zone: string, date: string): number {
  let atMs = Date.parse(`${date}T00:00:00Z`) - reachMs;
  while (dateIn(zone, atMs) < date) atMs += minuteMs;
  return atMs;
}
