import type { LedgerDocument } from "@wizdata/sdk";
import type { Verification } from "../ledger/verify.ts";
import { record, sections, table, type View } from "../output/view.ts";

export function documentView({ day, partner_id, signed, data, keys }: LedgerDocument): View {
  const { root, partners, key_id, signed_at } = signed;
  const events = `${data.length} of ${signed.events}`;
  return record({ day, partner_id, events, partners, root, key_id, signed_at, keys: keys.length }, [
    "Say --json or --out FOLDER for the document itself.",
  ]);
}

export function verificationView({ status, days, receipts, report, faults }: Verification): View {
  const events = days.reduce((sum, day) => sum + day.events, 0);
  const summary = record({
    status,
    days: days.length,
    events,
    receipts: receipts && `${receipts.proven} proven, ${receipts.missing.length} missing`,
    report: report && `${report.compared.length} days compared, ${report.differences.length} differences`,
  });
  const wrong = [
    ...faults,
    ...(receipts?.missing ?? []).map((subject) => ({ subject, problem: "is in none of these ledger days" })),
  ];
  const problems = {
    subject: (one: { subject: string }) => one.subject,
    problem: (one: { problem: string }) => one.problem,
  };
  const differences = report?.differences ?? [];
  const shown = {
    verification: summary,
    ...(wrong.length > 0 && { faults: table(wrong, problems) }),
    ...(differences.length > 0 && {
      differences: table(differences, {
        day: (one) => one.day,
        figure: (one) => one.figure,
        ledger: (one) => one.ledger,
        report: (one) => one.report,
      }),
    }),
  };
  return sections(shown, notesOf(report));
}

function notesOf(report: Verification["report"]): string[] {
  if (!report) return [];
  const { not_covered: left, differences } = report;
  return [
    ...(left.length > 0
      ? [`Not compared, since the partner's day has a part in a UTC day that was not given whole: ${left.join(", ")}.`]
      : []),
    ...(differences.length > 0
      ? [
          "What takes an event back counts in that event's day and stands in the ledger of the day it was made: give the later days too. A report of one dataset, key or operation has less than the ledger.",
        ]
      : []),
  ];
}
