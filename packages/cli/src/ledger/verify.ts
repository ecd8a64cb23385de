import type { UsageReport } from "@wizdata/sdk";
import {
  type LedgerDocument,
  type LedgerEvent,
  type LedgerKey,
  sumByDate,
  usageFigures,
  verifyLedger,
} from "@wizdata/shared";
import { utcDaysOf } from "./days.ts";
import { crypto } from "./documents.ts";

type Fault = { subject: string; problem: string };
type Difference = { day: string; figure: string; ledger: number; report: number };
export type Verification = {
  status: "verified" | "failed";
  days: { day: string; partner_id: string; events: number; whole: boolean; root: string; key_id: string }[];
  receipts: { proven: number; missing: string[] } | null;
  /** By the partner's own days. What is not covered has a part in a UTC day that was not given whole. */
  report: { compared: string[]; not_covered: string[]; differences: Difference[] } | null;
  faults: Fault[];
};

export type Claims = {
  documents: readonly LedgerDocument[];
  keys: readonly LedgerKey[];
  receipts: readonly string[] | undefined;
  report: UsageReport | undefined;
};

/** Holds receipts and a report against signed days, with nothing but what is given. */
export function verifyClaims({ documents, keys, receipts, report }: Claims): Verification {
  const checked = documents.map((document) => ({ document, ...verifyLedger(document, keys, crypto) }));
  const faults = [...checked.flatMap((one) => one.faults), ...twoKeys(keys), ...contradictions(documents)];
  const proven = new Map<string, LedgerEvent>();
  for (const { document, proven: ids } of checked)
    for (const { event } of document.data) if (ids.has(event.id)) proven.set(event.id, event);

  const missing = receipts?.filter((receipt) => !proven.has(receipt));
  const whole = checked.filter((one) => one.isWhole && one.faults.length === 0).map((one) => one.document);
  const compared = report && compare(report, whole, proven);
  if (report && compared?.compared.length === 0)
    faults.push({ subject: "report", problem: "has no day that the given ledger days cover wholly" });
  const isFine = faults.length === 0 && !missing?.length && !compared?.differences.length;
  return {
    status: isFine ? "verified" : "failed",
    days: checked.map(({ document: { day, partner_id, signed, data }, isWhole }) => ({
      ...{ day, partner_id, events: data.length, whole: isWhole },
      ...{ root: signed.root, key_id: signed.key_id },
    })),
    receipts: receipts && missing ? { proven: receipts.length - missing.length, missing } : null,
    report: compared ?? null,
    faults,
  };
}

function compare(report: UsageReport, whole: readonly LedgerDocument[], proven: ReadonlyMap<string, LedgerEvent>) {
  const own = [...proven.values()].filter((event) => event.partner_id === report.partner_id);
  const sums = sumByDate(own);
  const days = new Set(whole.filter((one) => one.partner_id === report.partner_id).map(({ day }) => day));
  const rows = Map.groupBy(report.data, ({ day = "" }) => day);
  const inReport = (date: string) => date >= report.from && date < report.to;
  const dates = [...new Set([...rows.keys(), ...sums.keys()])].filter(inReport).sort();
  const isCovered = (date: string) => utcDaysOf(date, report.time_zone).every((day) => days.has(day));
  const compared = dates.filter(isCovered);
  const differences = compared.flatMap((day) =>
    usageFigures.flatMap((figure) => {
      // What is priced in several currencies is a row each.
      const told = (rows.get(day) ?? []).reduce((sum, row) => sum + row[figure], 0);
      const counted = sums.get(day)?.[figure] ?? 0;
      return told === counted ? [] : [{ day, figure, ledger: counted, report: told }];
    }),
  );
  return { compared, not_covered: dates.filter((date) => !isCovered(date)), differences };
}

function twoKeys(keys: readonly LedgerKey[]): Fault[] {
  const known = new Map(keys.map(({ kid, x }) => [kid, x]));
  return keys
    .filter(({ kid, x }) => known.get(kid) !== x)
    .map(({ kid }) => ({ subject: kid, problem: "is another key in another document" }));
}

/** A platform that signed a day twice, or took back a block, has told different things to different people. */
function contradictions(documents: readonly LedgerDocument[]): Fault[] {
  const faults: Fault[] = [];
  const heads = new Map<string, { seq: number; hash: string; day: string }>();
  const roots = new Map<string, string>();
  for (const { day, signed } of documents.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    if ((roots.get(day) ?? signed.root) !== signed.root)
      faults.push({ subject: day, problem: "was signed with two different roots" });
    roots.set(day, signed.root);
    for (const [chain, seq, hash] of signed.heads) {
      const before = heads.get(chain);
      const isBack = before && (seq < before.seq || (seq === before.seq && hash !== before.hash));
      if (isBack) faults.push({ subject: chain, problem: `was further on ${before.day} than on ${day}` });
      heads.set(chain, { seq, hash, day });
    }
  }
  return faults;
}
