import type { Differences } from "./differences.ts";
import { addTo, type Figures, figureNames, figures, type KeySums, nothing } from "./key-sums.ts";
import { addAll, archivedOfMonth, partnerBatches, rollupsOfDay, rollupsOfMonth } from "./rollup-queries.ts";
import type { Difference } from "./schemas.ts";
import type { Span } from "./span.ts";
import type { Reading } from "./steps.ts";

type Sums = ReadonlyMap<string, Figures>;
export type RollupTotals = {
  events: Figures;
  rollups: Figures;
  months: Figures;
  keyDays: number;
  keyMonths: number;
};
export type EventSums = {
  span: Span;
  sums: KeySums;
  partnerId: string | undefined;
  /** Whether some events of such a day may be in the lake. */
  isArchived: (day: string) => boolean;
};

/**
 * Holds the rollups of each day against the events, and those of a whole month against the rollups of its days; where events of
 * the month are in the lake, also against what it has and what is left.
 */
export async function compareRollups(
  reading: Reading,
  { span, sums, partnerId, isArchived }: EventSums,
  differences: Differences,
): Promise<RollupTotals> {
  const { db } = reading;
  const days = [...span.dayIndex.keys()];
  const daysOfMonth = days.filter((day) => span.month !== undefined && day.startsWith(span.month));
  const totals = { events: nothing(), rollups: nothing(), months: nothing(), keyDays: 0, keyMonths: 0 };
  const unvisited = new Set(sums.partners());
  for await (const partners of partnerBatches(reading, partnerId)) {
    for (const partner of partners) unvisited.delete(partner);
    await compareBatch(partners);
  }
  // Events of a partner that is not there.
  if (partnerId === undefined && unvisited.size > 0) await compareBatch([...unvisited]);
  return totals;

  async function compareBatch(partners: readonly string[]): Promise<void> {
    const wholes = new Map(partners.map((partner) => [partner, new Map<string, Figures>()]));
    for (const day of days) {
      const stored = await rollupsOfDay(db, partners, day);
      for (const [partner, whole] of wholes) {
        const ofDay = stored.get(partner) ?? new Map<string, Figures>();
        if (daysOfMonth.includes(day)) addAll(whole, ofDay);
        if (!isArchived(day)) compareDay(partner, day, ofDay);
      }
      await reading.pause();
    }
    if (span.month !== undefined) await compareMonth(span.month, wholes);
  }

  function compareDay(partner: string, day: string, stored: Sums): void {
    const counted = sums.of(partner, [day]);
    for (const sum of counted.values()) addTo(totals.events, sum);
    for (const sum of stored.values()) addTo(totals.rollups, sum);
    totals.keyDays += keysOf(counted, stored);
    hold({ kind: "rollups", partner_id: partner, period: day }, counted, stored, differences);
  }

  async function compareMonth(month: string, wholes: ReadonlyMap<string, Sums>): Promise<void> {
    const partners = [...wholes.keys()];
    const stored = await rollupsOfMonth(db, partners, month);
    const archived = daysOfMonth.some(isArchived) ? await archivedOfMonth(db, partners, month) : undefined;
    for (const [partner, whole] of wholes) {
      const ofMonth = stored.get(partner) ?? new Map<string, Figures>();
      for (const sum of ofMonth.values()) addTo(totals.months, sum);
      totals.keyMonths += keysOf(whole, ofMonth);
      const about = { partner_id: partner, period: month };
      hold({ kind: "months", ...about }, whole, ofMonth, differences);
      if (!archived) continue;
      const events = sums.of(partner, daysOfMonth);
      addAll(events, archived.get(partner) ?? new Map<string, Figures>());
      hold({ kind: "archives", ...about }, events, ofMonth, differences);
    }
    await reading.pause();
  }
}

type About = Pick<Difference, "kind" | "partner_id" | "period">;

function hold(about: About, expected: Sums, found: Sums, differences: Differences): void {
  for (const subject of new Set([...expected.keys(), ...found.keys()])) {
    const [ours, theirs] = [expected.get(subject) ?? nothing(), found.get(subject) ?? nothing()];
    for (const figure of figures)
      differences.compare({ ...about, subject }, figureNames[figure], ours[figure], theirs[figure]);
  }
}

/** How many keys there are on either side, whatever their outcomes. */
const keysOf = (...sides: readonly Sums[]): number =>
  new Set(sides.flatMap((side) => [...side.keys()].map((subject) => subject.split(" ")[0]))).size;
