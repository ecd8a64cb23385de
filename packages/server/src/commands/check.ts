import { type InvariantResult, isSound, runCheck } from "../checks/run-check.ts";
import { toInvariant } from "../checks/wire.ts";
import { readConfig } from "../config.ts";
import { exitCodes, type Invocation, type Outcome } from "./command.ts";

export async function run({ environment, flags, progress }: Invocation): Promise<Outcome> {
  const quick = flags.quick === true;
  const results = await runCheck(readConfig(environment), {
    quick,
    onProgress: (name, done, total) => progress(`${done} of ${total}: ${name}`),
  });
  return { ...outcomeOf(results), data: { status: isSound(results) ? "passed" : "failed", quick, ...wireOf(results) } };
}

export const wireOf = (results: readonly InvariantResult[]) => ({
  findings_count: results.reduce((sum, { findingsCount }) => sum + findingsCount, 0),
  invariants: results.map(toInvariant),
});

/** What people read of a check: everything that is wrong, with its repair, and one line that counts. */
export function outcomeOf(results: readonly InvariantResult[]): { text: string; exitCode: number } {
  const wrong = results.filter(({ status }) => status !== "passed");
  const lines = wrong.flatMap(({ name, promise, findings, findingsCount, repair }) => [
    `${name}: not so: ${promise}`,
    ...findings.map(({ subject, problem }) => `  ${subject}: ${problem}`),
    ...(findingsCount > findings.length ? [`  and ${findingsCount - findings.length} more`] : []),
    ...(repair === null ? [] : [`  → ${repair}`]),
  ]);
  lines.push(`${results.length - wrong.length} of ${results.length} invariants hold.`);
  return { text: lines.join("\n"), exitCode: wrong.length === 0 ? 0 : exitCodes.integrity };
}
