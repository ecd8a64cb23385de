import { Problem } from "../http/problem.ts";
import { tooManyFiles } from "../lake/lake.ts";
import { JobFailed, WorkerCrashed, WorkerDeadline } from "../lake/workers-lane.ts";
import type { Services } from "../services.ts";
import { versionSeen } from "../subscriptions/sight.ts";
import { renewClaim, returnClaim } from "./claims.ts";
import { endExport, failExport, type Written } from "./finish.ts";
import type { ExportRow } from "./queries.ts";
import { storedShape } from "./shape.ts";
import { formatOf } from "./wire.ts";

const attemptsMax = 3;
const renewMs = 1_000;

type Ends = {
  /** Somebody canceled the job, or another process has it. */
  cancel: AbortController;
  /** This process ends: the job waits for the next one. */
  stop: AbortSignal;
};

/** Does a claimed job to one of its ends. Where the database fails it throws: the lease runs out, and the job is begun again. */
export async function performExport(services: Services, claim: ExportRow, ends: Ends): Promise<void> {
  if (claim.attempts > attemptsMax)
    return failExport(services, claim, "It was begun several times and never came to its end.");
  const signal = AbortSignal.any([ends.cancel.signal, ends.stop]);
  const renewal = keepClaim(services, claim, ends.cancel);
  let written: Written;
  try {
    written = await writeFiles(services, claim, signal, renewal.progress).finally(renewal.end);
  } catch (error) {
    return await giveUp(services, claim, ends, error);
  }
  await endExport(services, claim, written);
}

async function writeFiles(
  services: Services,
  claim: ExportRow,
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<Written> {
  const { id, dataset, version, query } = claim;
  // Exports of before sights were kept have the bound alone.
  const sight = claim.sight ?? { cut: null, firstRows: claim.firstRows };
  const { definition, parts } = await versionSeen(services, dataset, version, sight, "export");
  const format = formatOf(claim);
  const job = { id, dataset, version, definition, parts, query, format, shape: storedShape(claim), signal };
  return { definition, ...(await services.lake.export(job, onProgress)) };
}

async function giveUp(services: Services, claim: ExportRow, { cancel, stop }: Ends, error: unknown): Promise<void> {
  const { id, attempts } = claim;
  if (cancel.signal.aborted) return;
  if (stop.aborted) return returnClaim(services, claim, attempts - 1);
  services.log.warn({ err: error, export: id, attempts }, "an export failed");
  if (error instanceof WorkerCrashed && attempts < attemptsMax) return returnClaim(services, claim, attempts);
  await failExport(services, claim, sentenceOf(error));
}

/** Writes progress and renews the lease each second, and ends the work when the job is no longer this process's. */
function keepClaim(services: Services, claim: ExportRow, cancel: AbortController) {
  let rowsDone = 0;
  let renewing: Promise<void> = Promise.resolve();
  const renew = async () => {
    try {
      if (!(await renewClaim(services, claim, rowsDone)))
        cancel.abort(new Error("The export was canceled or taken over."));
    } catch (error) {
      services.log.warn({ err: error, export: claim.id }, "the lease of an export was not renewed");
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, renewMs);
  return {
    progress(rows: number) {
      rowsDone = rows;
    },
    async end() {
      clearInterval(timer);
      await renewing;
    },
  };
}

/** What a partner may know of a failure; the rest is in the log. */
function sentenceOf(error: unknown): string {
  if (error instanceof WorkerDeadline)
    return "It took too long. Ask for a shorter range, fewer columns or more filters.";
  if (error instanceof JobFailed && error.message === tooManyFiles)
    return "It would have too many files. Ask for more rows or bytes a file.";
  if (error instanceof Problem) return error.message;
  if (error instanceof JobFailed && diskFull.test(error.message))
    return "There is no room on the disk of the server. Nothing was charged; create it again later.";
  return "Its files could not be written. Nothing was charged; create it again.";
}

/** As the system, and DuckDB of its files and of what it spills beside its memory, say it. */
const diskFull = /ENOSPC|EDQUOT|no space left|disk quota exceeded|max_temp_directory_size/i;
