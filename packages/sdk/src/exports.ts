import { brand, WizDataError } from "./core/errors.ts";
import { publishedKeys } from "./core/published-keys.ts";
import { path } from "./core/query-string.ts";
import type { CallOptions } from "./core/transport.ts";
import { builtins } from "./downloads/builtins.ts";
import { type DownloadOptions, downloadAll } from "./downloads/download-all.ts";
import { papersOf } from "./downloads/papers.ts";
import { type PublicKey, readSigned, type SignedManifest } from "./downloads/signed-manifest.ts";
import { ExportsResource } from "./generated/resources.ts";
import type { Export, Manifest, NewExport } from "./generated/schemas.ts";

/** An export that was waited for failed, was canceled, or has expired: `export` says which, and why. */
export class ExportFailedError extends WizDataError {
  readonly export: Export;

  constructor(job: Export) {
    super(`The export ${job.id} is ${job.status}${job.error === null ? "" : `: ${job.error}`}`);
    this.export = job;
  }
}

brand({ ExportFailedError });

/** How `exports.wait` waits. `deadlineMs` bounds the whole wait, and is none if not given. */
export type WaitOptions = CallOptions & {
  /** Hears of every step, about once a second. */
  onProgress?: ((job: Export) => void) | undefined;
};

/** `wizdata.exports`: jobs that write the files of a version. */
export class Exports extends ExportsResource {
  /**
   * Orders an export: a job that writes the rows of a query, all of them, into files. What is read by a program keeps its texts as they
   * are, so `formula_safe` is off here unless it is asked for.
   *
   * @throws {@link APIError} subscription_required, feature_not_licensed, quota_exceeded, spending_limit_reached, too_many
   * @example const job = await wizdata.exports.create({ dataset: "nse-kenya", format: "ndjson", compression: "gzip", rows_per_file: 100_000 });
   */
  override create(wanted: NewExport, options?: CallOptions): Promise<Export> {
    return super.create(wanted.format === "csv" ? { formula_safe: false, ...wanted } : wanted, options);
  }

  /**
   * Waits until an export is ready, and gives it.
   *
   * @throws {@link ExportFailedError} when it will never be ready · {@link DeadlineError} when `deadlineMs` is over before it is
   * @example const ready = await wizdata.exports.wait(job.id, { onProgress: ({ progress }) => console.error(progress.rows_done) });
   */
  async wait(id: string, { onProgress, deadlineMs, ...options }: WaitOptions = {}): Promise<Export> {
    const deadlineAt = performance.now() + (deadlineMs ?? Number.POSITIVE_INFINITY);
    // The server answers sooner when the job's status changes; progress in between is seen only by asking again.
    const waitSeconds = onProgress ? 1 : 20;
    const timeoutMs = options.timeoutMs ?? (waitSeconds + 30) * 1000;
    for (;;) {
      const limits = { timeoutMs, deadlineMs: deadlineAt - performance.now() };
      const job = await this.retrieve(id, { wait_seconds: waitSeconds }, { ...options, ...limits });
      onProgress?.(job);
      if (job.status === "ready") return job;
      if (job.status !== "queued" && job.status !== "running") throw new ExportFailedError(job);
    }
  }

  /**
   * Downloads every file of a ready export, in parallel pieces, and gives their paths. The manifest has to be signed by the platform; a
   * file gets its name only when its length and SHA-256 are those of the manifest and it is on the disk. Until then it is
   * `<name>.wizdata-part` with a journal beside it, and what a cut or a kill leaves of it the next download goes on with. Beside the files
   * come `manifest.json`, which is the very text that was signed, its signature `manifest.json.sig` and the key in `wizdata-keys.json`:
   * `verifyExport` needs nothing else. Exports of before manifests were signed come without them. Downloads are free, as often as wanted.
   *
   * @throws {@link IntegrityError} when bytes are not the promised ones, or the promise is not signed: nothing of them is kept ·
   * {@link FolderError} when another download is at work in the folder, or its disk is full · {@link ConflictError} export_not_ready
   * @example const paths = await wizdata.exports.download(ready, { to: "./nse-kenya", onProgress: ({ bytes, bytesTotal }) => console.error(bytes / bytesTotal) });
   */
  async download(job: Export | string, options: DownloadOptions): Promise<string[]> {
    const { to, connections, onProgress, trustedKeys, ...callOptions } = options;
    builtins(); // Where there are no files this throws, before anything is asked for.
    const id = typeof job === "string" ? job : job.id;
    const deadlineAt = performance.now() + (options.deadlineMs ?? Number.POSITIVE_INFINITY);
    const manifest = await this.manifest(id, callOptions);
    const signed = await this.#signed(id, manifest, trustedKeys, callOptions);
    const callOf = (name: string) => ({ method: "GET", path: path`/api/v1/exports/${id}/files/${name}` });
    const limits = { deadlineMs: deadlineAt - performance.now() };
    const { files } = signed?.content ?? manifest;
    return downloadAll(this.transport, files, callOf, { ...options, ...limits }, papersOf(signed));
  }

  /** What the signed text says, and not what came beside it. Undefined for an export that never was signed, where that will do. */
  async #signed(
    id: string,
    manifest: Manifest,
    trustedKeys: readonly PublicKey[] | undefined,
    options: CallOptions,
  ): Promise<SignedManifest | undefined> {
    // An older server has no such members at all.
    const isUnsigned = manifest.signed === null || manifest.signed === undefined;
    if (isUnsigned && trustedKeys === undefined) return undefined;
    const isKnown = this.#keys?.some(({ kid }) => kid === manifest.key_id);
    if (trustedKeys === undefined && !isKnown) this.#keys = await publishedKeys(this.transport, options);
    return readSigned(id, manifest, trustedKeys ?? this.#keys ?? []);
  }

  /** Asked for once, and again when there is a new one. */
  #keys: readonly PublicKey[] | undefined;
}
