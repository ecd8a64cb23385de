import type { Reconciled } from "../commands/usage/reconcile.ts";
import { timeText } from "../output/times.ts";
import { type Cell, record, sections, table, type View } from "../output/view.ts";

type Book = { book: string; calls: Cell; rows: Cell; bytes: Cell; units: Cell; amount_millis: Cell; compared: Cell };

/** What each of the five books comes to, and what differs, if anything does. */
export function reconciliationView(result: Reconciled): View {
  const { differences, access_log: log } = result;
  const shown: Record<string, View> = { books: booksTable(result) };
  if (differences.length > 0)
    shown.differences = table(differences, {
      book: ({ kind }) => kind,
      of: ({ subject }) => subject,
      partner: ({ partner_id }) => partner_id,
      when: ({ period }) => period,
      figure: ({ figure }) => figure,
      expected: ({ expected }) => expected,
      found: ({ found }) => found,
    });
  if (log) {
    const { lines, unreadable, matched, archived, unlisted_count } = log;
    shown.access_log = record({ lines, matched, unreadable, archived, events_without_line: unlisted_count });
    if (log.differences.length > 0)
      shown.lines = table(log.differences, {
        receipt: ({ receipt }) => receipt,
        figure: ({ figure }) => figure,
        line_says: ({ stated }) => stated,
        stored: ({ stored }) => stored ?? "no event",
      });
    if (log.unlisted.length > 0)
      shown.without_line = table(log.unlisted, {
        receipt: ({ receipt }) => receipt,
        partner: ({ partner_id }) => partner_id,
        operation: ({ operation }) => operation,
        at: ({ at }) => timeText(at),
        taken_back: ({ reversed }) => reversed,
      });
  }
  return sections(shown, notesOf(result));
}

function booksTable({ totals, compared }: Reconciled): View {
  const { events, rollups, months, counters, ledger } = totals;
  const none = { calls: null, rows: null, bytes: null, units: null, amount_millis: null };
  const books: Book[] = [
    { book: "events", ...events, compared: `${compared.key_days} days of keys` },
    { book: "rollups", ...rollups, compared: `${compared.key_days} days of keys` },
    {
      book: "months",
      ...none,
      ...months,
      compared: months ? `${compared.key_months} months of keys` : "no whole month",
    },
    {
      book: "counters",
      ...none,
      units: counters.used,
      compared: `${compared.counters} counters, where events come to ${counters.expected} units`,
    },
    {
      book: "ledger",
      ...none,
      calls: ledger.events,
      compared: `${ledger.blocks} blocks with ${ledger.stored} events stored, ${ledger.signed_days} signed days`,
    },
  ];
  return table(books, {
    book: ({ book }) => book,
    calls: ({ calls }) => calls,
    rows: ({ rows }) => rows,
    bytes: ({ bytes }) => bytes,
    units: ({ units }) => units,
    amount_millis: ({ amount_millis }) => amount_millis,
    compared: ({ compared }) => compared,
  });
}

function notesOf({ from, to, at, differences_count, archived_months, access_log: log }: Reconciled): string[] {
  const found = differences_count + (log?.differences_count ?? 0);
  const verdict = found === 0 ? "everything agrees" : `${found} ${found === 1 ? "difference" : "differences"}`;
  const archived =
    archived_months.length === 0
      ? []
      : [`In the lake, and compared by their months' sums: ${archived_months.join(", ")}.`];
  const unlisted = log && log.unlisted_count > 0 ? ["Events without a line are no difference: lines may be lost."] : [];
  return [`${from} up to, not with, ${to}, as of ${timeText(at)}: ${verdict}.`, ...archived, ...unlisted];
}
