import { type EvidenceOf, openEvidence } from "./evidence.ts";
import { type Effort, type Finding, findingsCountedMax, type Invariant } from "./invariant.ts";
import { archiveInvariants } from "./invariants-archives.ts";
import { catalogInvariants } from "./invariants-catalog.ts";
import { exportInvariants } from "./invariants-exports.ts";
import { fileInvariants } from "./invariants-files.ts";
import { ledgerInvariants } from "./invariants-ledger.ts";
import { partyInvariants } from "./invariants-parties.ts";
import { platformInvariants } from "./invariants-platform.ts";
import { usageInvariants } from "./invariants-usage.ts";

/** Everything a platform is held against, the ground first. */
export const invariants: readonly Invariant[] = [
  ...platformInvariants,
  ...partyInvariants,
  ...catalogInvariants,
  ...usageInvariants,
  ...ledgerInvariants,
  ...archiveInvariants,
  ...exportInvariants,
  ...fileInvariants,
];

export type InvariantResult = {
  name: string;
  promise: string;
  /** `unknown` where the check itself failed, which is no proof of anything. */
  status: "passed" | "failed" | "unknown";
  findingsCount: number;
  /** The first of them. */
  findings: Finding[];
  repair: string | null;
  durationMs: number;
};

const findingsShownMax = 20;

export type CheckOptions = Effort & {
  /** Told before each invariant. */
  onProgress?: (name: string, done: number, total: number) => void;
};

/** Holds a platform against every invariant. It changes nothing, and may run beside a server. */
export async function runCheck(config: EvidenceOf, options: CheckOptions): Promise<InvariantResult[]> {
  const { quick, onProgress = () => {} } = options;
  const evidence = await openEvidence(config);
  try {
    const results: InvariantResult[] = [];
    for (const invariant of invariants) {
      onProgress(invariant.name, results.length, invariants.length);
      const startedAtMs = performance.now();
      const found = await collect(invariant.find(evidence, { quick }));
      const { name, promise, repair } = invariant;
      const durationMs = Math.round(performance.now() - startedAtMs);
      results.push({ name, promise, ...found, repair: found.status === "passed" ? null : repair, durationMs });
    }
    return results;
  } finally {
    await evidence.close();
  }
}

export const isSound = (results: readonly InvariantResult[]): boolean =>
  results.every(({ status }) => status === "passed");

async function collect(
  found: AsyncIterable<Finding>,
): Promise<Pick<InvariantResult, "status" | "findings" | "findingsCount">> {
  const findings: Finding[] = [];
  let findingsCount = 0;
  try {
    for await (const finding of found) {
      findingsCount += 1;
      if (findings.length < findingsShownMax) findings.push(finding);
      if (findingsCount >= findingsCountedMax) break;
    }
  } catch (error) {
    // Others are still worth knowing; a database that is damaged fails most of them, and the first says why.
    findings.push({ subject: "check", problem: error instanceof Error ? error.message : String(error) });
    return { status: "unknown", findings, findingsCount };
  }
  return { status: findingsCount === 0 ? "passed" : "failed", findings, findingsCount };
}
