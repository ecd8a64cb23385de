import type { Check } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, sections, table, type View } from "../output/view.ts";

export const checkColumns: Columns<Check> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  quick: ({ quick }) => quick,
  findings: ({ findings_count }) => findings_count,
  started_at: ({ started_at }) => timeText(started_at),
  ended_at: ({ ended_at }) => timeText(ended_at),
};

type Finding = { invariant: string; subject: string; problem: string };

/** What was found first: who looks at a check wants to know what is wrong. */
export function checkView(check: Check): View {
  const { invariants, findings_count, started_at, ended_at, ...rest } = check;
  const passed = invariants.filter(({ status }) => status === "passed").length;
  const fields = {
    ...rest,
    passed: `${passed} of ${invariants.length}`,
    findings: findings_count,
    started_at: timeText(started_at),
    ended_at: timeText(ended_at),
  };
  const failed = invariants.filter(({ status }) => status !== "passed");
  if (failed.length === 0) return record(fields);
  const findings = failed.flatMap(({ name, findings }) => findings.map((found) => ({ invariant: name, ...found })));
  const repairs = failed.map(({ name, repair }) => `${name}: ${repair ?? "see the server's log"}`);
  const columns: Columns<Finding> = {
    invariant: ({ invariant }) => invariant,
    subject: ({ subject }) => subject,
    problem: ({ problem }) => problem,
  };
  return sections({ check: record(fields), findings: table(findings, columns) }, repairs);
}
