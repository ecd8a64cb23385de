import { join } from "node:path";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { FaultyUpload, type FileForm, type Part, type PublishReport } from "../lake/lake.ts";
import { WorkerCrashed } from "../lake/workers-lane.ts";
import type { Services } from "../services.ts";
import { commitVersion } from "./publish-commit.ts";
import { claimPublish, type PublishLease } from "./publish-lease.ts";
import { refuseTooLarge, storeUpload } from "./upload.ts";
import { formOfHeaders } from "./upload-form.ts";
import type { Publication } from "./versions-schemas.ts";

export type Upload = {
  stream: ReadableStream<Uint8Array> | null;
  contentType: string | undefined;
  contentEncoding: string | undefined;
  contentLength: string | undefined;
  /** The path it was sent to, which is part of what makes two calls the same. */
  path: string;
  /** What the version brings. */
  note: string | undefined;
};

/**
 * Makes a file the next version of a dataset: to disk, through a worker into parts, and current in one transaction. Whatever
 * stops it before that leaves the version before as it was, and nothing else.
 */
export async function publishVersion(
  services: Services,
  call: Call,
  slug: string,
  upload: Upload,
): Promise<Publication> {
  const { lake, config } = services;
  const form = formOfHeaders(upload);
  refuseTooLarge(upload.contentLength, config.uploadBytesMax);
  const lease = await claimPublish(services, slug);
  try {
    const file = join(await lake.stage(lease.id), "upload");
    const limits = { bytesMax: config.uploadBytesMax, stallMs: config.uploadStallMs };
    const stored = await storeUpload(upload.stream, file, limits);
    await call.reservation?.begin(`${upload.path} ${stored.sha256} ${upload.note ?? ""}`);
    const made = await makeParts(services, lease, { files: [file], form });
    return await commitVersion(services, call, slug, lease, { ...stored, ...made, note: upload.note });
  } finally {
    // The row goes last: until then nobody else counts the folder as left behind.
    await lake.unstage(lease.id);
    await lease.end();
  }
}

async function makeParts(
  { lake }: Services,
  { id, definition, cadence }: PublishLease,
  source: { files: string[]; form: FileForm },
): Promise<{ parts: Part[]; report: PublishReport }> {
  try {
    return await lake.publish({ id, definition, cadence, ...source });
  } catch (error) {
    if (error instanceof FaultyUpload) throw faulty(error);
    if (!(error instanceof WorkerCrashed)) throw error;
    const detail = "The process that read the file died. Nothing was changed: send it again.";
    throw new Problem("unavailable", { detail, retryAfterSeconds: 5, cause: error });
  }
}

function faulty({ faults, faultCount }: FaultyUpload): Problem {
  const [first] = faults;
  const example = first
    ? ` The first, in line ${first.line}: ${first.column === null ? "" : `${first.column} `}${first.reason}.`
    : "";
  return new Problem("faulty_upload", {
    detail: `The file has ${faultCount} ${faultCount === 1 ? "fault" : "faults"}.${example} Nothing was changed.`,
    extensions: { faults, fault_count: faultCount },
  });
}
