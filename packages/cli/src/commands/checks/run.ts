import type { Check } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { Failure } from "../../failures.ts";
import { toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { checkView } from "../../views/check.ts";

const waitSeconds = 30;

export default command({
  summary: "Check everything the platform stores, and wait for the result (operators)",
  details:
    "Counters, rollups and usage events have to agree, every part and file has to have its hash, and nothing may be left over. It changes nothing, and runs beside the work. Findings are exit code 12; the check goes on when this command is interrupted.",
  flags: { quick: toggle("compare files by their length only, instead of reading and hashing each") },
  examples: ["wizdata checks run", "wizdata checks run --quick --json"],
  output: answer("checks.create"),
  changes: true,
  run: async ({ wizdata, signal, progress }, { quick }) => {
    let check: Check = await wizdata.checks.create({ quick }, { signal });
    while (check.status === "running") {
      progress(`${check.id} runs since ${check.started_at}`);
      check = await wizdata.checks.retrieve(check.id, { wait_seconds: waitSeconds }, { signal, timeoutMs: 60_000 });
    }
    if (check.status === "passed") return check;
    throw new Failure("integrity", `check_${check.status}`, sentence(check), {
      next: [`wizdata checks show ${check.id}`],
      details: { check },
    });
  },
  view: checkView,
});

function sentence({ id, status, findings_count: count, invariants }: Check): string {
  if (status === "broken") return `${id} was cut off: run it again.`;
  const [first] = invariants.filter((one) => one.status !== "passed");
  const [finding] = first?.findings ?? [];
  return `${id} found ${count} ${count === 1 ? "thing" : "things"} wrong. The first, ${first?.name}: ${finding?.subject} ${finding?.problem}`;
}
