import { type CounterId, countedIn, counterKey, owners, windowName } from "../meter/windows.ts";
import { asc, eq, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Differences } from "./differences.ts";
import type { EventFigures } from "./events.ts";
import type { Span } from "./span.ts";
import { pages, type Reading } from "./steps.ts";

const pageCountersMax = 2_000;

export type CounterTotals = { compared: number; expected: number; used: number };

/** What the events come to in each counter of a day of the span, or of the month that is in it whole. */
export class CounterSums {
  readonly #span: Span;
  readonly #sums = new Map<string, { id: CounterId; partnerId: string; sum: number }>();
  /** Whose counters cannot be told from events that do not name them, as those from before the ledger. */
  readonly #unknown = new Set<string>();

  constructor(span: Span) {
    this.#span = span;
  }

  add(event: EventFigures): void {
    if (event.units === 0 && event.amountMillis === 0) return;
    if (event.limits === "" && event.chain !== "" && event.corrects !== null) return;
    const named = countedIn(event);
    for (const { counter, measure } of named.length > 0 ? named : this.#unnamed(event))
      this.#add(counter, event.partnerId, measure === "money" ? event.amountMillis : event.units);
  }

  /** An event of before the ledger counted in these, and in others if there were any. */
  #unnamed({ partnerId, dataset, lineageId, localDate }: EventFigures): ReturnType<typeof countedIn> {
    this.#unknown.add(owners.key(lineageId)).add(owners.spending(partnerId));
    const month = localDate.slice(0, "2026-03".length);
    const [license, plan] = [owners.license(partnerId, dataset), owners.plan(partnerId)];
    return [
      { counter: { owner: license, window: "day", start: localDate }, measure: "units" },
      { counter: { owner: license, window: "month", start: month }, measure: "units" },
      { counter: { owner: plan, window: "day", start: localDate }, measure: "units" },
    ];
  }

  #add(id: CounterId, partnerId: string, amount: number): void {
    if (amount === 0 || !this.isCompared(id)) return;
    const key = counterKey(id);
    const known = this.#sums.get(key);
    if (known) known.sum += amount;
    else this.#sums.set(key, { id, partnerId, sum: amount });
  }

  isCompared = ({ window, start }: { window: string; start: string }): boolean =>
    window === "day" ? this.#span.dayIndex.has(start) : start === this.#span.month;
  isKnown = ({ owner }: { owner: string }): boolean => !this.#unknown.has(owner);

  /** The sum of a counter, which is then no longer among those that are left. */
  take(id: CounterId): number {
    const key = counterKey(id);
    const sum = this.#sums.get(key)?.sum ?? 0;
    this.#sums.delete(key);
    return sum;
  }

  left = () => [...this.#sums.values()];
}

type Scope = { sums: CounterSums; partnerId: string | undefined; isArchived: (day: string) => boolean; span: Span };

/** Holds what the limits have counted against the events, each by the windows that it names. */
export async function compareCounters(
  reading: Reading,
  { sums, partnerId, isArchived, span }: Scope,
  differences: Differences,
): Promise<CounterTotals> {
  const totals: CounterTotals = { compared: 0, expected: 0, used: 0 };
  const lineages = partnerId === undefined ? undefined : await lineagesOf(reading.db, partnerId);
  const isLeftOut = ({ start, window }: CounterId) =>
    window === "day" ? isArchived(start) : [...span.dayIndex.keys()].some(isArchived);
  const compare = (id: CounterId, used: number) => {
    const expected = sums.take(id);
    if (!isOf(id.owner) || isLeftOut(id) || !sums.isKnown(id)) return;
    totals.compared += 1;
    if (!id.owner.startsWith("spend:")) {
      totals.expected += expected;
      totals.used += used;
    }
    const subject = `${windowName(id)} of ${id.owner.slice(id.owner.indexOf(":") + 1)}`;
    const partner_id = /par_\w+/.exec(id.owner)?.[0] ?? null;
    differences.compare({ kind: "counters", subject, partner_id, period: id.start }, "used", expected, used);
  };
  for await (const rows of pages(reading, (last: Row | undefined) => readCounters(reading.db, last)))
    for (const row of rows) if (sums.isCompared(row)) compare(toId(row), row.used);
  for (const { id } of sums.left()) compare(id, 0);
  return totals;

  function isOf(owner: string): boolean {
    if (lineages === undefined) return true;
    const name = owner.slice(owner.indexOf(":") + 1);
    return name === partnerId || name.startsWith(`${partnerId}:`) || lineages.has(name);
  }
}

type Row = { owner: string; window: string; start: string; used: number };

// A counter is written for days and months only, and only such were let through.
const toId = ({ owner, window, start }: Row): CounterId => ({ owner, window: window as CounterId["window"], start });

function readCounters(db: Db, last: Row | undefined): Promise<Row[]> {
  const { counters } = db.t;
  const { owner, window, start, used } = counters;
  return db
    .select({ owner, window, start, used })
    .from(counters)
    .where(last && sql`(${owner}, ${window}, ${start}) > (${last.owner}, ${last.window}, ${last.start})`)
    .orderBy(asc(owner), asc(window), asc(start))
    .limit(pageCountersMax);
}

async function lineagesOf(db: Db, partnerId: string): Promise<Set<string>> {
  const { lineages } = db.t;
  const rows = await db.select({ id: lineages.id }).from(lineages).where(eq(lineages.partnerId, partnerId));
  return new Set(rows.map(({ id }) => id));
}
