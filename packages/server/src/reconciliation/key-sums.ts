import type { EventFigures } from "./events.ts";
import type { Span } from "./span.ts";

export const figures = ["calls", "rows", "bytes", "units", "amountMillis"] as const;
export type Figures = Record<(typeof figures)[number], number>;
/** As the answer names them. */
export const figureNames = {
  calls: "calls",
  rows: "rows",
  bytes: "bytes",
  units: "units",
  amountMillis: "amount_millis",
};

/** What the events of one key with one outcome come to, day by day. */
type ByDay = Float64Array;

/** Sums by partner, key, outcome and day. In arrays, for there may be a hundred thousand of them and more. */
export class KeySums {
  readonly #span: Span;
  readonly #partners = new Map<string, Map<string, ByDay>>();

  constructor(span: Span) {
    this.#span = span;
  }

  add(event: EventFigures): void {
    const day = this.#span.dayIndex.get(event.localDate);
    if (day === undefined) return;
    const sums = this.#of(event.partnerId, `${event.keyId} ${event.outcome}`);
    const at = day * figures.length;
    sums[at] = (sums[at] ?? 0) + (event.corrects === null ? 1 : -1);
    sums[at + 1] = (sums[at + 1] ?? 0) + event.rows;
    sums[at + 2] = (sums[at + 2] ?? 0) + event.bytes;
    sums[at + 3] = (sums[at + 3] ?? 0) + event.units;
    sums[at + 4] = (sums[at + 4] ?? 0) + event.amountMillis;
  }

  #of(partnerId: string, subject: string): ByDay {
    let subjects = this.#partners.get(partnerId);
    if (!subjects) {
      subjects = new Map();
      this.#partners.set(partnerId, subjects);
    }
    let sums = subjects.get(subject);
    if (!sums) {
      sums = new Float64Array(this.#span.dayIndex.size * figures.length);
      subjects.set(subject, sums);
    }
    return sums;
  }

  partners = (): string[] => [...this.#partners.keys()];

  /** What its events of some days come to, by key and outcome; what comes to nothing is left out. */
  of(partnerId: string, days: Iterable<string>): Map<string, Figures> {
    const indexes = [...days].flatMap((day) => this.#span.dayIndex.get(day) ?? []);
    const found = new Map<string, Figures>();
    for (const [subject, byDay] of this.#partners.get(partnerId) ?? []) {
      const sums = nothing();
      for (const index of indexes) addTo(sums, dayOf(byDay, index));
      if (!isNothing(sums)) found.set(subject, sums);
    }
    return found;
  }
}

function dayOf(byDay: ByDay, day: number): Figures {
  const [calls = 0, rows = 0, bytes = 0, units = 0, amountMillis = 0] = byDay.subarray(day * figures.length);
  return { calls, rows, bytes, units, amountMillis };
}

export const nothing = (): Figures => ({ calls: 0, rows: 0, bytes: 0, units: 0, amountMillis: 0 });
const isNothing = (sums: Figures): boolean => figures.every((figure) => sums[figure] === 0);

export function addTo(sums: Figures, more: Figures): void {
  for (const figure of figures) sums[figure] += more[figure];
}
