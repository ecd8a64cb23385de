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
export function duration(about: string): Field<number> {
  const read = (text: string) => {
    const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
    if (text === "0") return 0;
    if (count === undefined || unit === undefined)
      throw new InvalidValue("It must be a number with s, m, h or d, such as 24h.");
    return Number(count) * (secondsOf[unit] ?? 1);
  };
  return { about, placeholder: "duration", kind: "one", required: true, read };
}
