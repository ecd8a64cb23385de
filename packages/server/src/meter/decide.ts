import type { Member, WindowState } from "./meter.ts";
import { type Refusal, refuseQuota, refuseSpending } from "./refuse.ts";
import { amountMillisOf, isSubject, type Subject } from "./subject.ts";
import { addToRollup, type Rollup, type UsageEvent, usageEvent } from "./usage-event.ts";
import { type CounterId, type Counts, counterKey, type QuotaWindow, stateOf } from "./windows.ts";

export type Counter = CounterId & Counts;

/** What one member is told; `windows` as they are after it. */
export type Outcome = { refusal?: Refusal; windows: WindowState[] };

/** What a group is told, and everything it adds to the database. */
export type Decision = { outcomes: Outcome[]; counters: Counter[]; events: UsageEvent[]; rollups: Rollup[] };

export type Cost = { units: number; amountMillis: number };

/** The counters as the database has them, by `counterKey`; one that is missing stands at nothing. */
export type Standing = ReadonlyMap<string, Counts>;

/** Every counter that a subject's calls count in. */
export const countersOf = ({ windows, spending }: Subject): QuotaWindow[] =>
  spending ? [...windows, spending] : windows;

/**
 * Decides members in order of arrival: each is admitted if its rights hold and every counter, with what those before it took,
 * still has room for it. One that does not fit takes nothing and fails nobody else.
 */
export function decide(
  members: readonly Member[],
  subjects: readonly (Subject | Refusal)[],
  standing: Standing,
  nowMs: number,
): Decision {
  const ledger = new Ledger(standing);
  const rollups = new Map<string, Rollup>();
  const events: UsageEvent[] = [];
  const outcomes = members.map((member, at): Outcome => {
    const subject = subjects[at];
    if (!subject) throw new Error("Each member has a subject.");
    if (!isSubject(subject)) return { refusal: subject, windows: [] };
    const cost = { units: member.units, amountMillis: amountMillisOf(subject, member) };
    const refusal = refusalOf(subject, cost, ledger, nowMs);
    if (refusal) return { refusal, windows: ledger.states(subject) };
    for (const { counter, amount } of takes(subject, cost)) ledger.add(counter, amount);
    const event = usageEvent(member, subject, cost.amountMillis, nowMs);
    events.push(event);
    addToRollup(rollups, event);
    return { windows: ledger.states(subject) };
  });
  return { outcomes, counters: ledger.taken(), events, rollups: [...rollups.values()] };
}

/** Why a cost does not fit, if so. What costs nothing always fits. */
export function refusalOf(
  subject: Subject,
  { units, amountMillis }: Cost,
  counts: { of(id: CounterId): Counts },
  nowMs: number,
): Refusal | undefined {
  if (units > 0) {
    const full = subject.windows.filter((window) => !fits(counts.of(window), units, window.limit));
    if (full.length > 0)
      return refuseQuota(
        full.map((window) => ({ window, counts: counts.of(window) })),
        units,
        nowMs,
      );
  }
  const { spending } = subject;
  if (!spending || amountMillis === 0 || fits(counts.of(spending), amountMillis, spending.limit)) return undefined;
  const { used, held } = counts.of(spending);
  return refuseSpending(spending, used + held, subject.contract.currency, nowMs);
}

const fits = ({ used, held }: Counts, amount: number, limit: number) => used + held + amount <= limit;

/** What a cost takes from which counter. */
export function takes(
  { windows, spending }: Subject,
  { units, amountMillis }: Cost,
): { counter: QuotaWindow; amount: number }[] {
  const taken = units > 0 ? windows.map((counter) => ({ counter, amount: units })) : [];
  if (spending && amountMillis > 0) taken.push({ counter: spending, amount: amountMillis });
  return taken;
}

/** Counters while a group is decided: as they stood, and what the members before took. */
class Ledger {
  readonly #standing: Standing;
  readonly #now = new Map<string, Counter & { taken: number }>();

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  of(id: CounterId): Counter & { taken: number } {
    const key = counterKey(id);
    let counter = this.#now.get(key);
    if (!counter) {
      const { used, held } = this.#standing.get(key) ?? { used: 0, held: 0 };
      counter = { owner: id.owner, window: id.window, start: id.start, used, held, taken: 0 };
      this.#now.set(key, counter);
    }
    return counter;
  }

  add(id: CounterId, amount: number): void {
    const counter = this.of(id);
    counter.used += amount;
    counter.taken += amount;
  }

  states = ({ windows }: Subject): WindowState[] => windows.map((window) => stateOf(window, this.of(window)));

  taken(): Counter[] {
    return [...this.#now.values()]
      .filter(({ taken }) => taken > 0)
      .map(({ owner, window, start, taken }) => ({ owner, window, start, used: taken, held: 0 }));
  }
}
