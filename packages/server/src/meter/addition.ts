import { type Block, type ChainEnd, nextBlock } from "./block.ts";
import type { Decision } from "./decide.ts";
import type { RecentCall } from "./recent-calls.ts";
import { type MonthRollup, type Rollup, rollUp } from "./rollups.ts";
import type { SharedPart } from "./shared-parts.ts";
import type { UsageEvent } from "./usage-event.ts";
import type { Warning } from "./warnings.ts";
import type { Counter } from "./windows.ts";

/** All that a group adds to the database: a row of each kind as its table has it, but for times, which are milliseconds. */
export type Addition = {
  events: UsageEvent[];
  counters: Counter[];
  rollups: Rollup[];
  months: MonthRollup[];
  calls: RecentCall[];
  shared: SharedPart[];
  warnings: Warning[];
  blocks: Block[];
};

/** What a decision adds behind the end of a chain; nothing where nobody was admitted. */
export function additionOf({ events, counters, calls, shared, warnings }: Decision, end: ChainEnd): Addition {
  const block = events.length === 0 ? undefined : nextBlock(end, events);
  // They were made for this group, and its block is the last that was to be known of them.
  for (const event of block ? events : []) Object.assign(event, { chain: end.chain, block: end.seq + 1 });
  return { events, counters, ...rollUp(events), calls, shared, warnings, blocks: block ? [block] : [] };
}
