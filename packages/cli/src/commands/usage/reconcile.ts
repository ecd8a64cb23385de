import type { Reconciliation } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { answer, arrayOf, integer, nullable, objectOf, string, withMembers } from "../../output/schema.ts";
import { type AccessLogFindings, compareAccessLog } from "../../reconciliation/access-log.ts";
import { merged, piecesOf } from "../../reconciliation/months.ts";
import { reconciliationView } from "../../views/reconciliation.ts";

/** A month of millions of events is read to its end before anything is answered. */
const answerMsMax = 30 * 60_000;

const findings = objectOf({
  lines: integer,
  unreadable: integer,
  matched: integer,
  archived: integer,
  differences_count: integer,
  differences: arrayOf(
    objectOf({ receipt: string, figure: string, stated: nullable(string), stored: nullable(string) }),
  ),
  unlisted_count: integer,
  unlisted: arrayOf({}),
});

export type Reconciled = Reconciliation & { access_log: AccessLogFindings | null };

export default command({
  summary: "Hold events, rollups, counters and ledger against each other, to the unit (operators)",
  details:
    "Per key and day, as they stood at one moment: what is written meanwhile is in none of them. Without dates it is this month; days are those of each partner's time zone. With --access-log every line of the server's access log has to have its event too; events without a line are told and are no difference. A difference is exit code 12.",
  flags: {
    from: optional(text("the first day", "date")),
    to: optional(text("the day after the last one", "date")),
    partner: optional(text("only this partner, by id or e-mail address", "partner")),
    accessLog: optional(text("an access log of the server (WIZDATA_ACCESS_LOG)", "file")),
  },
  examples: [
    "wizdata usage reconcile",
    "wizdata usage reconcile --from 2026-01-01 --to 2026-04-01 --json",
    "wizdata usage reconcile --partner data@baobab.example --access-log access.ndjson",
  ],
  output: withMembers(answer("usage.reconciliation"), { access_log: nullable(findings) }),
  run: async ({ wizdata, signal, progress }, { from, to, partner, accessLog: file }): Promise<Reconciled> => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const pieces = piecesOf({ from, to }, new Date().toISOString().slice(0, "2026-03-10".length));
    const options = { signal, timeoutMs: answerMsMax };
    let result: Reconciliation | undefined;
    for (const [done, piece] of pieces.entries()) {
      progress({ what: `comparing ${piece.from} to ${piece.to}`, done, total: pieces.length, unit: "steps" });
      const found = await wizdata.usage.reconciliation({ ...piece, ...given({ partner_id }) }, options);
      result = result ? merged(result, found) : found;
    }
    if (!result) throw new Error("There is at least one piece.");
    if (file === undefined) return { ...result, access_log: null };
    const access_log = await compareAccessLog(
      file,
      (question) => wizdata.usage.receipts(question, { signal }),
      (done, total) => progress({ what: `comparing ${file}`, done, total, unit: "bytes" }),
    );
    return { ...result, access_log };
  },
  exit: ({ differences_count, access_log }) =>
    differences_count + (access_log?.differences_count ?? 0) > 0 ? "integrity" : "fine",
  view: reconciliationView,
});
