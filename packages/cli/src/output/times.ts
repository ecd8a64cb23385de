import { type Field, InvalidValue } from "../fields.ts";

/** RFC 3339 as people read it; UTC stays UTC. */
export function timeText(time: string | null | undefined): string | undefined {
  return time ? time.replace("T", " ").replace(/(\.\d+)?Z$/, "Z") : undefined;
}

const instantForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A date, meaning its first moment in UTC, or a time with a zone. */
export function instant(about: string): Field<string> {
  const read = (text: string) => {
    const time = text.length === 10 ? `${text}T00:00:00Z` : text;
    if (!instantForm.test(text) || Number.isNaN(Date.parse(time))) {
      throw new InvalidValue("It must be a date such as 2027-01-31, or a time such as 2027-01-31T12:00:00Z.");
    }
    return time;
  };
  return { about, placeholder: "time", kind: "one", required: true, read };
}

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** How long: 90s, 30m, 24h, 7d, or 0. The value is seconds. */
export function duration(about: string, { minSeconds = 0, maxSeconds = Number.MAX_SAFE_INTEGER } = {}): Field<number> {
  const read = (text: string) => {
    const [, count, unit = "s"] = /^(\d{1,9})([smhd])$/.exec(text) ?? (text === "0" ? [text, text] : []);
    if (count === undefined) throw new InvalidValue("It must be a number with s, m, h or d, such as 24h.");
    const seconds = Number(count) * (secondsOf[unit] ?? 1);
    if (seconds < minSeconds || seconds > maxSeconds)
      throw new InvalidValue(`It must be from ${minSeconds}s to ${maxSeconds}s.`);
    return seconds;
  };
  return { about, placeholder: "duration", kind: "one", required: true, read };
}

const countdownUnits = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** How long until then, in its two largest units: `5 h 12 min`. What is over by now is `now`. */
export function countdownText(ms: number): string {
  let seconds = Math.ceil(ms / 1_000);
  if (seconds <= 0) return "now";
  const parts = countdownUnits.map(([unit, unitSeconds]) => {
    const count = Math.floor(seconds / unitSeconds);
    seconds -= count * unitSeconds;
    return { count, text: `${count} ${unit}` };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join(" ");
}
