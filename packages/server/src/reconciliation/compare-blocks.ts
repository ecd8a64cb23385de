import { idTime } from "../clock.ts";
import { and, asc, eq, gt, gte, lt, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Differences } from "./differences.ts";
import type { EventFigures } from "./events.ts";
import { pages, type Reading } from "./steps.ts";

const pageBlocksMax = 2_000;
const hourMs = 3_600_000;
/** An event's id may be of a moment after its block's, where a clock was set back in between. */
const clockSetBackMs = hourMs;
const dateChars = "2026-03-10".length;

export type BlockTotals = {
  stored: number;
  events: number;
  blocks: number;
  signedDays: number;
  signedEvents: number;
};
type Scope = { fromMs: number; toMs: number; isArchived: (day: string) => boolean };

/** Holds the blocks of the ledger against the events that name them, as far as the events have been visited. */
export class BlockComparison {
  readonly #reading: Reading;
  readonly #scope: Scope;
  readonly #differences: Differences;
  readonly #stored = new Map<string, number>();
  readonly #storedOfDay = new Map<string, number>();
  readonly #totals: BlockTotals = { stored: 0, events: 0, blocks: 0, signedDays: 0, signedEvents: 0 };
  #doneMs: number;

  constructor(reading: Reading, scope: Scope, differences: Differences) {
    this.#reading = reading;
    this.#scope = scope;
    this.#differences = differences;
    this.#doneMs = scope.fromMs;
  }

  add({ chain, block, at }: EventFigures): void {
    const atMs = at.getTime();
    if (atMs < this.#scope.fromMs || atMs >= this.#scope.toMs) return;
    const day = dayOf(at);
    this.#storedOfDay.set(day, (this.#storedOfDay.get(day) ?? 0) + 1);
    if (chain === "") return;
    if (!this.#scope.isArchived(day)) this.#totals.stored += 1;
    const key = `${chain} ${block}`;
    this.#stored.set(key, (this.#stored.get(key) ?? 0) + 1);
  }

  /** Compares the blocks whose events have all been visited, so that not all have to be remembered. */
  async reached(id: string): Promise<void> {
    const untilMs = Math.min(idTime(id) - clockSetBackMs, this.#scope.toMs);
    if (untilMs - this.#doneMs >= hourMs) await this.#compareUntil(untilMs);
  }

  async #compareUntil(untilMs: number): Promise<void> {
    const between = { fromMs: this.#doneMs, toMs: untilMs };
    for await (const blocks of pages(this.#reading, (last: BlockRow | undefined) =>
      readBlocks(this.#reading.db, between, last),
    ))
      for (const { chain, seq, events, at } of blocks) {
        const key = `${chain} ${seq}`;
        const stored = this.#stored.get(key) ?? 0;
        this.#stored.delete(key);
        const period = dayOf(at);
        if (this.#scope.isArchived(period)) continue;
        this.#totals.blocks += 1;
        this.#totals.events += events;
        this.#compare("blocks", key, period, stored, events);
      }
    this.#doneMs = untilMs;
  }

  async end(): Promise<BlockTotals> {
    await this.#compareUntil(this.#scope.toMs);
    for (const [key, stored] of this.#stored) this.#compare("blocks", `${key}, which is not there`, "", stored, 0);
    const { fromMs, toMs } = this.#scope;
    const { ledgerDays } = this.#reading.db.t;
    const signed = await this.#reading.db
      .select({ day: ledgerDays.day, events: ledgerDays.events })
      .from(ledgerDays)
      .where(and(gte(ledgerDays.day, dayOf(new Date(fromMs))), lt(ledgerDays.day, dayOf(new Date(toMs)))))
      .orderBy(asc(ledgerDays.day));
    for (const { day, events } of signed.filter(({ day }) => !this.#scope.isArchived(day))) {
      this.#totals.signedDays += 1;
      this.#totals.signedEvents += events;
      this.#compare("signed_days", `the signed day ${day}`, day, this.#storedOfDay.get(day) ?? 0, events);
    }
    return this.#totals;
  }

  #compare(kind: "blocks" | "signed_days", subject: string, period: string, expected: number, found: number): void {
    this.#differences.compare({ kind, subject, partner_id: null, period }, "events", expected, found);
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, dateChars);

type BlockRow = { chain: string; seq: number; events: number; at: Date };

function readBlocks(
  db: Db,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  last: BlockRow | undefined,
): Promise<BlockRow[]> {
  const { blocks } = db.t;
  const { chain, seq, events, at } = blocks;
  const isLater =
    last &&
    or(gt(at, last.at), and(eq(at, last.at), or(gt(chain, last.chain), and(eq(chain, last.chain), gt(seq, last.seq)))));
  return db
    .select({ chain, seq, events, at })
    .from(blocks)
    .where(and(gte(at, last?.at ?? new Date(fromMs)), lt(at, new Date(toMs)), isLater))
    .orderBy(asc(at), asc(chain), asc(seq))
    .limit(pageBlocksMax);
}
