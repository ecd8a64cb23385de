import assert from "node:assert/strict";
import type { Db } from "../../packages/server/src/store/store.ts";
import { type Answer, type Books, dateIn, type Partner } from "./books.ts";

export type Event = Db["t"]["usageEvents"]["$inferSelect"];
export type Stored = {
  events: Map<string, Event>;
  /** Reversals, by the event that each takes back. */
  reversals: Map<string, Event>;
  counters: Map<string, { used: number; held: number }>;
};

/** Holds what is stored against the books, and against itself. */
export async function checkBooks(books: Books, db: Db): Promise<Stored> {
  const { usageEvents, counters } = db.t;
  const rows = await db.select().from(usageEvents);
  const counts = await db.select().from(counters);
  const stored: Stored = {
    events: new Map(rows.filter(({ corrects }) => corrects === null).map((event) => [event.id, event])),
    reversals: new Map(),
    counters: new Map(counts.map((row) => [`${row.owner} ${row.window} ${row.start}`, row])),
  };
  for (const row of rows) if (row.corrects !== null) addReversal(stored, row, row.corrects);
  checkAnswers(books, stored);
  checkReceived(books, stored);
  checkBilledOnce(stored);
  for (const partner of books.partners) checkCounters(partner, stored);
  return stored;
}

const figures = ["rows", "bytes", "units", "amountMillis"] as const;

function addReversal({ events, reversals }: Stored, reversal: Event, id: string): void {
  const event = events.get(id);
  assert.ok(event, `${reversal.id} takes back ${id}, which is not there`);
  assert.ok(!reversals.has(id), `${id} was taken back twice`);
  for (const figure of figures)
    assert.equal(event[figure] + reversal[figure], 0, `${figure} of ${id} are not all taken back`);
  reversals.set(id, reversal);
}

/** Whatever the server answered is metered, and whatever is metered and not taken back has left. */
function checkAnswers(books: Books, { events, reversals }: Stored): void {
  for (const { receipt } of books.answers.values())
    assert.ok(events.has(receipt), `${receipt} was answered and not metered`);
  for (const [id, { requestId: callId }] of events) {
    const answer = books.answers.get(id);
    if (reversals.has(id)) assert.ok(!answer || mayBeReversed(books, answer), `${id} was taken back, and had left`);
    else if (!answer || answer.life.isOver)
      assert.ok(answer?.hasLeft || books.gone.has(callId), `${id} of ${callId} is billed, and its answer never left`);
  }
}

const mayBeReversed = ({ crashed }: Books, { life, isSafe }: Answer) => crashed.has(life) && !isSafe;

function checkReceived({ received }: Books, { events }: Stored): void {
  for (const [receipt, { call, rows }] of received) {
    const event = events.get(receipt);
    const { partner, lineage, slug } = call;
    const named = event && [event.partnerId, event.lineageId, event.dataset, event.rows];
    assert.deepEqual(named, [partner.id, lineage.id, slug, rows], `the event of ${receipt} is of another call`);
  }
}

/** However often a client had to ask. */
function checkBilledOnce({ events, reversals }: Stored): void {
  const billed = new Map<string, string>();
  for (const [id, { requestId: callId }] of events) {
    if (reversals.has(id)) continue;
    const other = billed.get(callId);
    assert.equal(other, undefined, `${callId} is billed twice: ${other} and ${id}`);
    billed.set(callId, id);
  }
}

/** Each counter is the sum of its events, in the days and months of the partner's own wall clock. */
function checkCounters(partner: Partner, { events, reversals, counters }: Stored): void {
  const sums = new Map<string, number>();
  const add = (counter: string, amount: number) => sums.set(counter, (sums.get(counter) ?? 0) + amount);
  const caps = new Set(partner.lineages.filter(({ caps }) => caps.day !== null).map(({ id }) => id));
  for (const event of events.values()) {
    if (event.partnerId !== partner.id) continue;
    const day = dateIn(partner.zone, event.at.getTime());
    assert.equal(event.localDate, day, `${event.id} is counted on another day`);
    if (reversals.has(event.id)) continue;
    const month = day.slice(0, 7);
    const license = `license:${partner.id}:${event.dataset}`;
    add(`${license} day ${day}`, event.units);
    add(`${license} month ${month}`, event.units);
    add(`plan:${partner.id} day ${day}`, event.units);
    if (caps.has(event.lineageId)) add(`key:${event.lineageId} day ${day}`, event.units);
    if (caps.has(event.lineageId)) add(`key:${event.lineageId} month ${month}`, event.units);
    if (event.amountMillis > 0) add(`spend:${partner.id} month ${month}`, event.amountMillis);
  }
  const owners = [partner.id, ...partner.lineages.map(({ id }) => id)];
  for (const [counter, { used }] of counters)
    if (owners.some((id) => counter.includes(id)))
      assert.equal(used, sums.get(counter) ?? 0, `${counter} is not the sum of its events`);
  for (const [counter, sum] of sums)
    assert.equal(counters.get(counter)?.used ?? 0, sum, `${counter} is not the sum of its events`);
}
