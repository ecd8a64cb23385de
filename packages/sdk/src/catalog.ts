import { APIError } from "./core/api-errors.ts";
import { path } from "./core/query-string.ts";
import type { CallOptions, Transport } from "./core/transport.ts";
import { typeOfName, type Upload } from "./core/upload.ts";
import { type DatasetsPublishParams, DatasetsResource, UploadsResource } from "./generated/resources.ts";
import type { Me, Publication } from "./generated/schemas.ts";
import { openPieces, type Pieces, partBytesUsual } from "./uploads/pieces.ts";
import { sendParts } from "./uploads/send-parts.ts";

/** How far an upload is; `bytesTotal` is unknown of a stream. `upload` is its id where it goes in parts. */
export type PublishProgress = { bytes: number; bytesTotal: number | undefined; upload: string | undefined };

export type PublishOptions = CallOptions & {
  /** The file's name, whose end says what it is: `.csv`, `.ndjson` or `.parquet`, and `.gz` or `.zst` behind it. Else its first bytes do. */
  name?: string | undefined;
  /** The id of an upload that was broken off: only the parts it lacks are sent. */
  resume?: string | undefined;
  /** What one request sends at most: 16 MiB if not given. A file that is no longer goes in one. */
  partBytes?: number | undefined;
  /** Parts that are sent at the same time: 1 to 16, 3 if not given. */
  connections?: number | undefined;
  onProgress?: ((progress: PublishProgress) => void) | undefined;
};

/** A profile file of the Delta Sharing protocol, as its clients read it. It has the key: keep it like one. */
export type ShareProfile = {
  shareCredentialsVersion: 1;
  endpoint: string;
  bearerToken: string;
  /** When the key ends, if that is known. */
  expirationTime?: string;
};

const connectionsUsual = 3;
const connectionsMax = 16;

/** `wizdata.datasets`: the catalog, and what operators publish into it. */
export class Catalog extends DatasetsResource {
  readonly #uploads: UploadsResource;

  constructor(transport: Transport) {
    super(transport);
    this.#uploads = new UploadsResource(transport);
  }

  /**
   * What an engine that speaks Delta Sharing — Spark, pandas, Power BI — needs to read the datasets that this client's key is subscribed
   * to. Written to a file, it is its profile; the table of a dataset is `wizdata.datasets.<slug>`.
   *
   * @throws {@link AuthenticationError} when the key is none
   * @example await writeFile("wizdata.share", JSON.stringify(await wizdata.datasets.shareProfile()), { mode: 0o600 });
   */
  async shareProfile(options?: CallOptions): Promise<ShareProfile> {
    const { key } = await this.transport.json<Me>({ method: "GET", path: "/api/v1/me" }, options);
    const { origin, apiKey } = await this.transport.target();
    const [expirationTime] = [key.expires_at, key.retires_at].filter((at) => at !== null).sort();
    return {
      shareCredentialsVersion: 1,
      endpoint: `${origin}/delta-sharing`,
      bearerToken: apiKey,
      ...(expirationTime !== undefined && { expirationTime }),
    };
  }

  /**
   * Publishes a file as the next version of a dataset: CSV with a header, NDJSON or Parquet, plain, gzip or zstd. It is refused whole, with
   * its first faults, or it becomes the current version. A file of more than `partBytes` goes in parts, each sent again where it fails; what
   * was sent of it before the process ended is gone on with by `resume`.
   *
   * With `mode` the file is changes to the current version: rows to `append`, to `upsert` by their keys, or to `delete` by them. What does
   * not change is shared by both versions, and `changes` counts what does. The same again makes no new version: `unchanged`.
   *
   * @throws {@link ValidationError} faulty_upload, whose `issues` name line, column, value and reason · {@link ConflictError} publish_in_progress, mode_not_possible
   * @example const version = await wizdata.datasets.publish("nse-kenya", await openAsBlob("nse-kenya.csv.gz"), {}, { name: "nse-kenya.csv.gz" });
   */
  override async publish(
    slug: string,
    upload: Upload,
    params?: DatasetsPublishParams,
    options: PublishOptions = {},
  ): Promise<Publication> {
    const {
      name = nameOf(upload),
      resume,
      partBytes = partBytesUsual,
      connections = connectionsUsual,
      onProgress,
      ...call
    } = options;
    checkRange({ partBytes }, Number.MAX_SAFE_INTEGER);
    checkRange({ connections }, connectionsMax);
    const source = await openPieces(upload, partBytes);
    if (resume === undefined && source.whole !== undefined) {
      const type = name === undefined ? undefined : typeOfName(name);
      const headers = type === undefined ? call.headers : { "content-type": type, ...call.headers };
      const made = await super.publish(slug, source.whole, params, { ...call, headers });
      onProgress?.({ bytes: source.bytesTotal ?? 0, bytesTotal: source.bytesTotal, upload: undefined });
      return made;
    }
    const settings = { name, resume, partBytes, connections, onProgress };
    return this.#publishInParts(slug, source, settings, params, call).finally(source.close);
  }

  async #publishInParts(
    slug: string,
    source: Pieces,
    settings: Omit<PublishOptions, keyof CallOptions> & { connections: number },
    params: DatasetsPublishParams | undefined,
    options: CallOptions,
  ): Promise<Publication> {
    const uploads = this.#uploads;
    const { id, parts } = await sendParts(uploads, slug, source, settings, options);
    // It takes as long as the rows take to be read and sorted.
    const patient = { timeoutMs: Number.POSITIVE_INFINITY, ...options };
    const call = { method: "POST", path: path`/api/v1/datasets/${slug}/versions`, query: params };
    try {
      return await this.transport.json<Publication>({ ...call, body: { upload: id, parts } }, patient);
    } catch (error) {
      // What has faults is of no more use, and takes room.
      if (error instanceof APIError && error.code === "faulty_upload") await uploads.abort(id, options).catch(() => {});
      throw error;
    }
  }
}

function checkRange(setting: Record<string, number>, max: number): void {
  for (const [name, value] of Object.entries(setting))
    if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`${name} must be 1 to ${max}`);
}

const nameOf = (upload: Upload) => (typeof File !== "undefined" && upload instanceof File ? upload.name : undefined);
