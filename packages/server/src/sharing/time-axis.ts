import type { Definition } from "../datasets/definition.ts";
import type { Span } from "./truth.ts";

/** The time column of a dataset as a line on which parts and the literals of hints have places. */
export type TimeAxis = {
  column: string;
  kind: "year" | "date" | "timestamp";
  /** Of a value of a part. */
  placeOf(wireText: string): bigint;
  /** Of a literal, or undefined where it is none that this column is compared with in a way we know. */
  spanOf(literal: string): Span | undefined;
};

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const momentForm = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d{2}):(\d{2}))?$/;
const hourMicros = 3_600_000_000n;
const dayMicros = 24n * hourMicros;
/** No zone is further from UTC. */
const zoneMicros = 14n * hourMicros;

export function timeAxisOf({ time, columns }: Definition): TimeAxis | undefined {
  const column = columns.find(({ name }) => name === time);
  if (!column) return undefined;
  if (column.type === "integer") return { column: column.name, kind: "year", placeOf: BigInt, spanOf: wholeNumber };
  const kind = column.type === "date" ? "date" : "timestamp";
  return {
    column: column.name,
    kind,
    placeOf: (text) => dayPlace(text) ?? momentSpan(text)?.from ?? 0n,
    spanOf: (literal) => {
      const day = dayPlace(literal);
      if (day === undefined) {
        const moment = momentSpan(literal);
        // A date is a midnight somewhere when it is compared with a moment.
        return moment && kind === "date" ? widened(moment) : moment;
      }
      if (kind === "date") return { from: day, to: day };
      // A day, or its first instant: clients differ, and both lie in here.
      return widened({ from: day, to: day + dayMicros });
    },
  };
}

const widened = ({ from, to }: Span): Span => ({ from: from - zoneMicros, to: to + zoneMicros });

function wholeNumber(literal: string): Span | undefined {
  if (!/^-?\d{1,15}$/.test(literal)) return undefined;
  return { from: BigInt(literal), to: BigInt(literal) };
}

function dayPlace(text: string): bigint | undefined {
  if (!dayForm.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is read as a day of March by some and refused by others.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
  return BigInt(ms) * 1_000n;
}

function momentSpan(text: string): Span | undefined {
  const [, day = "", clock = "", fraction = "", utc, sign, hours, minutes] = momentForm.exec(text) ?? [];
  const midnight = dayPlace(day);
  const ms = Date.parse(`${day}T${clock}Z`);
  if (midnight === undefined || Number.isNaN(ms)) return undefined;
  const digits = fraction.padEnd(9, "0");
  const micros = BigInt(ms) * 1_000n + BigInt(digits.slice(0, 6));
  const offset = (BigInt(hours ?? 0) * 60n + BigInt(minutes ?? 0)) * 60_000_000n;
  const place = sign === "-" ? micros + offset : micros - offset;
  const span = { from: place, to: digits.slice(6) === "000" ? place : place + 1n };
  return utc === undefined && sign === undefined ? widened(span) : span;
}
