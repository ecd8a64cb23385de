import type { Columns } from "./columns.postgres.ts";
import { defineCatalog } from "./tables-catalog.ts";
import { defineChanges } from "./tables-changes.ts";
import { defineLedger } from "./tables-ledger.ts";
import { defineParties } from "./tables-parties.ts";
import { defineTerms } from "./tables-terms.ts";
import { defineTrade } from "./tables-trade.ts";
import { defineUploads } from "./tables-uploads.ts";
import { defineUsage } from "./tables-usage.ts";

export type Tables = ReturnType<typeof defineTables>;

/**
 * The only schema, for both databases. Ids are lower-case ASCII, money is integer minor units, `…Millis` is thousandths of a
 * minor unit, times are UTC with milliseconds, and local dates are text, so that both databases sort and compare them alike.
 */
export function defineTables(c: Columns) {
  const known = { ...defineParties(c), ...defineCatalog(c) };
  return {
    ...known,
    ...defineTerms(c, known),
    ...defineTrade(c, known),
    ...defineUploads(c, known),
    ...defineUsage(c),
    ...defineLedger(c),
    ...defineChanges(c),
  };
}
