import { join } from "node:path";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { FaultyUpload, type FileForm, type FileProof, type Lake } from "../lake/lake.ts";
import { ImpossibleMode, impossibility, type PublishMode } from "../lake/publish-mode.ts";
import { WorkerCrashed } from "../lake/workers-lane.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { completeUpload, settleUpload } from "../uploads/publishing.ts";
import type { Contract } from "./contract-schemas.ts";
import { PartsGone } from "./parts-queries.ts";
import { commitVersion } from "./publish-commit.ts";
import { claimPublish, type PublishLease } from "./publish-lease.ts";
import { refuseTooLarge, storeUpload } from "./upload.ts";
import { formOfHeaders } from "./upload-form.ts";
import type { Publication, PublishUpload } from "./versions-schemas.ts";

/** A file that comes with the request. */
export type Upload = {
  stream: ReadableStream<Uint8Array> | null;
  contentType: string | undefined;
  contentEncoding: string | undefined;
  contentLength: string | undefined;
  /** The path it was sent to, which is part of what makes two calls the same. */
  path: string;
} & PublishSettings;

/** What the file is to the dataset, and what is said of the version it makes. */
export type PublishSettings = {
  mode: PublishMode;
  note: string | undefined;
  /** How far it may change the columns, where that is less than the dataset allows. */
  contract: Contract | undefined;
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
  const { config } = services;
  const form = formOfHeaders(upload);
  refuseTooLarge(upload.contentLength, config.uploadBytesMax);
  return withLease(services, slug, upload.contract, async (lease, folder) => {
    refuseImpossible(upload.mode, lease);
    const file = join(folder, "upload");
    const limits = { bytesMax: config.uploadBytesMax, stallMs: config.uploadStallMs };
    const stored = await storeUpload(upload.stream, file, limits);
    const { mode, note } = upload;
    await call.reservation?.begin(`${upload.path} ${stored.sha256} ${mode} ${note ?? ""}`);
    return await untilNamed(async () => {
      const made = await makeParts(services, lease, mode, { files: [file], form });
      return await commitVersion(services, call, slug, lease, { ...made, mode, source: stored, note });
    });
  });
}

/** The same with a file that came before, in parts. Published or refused, it stays as it is until the version is committed. */
export async function publishUpload(
  services: Services,
  call: Call,
  slug: string,
  wanted: PublishUpload & PublishSettings,
): Promise<Publication> {
  const { lake } = services;
  const received = await completeUpload(services, slug, wanted);
  const { mode, note } = wanted;
  const published = await withLease(services, slug, wanted.contract, async (lease) => {
    refuseImpossible(mode, lease);
    const files = await lake.stageUpload(lease.id, received.files);
    const { form, proof } = received;
    const settle = (tx: Db, version: number) => settleUpload(services, tx, received, version);
    return await untilNamed(async () => {
      const { source, ...made } = await makeParts(services, lease, mode, { files, form, proof });
      if (!source) throw new Error("a worker proved nothing of an upload");
      return await commitVersion(services, call, slug, lease, { ...made, mode, source, note, settle });
    });
  });
  // A crash before this leaves files that go when the upload expires.
  await lake.removeUpload(wanted.upload);
  return published;
}

const attemptsMax = 3;

/** Does it again where a part was there, so that it was not written, and was deleted as unnamed before it was named. */
async function untilNamed<T>(publish: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await publish();
    } catch (error) {
      if (!(error instanceof PartsGone) || attempts === attemptsMax) throw error;
    }
  }
}

/** Does it with the right to publish the dataset and a folder for unfinished files, both of which end with it. */
async function withLease<T>(
  services: Services,
  slug: string,
  contract: Contract | undefined,
  work: (lease: PublishLease, folder: string) => Promise<T>,
): Promise<T> {
  const lease = await claimPublish(services, slug, contract);
  try {
    return await work(lease, await services.lake.stage(lease.id));
  } finally {
    // The row goes last: until then nobody else counts the folder as left behind. A folder that does not go undoes no version,
    // and must not keep the row, which would shut out every later publish.
    await services.lake.unstage(lease.id).catch((error) => {
      services.log.warn(
        { err: error, publish: lease.id },
        "the files of a publish were not removed; the next start does it",
      );
    });
    await lease.end();
  }
}

async function makeParts(
  { lake }: Services,
  { id, definition, cadence, base }: PublishLease,
  mode: PublishMode,
  upload: { files: string[]; form: FileForm; proof?: FileProof },
): ReturnType<Lake["publish"]> {
  try {
    return await lake.publish({ id, definition, cadence, mode, base, ...upload });
  } catch (error) {
    if (error instanceof FaultyUpload) throw faulty(error);
    if (error instanceof ImpossibleMode) throw impossible(error.message, error);
    if (!(error instanceof WorkerCrashed)) throw error;
    const detail = "The process that read the file died. Nothing was changed: send it again.";
    throw new Problem("unavailable", { detail, retryAfterSeconds: 5, cause: error });
  }
}

/** Before the file is received, which may take long. */
function refuseImpossible(mode: PublishMode, { definition, base }: PublishLease): void {
  const why = impossibility(mode, definition, base);
  if (why !== null) throw impossible(why);
}

const impossible = (detail: string, cause?: Error) =>
  new Problem("mode_not_possible", { detail: `${detail} Nothing was changed.`, cause });

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
