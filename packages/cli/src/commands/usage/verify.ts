import { localCommand } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { many, optional, text } from "../../fields.ts";
import { arrayOf, boolean, integer, nullable, objectOf, oneOf, string } from "../../output/schema.ts";
import { verificationView } from "../../views/ledger.ts";

const fault = objectOf({ subject: string, problem: string });

export default localCommand({
  summary: "Check offline that receipts are in the signed ledger, and that a report is its sum",
  details:
    "Nothing is asked of anybody: each event is hashed up to the root that the platform signed. Ledger days are those of UTC, and a report has the partner's own: what is compared are the days of the report that the given ledger days cover wholly, and the others are named. The keys are those in the documents unless --keys gives them as you know them. Whatever does not hold is exit code 12.",
  args: { files: many(text("documents of wizdata usage ledger, or - for standard input", "file")) },
  flags: {
    receipts: optional(text("a file with a receipt a line, or NDJSON with a receipt", "file")),
    report: optional(text("a saved wizdata usage report --by day --json", "file")),
    keys: optional(text("a saved /.well-known/wizdata-keys.json", "file")),
  },
  examples: [
    "wizdata usage verify ledger-2026-03-10.json --receipts receipts.txt --keys wizdata-keys.json",
    "wizdata usage verify ledger-2026-03-10.json --report report.json --keys wizdata-keys.json --json",
  ],
  output: objectOf({
    status: oneOf("verified", "failed"),
    days: arrayOf(
      objectOf({ day: string, partner_id: string, events: integer, whole: boolean, root: string, key_id: string }),
    ),
    receipts: nullable(objectOf({ proven: integer, missing: arrayOf(string) })),
    report: nullable(
      objectOf({
        compared: arrayOf(string),
        not_covered: arrayOf(string),
        differences: arrayOf(objectOf({ day: string, figure: string, ledger: integer, report: integer })),
      }),
    ),
    faults: arrayOf(fault),
  }),
  run: async ({ terminal, note }, { files, receipts, report, keys }) => {
    if (files.length === 0)
      throw usageFailure("Say which documents.", { next: ["wizdata usage ledger --day 2026-03-10 --out ."] });
    const read = await import("../../ledger/documents.ts");
    const { verifyClaims } = await import("../../ledger/verify.ts");
    const documents = [];
    for (const file of files) documents.push(await read.readDocument(terminal, file));
    const known = keys === undefined ? documents.flatMap((one) => one.keys ?? []) : await read.readKeys(terminal, keys);
    if (keys === undefined)
      await note("Checked against the keys that came with the documents: --keys takes those you know.");
    return verifyClaims({
      documents,
      keys: known,
      receipts: receipts === undefined ? undefined : await read.readReceipts(terminal, receipts),
      report: report === undefined ? undefined : await read.readReport(terminal, report),
    });
  },
  exit: ({ status }) => (status === "verified" ? "fine" : "integrity"),
  view: verificationView,
});
