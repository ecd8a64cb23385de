import { Problem } from "../http/problem.ts";
import type { VersionRow } from "./versions-queries.ts";

/** How long a cursor of a version that is removed can still be followed. */
export const removedReadableMs = 86_400_000;

/** Who reads a version: somebody anew, with a cursor from before, or an export that was ordered before. */
export type Reader = "new" | "cursor" | "export";

type Ended = Pick<VersionRow, "dataset" | "number" | "state" | "endedAt" | "endReason">;

/** Throws where the version may not be read: a retracted one by nobody, a removed one by nobody who begins now. */
export function refuseEnded(version: Ended, reader: Reader, now: Date): void {
  if (version.state === "retracted") throw versionRetracted(version);
  if (version.state !== "removed" || reader === "export") return;
  const readableUntilMs = (version.endedAt?.getTime() ?? 0) + removedReadableMs;
  if (reader === "new" || readableUntilMs <= now.getTime()) throw versionRemoved(version);
}

export function versionRetracted({ dataset, number, endedAt, endReason }: Ended): Problem {
  const when = endedAt ? ` on ${endedAt.toISOString().slice(0, 10)}` : "";
  const why = endReason === null ? "" : `: ${endReason}`;
  return new Problem("version_retracted", {
    detail: `Version ${number} of ${dataset} was withdrawn${when}${why}`,
    ...(endReason !== null && { extensions: { reason: endReason } }),
    next: [`wizdata datasets versions ${dataset}`],
  });
}

function versionRemoved({ dataset, number, endedAt }: Ended): Problem {
  const when = endedAt ? ` since ${endedAt.toISOString().slice(0, 10)}` : "";
  return new Problem("version_removed", {
    detail: `Version ${number} of ${dataset} is no longer kept${when}. Leave the version out to read the current one.`,
    next: [`wizdata datasets versions ${dataset}`],
  });
}
