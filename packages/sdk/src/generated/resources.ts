// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.
import type { Paged } from "../core/pages.ts";
import { path } from "../core/query-string.ts";
import type { CallOptions, Transport } from "../core/transport.ts";
import type { Upload } from "../core/upload.ts";
import type { Acceptance, Cancellation, Check, Dataset, DatasetChanges, DatasetSchema, DatasetSnippets, Estimate, Export, FileUpload, FileUploadDetail, Key, KeyChanges, KeyFailures, License, LicenseList, LicenseTerms, Limits, Links, Manifest, Me, NewAcceptance, NewCheck, NewDataset, NewDeprecation, NewEstimate, NewExport, NewKey, NewKeySecret, NewLimitsOverride, NewLinks, NewOperatorKey, NewPartner, NewReportedUsage, NewReversal, NewSubscription, NewTerms, NewUpload, NewWeights, Onboarding, Partner, PartnerChanges, Publication, Quality, QualityOfVersion, ReceiptsAnswer, ReceiptsQuestion, Reconciliation, ReportedUsageResult, Retirement, Retraction, Rollback, Rotation, SigningKey, StepDone, Subscription, SubscriptionChange, Terms, TermsDetail, UploadPart, UsageEvent, UsageExplanation, UsageLedger, UsageReport, UsageTotals, Version, VersionChanges, VersionDetail, VersionRejection, VersionRelease, WantedRetraction } from "./schemas.ts";
import type { operations } from "./types.ts";

class Resource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }
}

export type ChecksListParams = NonNullable<operations["checks.list"]["parameters"]["query"]>;

export type ChecksRetrieveParams = NonNullable<operations["checks.retrieve"]["parameters"]["query"]>;

export type DatasetsListParams = NonNullable<operations["datasets.list"]["parameters"]["query"]>;

export type DatasetsPublishParams = NonNullable<operations["datasets.publish"]["parameters"]["query"]>;

export type DatasetsVersionsParams = NonNullable<operations["datasets.versions"]["parameters"]["query"]>;

export type DatasetsQualityHistoryParams = NonNullable<operations["datasets.qualityHistory"]["parameters"]["query"]>;

export type ExportsListParams = NonNullable<operations["exports.list"]["parameters"]["query"]>;

export type ExportsRetrieveParams = NonNullable<operations["exports.retrieve"]["parameters"]["query"]>;

export type KeysListParams = NonNullable<operations["keys.list"]["parameters"]["query"]>;

export type OperatorKeysListParams = NonNullable<operations["operatorKeys.list"]["parameters"]["query"]>;

export type PartnersListParams = NonNullable<operations["partners.list"]["parameters"]["query"]>;

export type SubscriptionsListParams = NonNullable<operations["subscriptions.list"]["parameters"]["query"]>;

export type TermsListParams = NonNullable<operations["terms.list"]["parameters"]["query"]>;

export type TermsAcceptancesParams = NonNullable<operations["terms.acceptances"]["parameters"]["query"]>;

export type UploadsListParams = NonNullable<operations["uploads.list"]["parameters"]["query"]>;

export type UsageReconciliationParams = NonNullable<operations["usage.reconciliation"]["parameters"]["query"]>;

export type UsageReportParams = Omit<NonNullable<operations["usage.report"]["parameters"]["query"]>, "format">;

export type UsageLimitsParams = NonNullable<operations["usage.limits"]["parameters"]["query"]>;

export type UsageLedgerParams = NonNullable<operations["usage.ledger"]["parameters"]["query"]>;

export type UsageEventsParams = NonNullable<operations["usage.events"]["parameters"]["query"]>;

export type UsageTotalsParams = NonNullable<operations["usage.totals"]["parameters"]["query"]>;

/** `wizdata.checks`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class ChecksResource extends Resource {
  /**
   * Check the platform. Holds everything that is stored against what must be true of it: counters, rollups and events agree, every part and file has its hash, nothing is left over. It changes nothing, and runs beside the work.
   *
   * For operator keys with the scope `checks:write`.
   *
   * @throws {@link APIError} invalid_json, conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.checks.create({ quick: false }));
   */
  create(body: NewCheck = {}, options?: CallOptions): Promise<Check> {
    return this.transport.json({ method: "POST", path: "/api/v1/checks", body }, options);
  }

  /**
   * List checks. Newest first; the last 100 are kept.
   *
   * For operator keys with the scope `checks:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.checks.list()) console.log(item);
   */
  list(params?: ChecksListParams, options?: CallOptions): Paged<Check> {
    return this.transport.paged({ method: "GET", path: "/api/v1/checks", query: params }, options);
  }

  /**
   * Read a check. With its findings when it has ended. `wait_seconds` holds the answer back until then.
   *
   * For operator keys with the scope `checks:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.checks.retrieve("chk_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, params?: ChecksRetrieveParams, options?: CallOptions): Promise<Check> {
    return this.transport.json({ method: "GET", path: path`/api/v1/checks/${id}`, query: params }, options);
  }
}

/** `wizdata.datasets`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class DatasetsResource extends Resource {
  /**
   * Register a dataset. It is a draft, which partners do not see, until its first version is published. It starts with the four usual licenses.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, already_exists, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.create({ title: "Nairobi Securities Exchange, daily prices", description: "…", category: "market", cadence: "tick", definition: { columns: [{ name: "day_price", type: "number" }] }, source: { name: "Gapminder, World Bank", licence: "CC BY 4.0", attribution: "…" }, slug: "nse-kenya", price: { amount: 250000 } }));
   */
  create(body: NewDataset, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "POST", path: "/api/v1/datasets", body }, options);
  }

  /**
   * List datasets. By slug, or, with `q`, those that match it, best first. Partners see published and deprecated datasets, and the retired ones they have had.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.datasets.list()) console.log(item);
   */
  list(params?: DatasetsListParams, options?: CallOptions): Paged<Dataset> {
    return this.transport.paged({ method: "GET", path: "/api/v1/datasets", query: params }, options);
  }

  /**
   * Read a dataset. With the licence and the attribution of its source. A draft is there for operators only.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.datasets.retrieve("nse-kenya"));
   */
  retrieve(slug: string, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}` }, options);
  }

  /**
   * Change a dataset. Fields that are not given stay as they are. A new definition holds from the next version on, and each version keeps its own. A new price is for new subscriptions.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.datasets.update("nse-kenya", { title: "Nairobi Securities Exchange, daily prices" }));
   */
  update(slug: string, body: DatasetChanges, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "PATCH", path: path`/api/v1/datasets/${slug}`, body }, options);
  }

  /**
   * Read the schema of a dataset. Columns with types, units and checks, key, time and rules of the current version.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.datasets.schema("nse-kenya"));
   */
  schema(slug: string, options?: CallOptions): Promise<DatasetSchema> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/schema` }, options);
  }

  /**
   * Read the licenses of a dataset. What each tier allows and costs.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.datasets.licenses("nse-kenya"));
   */
  licenses(slug: string, options?: CallOptions): Promise<LicenseList> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/licenses` }, options);
  }

  /**
   * Set the license of a tier. Limits and features hold for its subscribers from the next request; the price is for new subscriptions.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.datasets.setLicense("nse-kenya", "free", { per_minute: 60, per_day: 10000, per_month: 100000, features: ["query"], price_multiplier: 0.5 }));
   */
  setLicense(slug: string, tier: string, body: LicenseTerms, options?: CallOptions): Promise<License> {
    return this.transport.json({ method: "PUT", path: path`/api/v1/datasets/${slug}/licenses/${tier}`, body }, options);
  }

  /**
   * Set what the operations of a dataset take from the limits. From the next request on, a call takes so many units of every limit of a day or month: of its license, its plan and its key. What was used, and what an export reserved, stays. Limits of minutes count calls, and prices know no weights.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.datasets.setWeights("nse-kenya", { query: 3, export: 10 }));
   */
  setWeights(slug: string, body: NewWeights, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "PUT", path: path`/api/v1/datasets/${slug}/weights`, body }, options);
  }

  /**
   * Deprecate a dataset. Announces its end. It is served as ever, and each answer about it carries `Deprecation`, `Sunset`, a link to the successor and `WizData-Notice`. New subscriptions are refused. Deprecating again replaces date, successor and note.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, transition_not_allowed, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.deprecate("nse-kenya", { sunset_at: "2027-01-01T00:00:00Z" }));
   */
  deprecate(slug: string, body: NewDeprecation = {}, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/deprecate`, body }, options);
  }

  /**
   * Retire a dataset. From the next request on its rows and new exports are 410 `dataset_retired`. Exports that are ready stay, and so do subscriptions, which give nothing until the dataset is restored or they are canceled. Before the announced end it takes `early`.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, transition_not_allowed, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.retire("nse-kenya", { successor: "nse-kenya-2" }));
   */
  retire(slug: string, body: Retirement = {}, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/retire`, body }, options);
  }

  /**
   * Restore a dataset. A deprecated or retired dataset is published again, with all its versions and subscriptions.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} not_found, transition_not_allowed, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.restore("nse-kenya"));
   */
  restore(slug: string, options?: CallOptions): Promise<Dataset> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/restore` }, options);
  }

  /**
   * Publish a version. The body is the file: CSV with a header, NDJSON with one object a line, or Parquet, with the definition's columns in any order; plain, or packed with gzip or zstd. It is refused whole, with its first faults, or it becomes the current version. By `mode` it is the whole version or changes to the current one, whose parts without a change the new version shares. The same rows as the current version make no new one, in whatever form they come, and then a note is not taken over. A file that came in parts is published by its id, as JSON.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, publish_in_progress, mode_not_possible, schema_contract, transition_not_allowed, conflict, upload_incomplete, idempotency_in_progress, payload_too_large, unsupported_media_type, faulty_upload, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.publish("nse-kenya", await openAsBlob("nse-kenya.csv.gz")));
   */
  publish(slug: string, upload: Upload, params?: DatasetsPublishParams, options?: CallOptions): Promise<Publication> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/versions`, query: params, upload, contentType: "text/csv" }, options);
  }

  /**
   * List the versions of a dataset. Newest first.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.datasets.versions("nse-kenya")) console.log(item);
   */
  versions(slug: string, params?: DatasetsVersionsParams, options?: CallOptions): Paged<Version> {
    return this.transport.paged({ method: "GET", path: path`/api/v1/datasets/${slug}/versions`, query: params }, options);
  }

  /**
   * Read a version. With the report of its publishing.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.datasets.version("nse-kenya", 3));
   */
  version(slug: string, number: number, options?: CallOptions): Promise<VersionDetail> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/versions/${number}` }, options);
  }

  /**
   * Change the note of a version. All else of a version never changes.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.datasets.updateVersion("nse-kenya", 3, { note: "Adds the fourth quarter of 2025" }));
   */
  updateVersion(slug: string, number: number, body: VersionChanges, options?: CallOptions): Promise<VersionDetail> {
    return this.transport.json({ method: "PATCH", path: path`/api/v1/datasets/${slug}/versions/${number}`, body }, options);
  }

  /**
   * Roll back to a version. Makes an earlier version current again, as a new version of the same parts: nothing is copied, and the versions between stay. Where the current version has the same rows and columns, it stays the current one.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, schema_contract, publish_in_progress, transition_not_allowed, idempotency_in_progress, version_retracted, version_removed, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.rollback("nse-kenya", 3, { note: "Adds the fourth quarter of 2025" }));
   */
  rollback(slug: string, number: number, body: Rollback = {}, options?: CallOptions): Promise<Publication> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/versions/${number}/rollback`, body }, options);
  }

  /**
   * Release a held version. Makes a version current that was held because it is below a floor of the dataset, as long as the version it was made from still is the current one. `as_of` finds it from then on.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, publish_in_progress, transition_not_allowed, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.release("nse-kenya", 3, { note: "Adds the fourth quarter of 2025" }));
   */
  release(slug: string, number: number, body: VersionRelease = {}, options?: CallOptions): Promise<VersionDetail> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/versions/${number}/release`, body }, options);
  }

  /**
   * Reject a held version. Discards it: partners never see that it was there, and parts that no other version has are deleted.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.reject("nse-kenya", 3, { reason: "Adds the fourth quarter of 2025" }));
   */
  reject(slug: string, number: number, body: VersionRejection = {}, options?: CallOptions): Promise<VersionDetail> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/versions/${number}/reject`, body }, options);
  }

  /**
   * Retract a version. Withdraws it for good. From the next request on whatever reads it is 410 `version_retracted` with the reason: pages, cursors, `as_of` where it was the current one then, new exports, changes, and the files and links of exports that are ready; exports under way fail and cost nothing. The current version is withdrawn together with a roll back only, in one step.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, schema_contract, publish_in_progress, transition_not_allowed, idempotency_in_progress, version_retracted, version_removed, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.retract("nse-kenya", 3, { reason: "Prices of March are in the wrong currency" }));
   */
  retract(slug: string, number: number, body: WantedRetraction, options?: CallOptions): Promise<Retraction> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/versions/${number}/retract`, body }, options);
  }

  /**
   * Read the quality of a dataset. Of the current version: each measure with its numerator, its denominator and a sentence that says what was counted. Timeliness is told anew with each answer.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found, no_version_published
   * @example console.log(await wizdata.datasets.quality("nse-kenya"));
   */
  quality(slug: string, options?: CallOptions): Promise<Quality> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/quality` }, options);
  }

  /**
   * List the quality of the versions of a dataset. Newest first: the scores of each version, timeliness as it was when the version became current, and its drift against the published version before in rows, empty cells and range of time.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.datasets.qualityHistory("nse-kenya")) console.log(item);
   */
  qualityHistory(slug: string, params?: DatasetsQualityHistoryParams, options?: CallOptions): Paged<QualityOfVersion> {
    return this.transport.paged({ method: "GET", path: path`/api/v1/datasets/${slug}/quality/history`, query: params }, options);
  }

  /**
   * Read the quality of a version. As it is for the current version, so that versions can be compared.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found, no_version_published
   * @example console.log(await wizdata.datasets.versionQuality("nse-kenya", 3));
   */
  versionQuality(slug: string, number: number, options?: CallOptions): Promise<Quality> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/versions/${number}/quality` }, options);
  }

  /**
   * Read ready code for a dataset. Its endpoints, and code for curl, the SDK and the CLI that queries and exports rows which are there: the example's values are those of the newest rows. The key is never in it.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found, no_version_published, dataset_retired
   * @example console.log(await wizdata.datasets.snippets("nse-kenya"));
   */
  snippets(slug: string, options?: CallOptions): Promise<DatasetSnippets> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/snippets` }, options);
  }

  /**
   * Subscribe a partner to a dataset. The right begins with the partner's next request, and the price of this moment is recorded. A partner has at most one live subscription to a dataset. A partner's own key may do this where its operator lets it.
   *
   * For operator and partner keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} invalid_json, not_self_service, terms_not_accepted, not_found, no_version_published, already_subscribed, dataset_deprecated, idempotency_in_progress, dataset_retired, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.datasets.subscribe("nse-kenya", { tier: "free" }));
   */
  subscribe(slug: string, body: NewSubscription, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/subscribe`, body }, options);
  }
}

/** `wizdata.estimates`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class EstimatesResource extends Resource {
  /**
   * Estimate a query or an export. The rows, bytes and files that it would come to, before it is ordered. It takes one call of the minute and no quota, and nothing is stored.
   *
   * For partner keys with the scope `data:read`.
   *
   * @throws {@link APIError} invalid_json, subscription_required, feature_not_licensed, terms_not_accepted, not_found, no_version_published, dataset_retired, version_retracted, version_removed, payload_too_large, unsupported_media_type, query_too_broad
   * @example console.log(await wizdata.estimates.create({ dataset: "nse-kenya" }));
   */
  create(body: NewEstimate, options?: CallOptions): Promise<Estimate> {
    return this.transport.json({ method: "POST", path: "/api/v1/estimates", body }, options);
  }
}

/** `wizdata.exports`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class ExportsResource extends Resource {
  /**
   * Order an export. Queues a job that writes the rows of a query, all of them, into files. Its units are reserved now and used when it is ready; a job that fails or is canceled costs nothing. Downloads are free.
   *
   * For partner keys with the scope `exports:write`.
   *
   * @throws {@link APIError} invalid_json, subscription_required, feature_not_licensed, policy_unfit, terms_not_accepted, not_found, no_version_published, too_many, export_room_full, idempotency_in_progress, dataset_retired, version_retracted, version_removed, payload_too_large, unsupported_media_type, too_many_rows, query_too_broad, idempotency_key_reused, quota_exceeded, spending_limit_reached, storage_full
   * @example console.log(await wizdata.exports.create({ dataset: "nse-kenya", format: "csv" }));
   */
  create(body: NewExport, options?: CallOptions): Promise<Export> {
    return this.transport.json({ method: "POST", path: "/api/v1/exports", body, metered: body.dataset }, options);
  }

  /**
   * List exports. Oldest first. A partner's key sees its own company's exports only.
   *
   * For operator and partner keys with the scope `exports:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.exports.list()) console.log(item);
   */
  list(params?: ExportsListParams, options?: CallOptions): Paged<Export> {
    return this.transport.paged({ method: "GET", path: "/api/v1/exports", query: params }, options);
  }

  /**
   * Read an export. With its progress. `wait_seconds` holds the answer back until the status changes, so that waiting needs no polling.
   *
   * For operator and partner keys with the scope `exports:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.exports.retrieve("exp_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, params?: ExportsRetrieveParams, options?: CallOptions): Promise<Export> {
    return this.transport.json({ method: "GET", path: path`/api/v1/exports/${id}`, query: params }, options);
  }

  /**
   * Delete an export's files. Before its time is over, which makes room for others. It is expired from then on, and its links lead nowhere. What it cost stays.
   *
   * For operator and partner keys with the scope `exports:write`.
   *
   * @throws {@link APIError} not_found, conflict, storage_full
   * @example console.log(await wizdata.exports.delete("exp_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  delete(id: string, options?: CallOptions): Promise<Export> {
    return this.transport.json({ method: "DELETE", path: path`/api/v1/exports/${id}` }, options);
  }

  /**
   * Cancel an export. While it is queued or running. What it reserved is given back.
   *
   * For operator and partner keys with the scope `exports:write`.
   *
   * @throws {@link APIError} not_found, conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.exports.cancel("exp_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  cancel(id: string, options?: CallOptions): Promise<Export> {
    return this.transport.json({ method: "POST", path: path`/api/v1/exports/${id}/cancel` }, options);
  }

  /**
   * Keep an export's files for longer. Until 30 days from now, while its version exists, at no cost: the same bytes under the same names.
   *
   * For operator and partner keys with the scope `exports:write`.
   *
   * @throws {@link APIError} not_found, export_not_ready, idempotency_in_progress, export_expired, version_retracted, version_removed, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.exports.renew("exp_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  renew(id: string, options?: CallOptions): Promise<Export> {
    return this.transport.json({ method: "POST", path: path`/api/v1/exports/${id}/renew` }, options);
  }

  /**
   * Read an export's manifest. The files with their sizes and hashes, what is in them and where it comes from, signed with Ed25519. The text that was signed is in it as it is, so that it can be checked, and kept, without writing it anew.
   *
   * For operator and partner keys with the scope `exports:read`.
   *
   * @throws {@link APIError} not_found, export_not_ready, export_expired, version_retracted
   * @example console.log(await wizdata.exports.manifest("exp_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  manifest(id: string, options?: CallOptions): Promise<Manifest> {
    return this.transport.json({ method: "GET", path: path`/api/v1/exports/${id}/manifest` }, options);
  }

  /**
   * Download a file of an export. The same bytes as long as the export lives, as often as wanted, at no cost. `ETag` and `Repr-Digest` carry the SHA-256 of the whole. One `Range` of bytes gives a part; several give the whole. With `If-Range: <the ETag>` a part comes only of the same file, else the whole.
   *
   * For operator and partner keys with the scope `exports:read`.
   *
   * @throws {@link APIError} not_found, export_not_ready, export_expired, version_retracted, precondition_failed, range_not_satisfiable
   * @example console.log(await wizdata.exports.file("exp_01jcz3q8v4k2m6n8p0r2t4w6x8", "nse-kenya-v7.csv"));
   */
  file(id: string, name: string, options?: CallOptions): Promise<Uint8Array> {
    return this.transport.bytes({ method: "GET", path: path`/api/v1/exports/${id}/files/${name}` }, options);
  }

  /**
   * Make links to an export's files. An address for each file that works without a key, for tools which have none, until it expires. It stops at once when the key that made it is revoked or ends, its partner is suspended, or the export expires; an allowlist of that key holds for it too. GET and HEAD work as on `exports.file`, ranges included, at no cost.
   *
   * For operator and partner keys with the scope `exports:read`.
   *
   * @throws {@link APIError} invalid_json, not_found, export_not_ready, idempotency_in_progress, export_expired, version_retracted, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.exports.links("exp_01jcz3q8v4k2m6n8p0r2t4w6x8", { expires_in_seconds: 900 }));
   */
  links(id: string, body: NewLinks = {}, options?: CallOptions): Promise<Links> {
    return this.transport.json({ method: "POST", path: path`/api/v1/exports/${id}/links`, body }, options);
  }
}

/** `wizdata.keys`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class KeysResource extends Resource {
  /**
   * Create a key for a partner. The secret is in this answer and nowhere else. A partner's own key may create keys with its own scopes or fewer, within its own caps and allowlist, which are the default, and of no longer life.
   *
   * For operator and partner keys with the scope `keys:write`.
   *
   * @throws {@link APIError} invalid_json, beyond_own_rights, not_found, too_many, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.keys.create("par_01jcz3q8v4k2m6n8p0r2t4w6x8", { name: "nightly pull" }));
   */
  create(partnerId: string, body: NewKey, options?: CallOptions): Promise<NewKeySecret> {
    return this.transport.json({ method: "POST", path: path`/api/v1/partners/${partnerId}/keys`, body }, options);
  }

  /**
   * List a partner's keys. Oldest first, those that no longer work too, unless filtered by status.
   *
   * For operator and partner keys with the scope `keys:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.keys.list("par_01jcz3q8v4k2m6n8p0r2t4w6x8")) console.log(item);
   */
  list(partnerId: string, params?: KeysListParams, options?: CallOptions): Paged<Key> {
    return this.transport.paged({ method: "GET", path: path`/api/v1/partners/${partnerId}/keys`, query: params }, options);
  }

  /**
   * Read a key. Never its secret. While a rotation's overlap lasts, `predecessor` tells when and from where the old key was last used.
   *
   * For operator and partner keys with the scope `keys:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.keys.retrieve("key_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, options?: CallOptions): Promise<Key> {
    return this.transport.json({ method: "GET", path: path`/api/v1/keys/${id}` }, options);
  }

  /**
   * Change a key. Its name, scopes, allowlist and caps belong to the lineage: a key and its replacement share them, from the next request on. A key gives another no more than it has itself, and does not lock itself out unless `force` is given.
   *
   * For operator and partner keys with the scope `keys:write`.
   *
   * @throws {@link APIError} invalid_json, beyond_own_rights, not_found, would_lock_out, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.keys.update("key_01jcz3q8v4k2m6n8p0r2t4w6x8", { allowlist: ["196.25.1.0/24"] }));
   */
  update(id: string, body: KeyChanges, options?: CallOptions): Promise<Key> {
    return this.transport.json({ method: "PATCH", path: path`/api/v1/keys/${id}`, body }, options);
  }

  /**
   * Rotate a key. Gives the lineage a new secret. The old one works until the overlap ends, never beyond its own expiry. Counters, caps, allowlist and scopes do not change.
   *
   * For operator and partner keys with the scope `keys:write`.
   *
   * @throws {@link APIError} invalid_json, beyond_own_rights, not_found, key_not_rotatable, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.keys.rotate("key_01jcz3q8v4k2m6n8p0r2t4w6x8", { overlap_seconds: 3600 }));
   */
  rotate(id: string, body: Rotation = {}, options?: CallOptions): Promise<NewKeySecret> {
    return this.transport.json({ method: "POST", path: path`/api/v1/keys/${id}/rotate`, body }, options);
  }

  /**
   * End a rotation's overlap now. Takes the id of the old key or of its replacement; the old one is refused from the next request.
   *
   * For operator and partner keys with the scope `keys:write`.
   *
   * @throws {@link APIError} not_found, no_overlap, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.keys.retire("key_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retire(id: string, options?: CallOptions): Promise<Key> {
    return this.transport.json({ method: "POST", path: path`/api/v1/keys/${id}/retire` }, options);
  }

  /**
   * Revoke a key. It is refused from the next request, for good. Revoking the newest key of a lineage ends its predecessor too.
   *
   * For operator and partner keys with the scope `keys:write`.
   *
   * @throws {@link APIError} not_found, conflict, last_operator_key, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.keys.revoke("key_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  revoke(id: string, options?: CallOptions): Promise<Key> {
    return this.transport.json({ method: "POST", path: path`/api/v1/keys/${id}/revoke` }, options);
  }

  /**
   * See where wrong keys come from. The hundred sources of most refused keys in the last minute: unknown, ended, or used from outside their allowlist. A source over the limit waits; keys that are in use are not touched by it. Each instance counts for itself.
   *
   * For operator keys with the scope `operators:read`.
   *
   * @example console.log(await wizdata.keys.failures());
   */
  failures(options?: CallOptions): Promise<KeyFailures> {
    return this.transport.json({ method: "GET", path: "/api/v1/failed-keys" }, options);
  }
}

/** `wizdata.ledger`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class LedgerResource extends Resource {
  /**
   * Rotate the key that signs the ledger. Another key signs from now on. What older ones signed stays proven: all public keys are told for ever, at `/.well-known/wizdata-keys.json`.
   *
   * For operator keys with the scope `operators:write`.
   *
   * @throws {@link APIError} conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.ledger.rotateKey());
   */
  rotateKey(options?: CallOptions): Promise<SigningKey> {
    return this.transport.json({ method: "POST", path: "/api/v1/ledger/keys/rotate" }, options);
  }
}

/** `wizdata.me`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class MeResource extends Resource {
  /**
   * Who am I?. The key that asks, what it may do, and whose it is. Every valid key may ask.
   *
   * For operator and partner keys.
   *
   * @example console.log(await wizdata.me.retrieve());
   */
  retrieve(options?: CallOptions): Promise<Me> {
    return this.transport.json({ method: "GET", path: "/api/v1/me" }, options);
  }
}

/** `wizdata.operatorKeys`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class OperatorKeysResource extends Resource {
  /**
   * Create an operator key. With the scopes given, at most those of the key that creates it.
   *
   * For operator keys with the scope `operators:write`.
   *
   * @throws {@link APIError} invalid_json, beyond_own_rights, too_many, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.operatorKeys.create({ name: "nightly pull" }));
   */
  create(body: NewOperatorKey, options?: CallOptions): Promise<NewKeySecret> {
    return this.transport.json({ method: "POST", path: "/api/v1/operator-keys", body }, options);
  }

  /**
   * List operator keys. Oldest first.
   *
   * For operator keys with the scope `operators:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.operatorKeys.list()) console.log(item);
   */
  list(params?: OperatorKeysListParams, options?: CallOptions): Paged<Key> {
    return this.transport.paged({ method: "GET", path: "/api/v1/operator-keys", query: params }, options);
  }
}

/** `wizdata.partners`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class PartnersResource extends Resource {
  /**
   * Onboard a partner company. The partner is active at once. Its e-mail address is unique on the platform.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} invalid_json, already_exists, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.partners.create({ company: "Baobab Capital", email: "data@baobab.example" }));
   */
  create(body: NewPartner, options?: CallOptions): Promise<Partner> {
    return this.transport.json({ method: "POST", path: "/api/v1/partners", body }, options);
  }

  /**
   * List partners. Oldest first. A partner's key sees its own company only.
   *
   * For operator and partner keys with the scope `partners:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.partners.list()) console.log(item);
   */
  list(params?: PartnersListParams, options?: CallOptions): Paged<Partner> {
    return this.transport.paged({ method: "GET", path: "/api/v1/partners", query: params }, options);
  }

  /**
   * Read a partner. A partner's key may read its own company.
   *
   * For operator and partner keys with the scope `partners:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.partners.retrieve("par_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, options?: CallOptions): Promise<Partner> {
    return this.transport.json({ method: "GET", path: path`/api/v1/partners/${id}` }, options);
  }

  /**
   * Change a partner. Fields that are not given stay as they are. Limits of a new plan apply from the next request; a new time zone from the next month, shown as `time_zone_next` until then, or at once for a partner that never had a subscription.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, already_exists, conflict, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.partners.update("par_01jcz3q8v4k2m6n8p0r2t4w6x8", { company: "Baobab Capital" }));
   */
  update(id: string, body: PartnerChanges, options?: CallOptions): Promise<Partner> {
    return this.transport.json({ method: "PATCH", path: path`/api/v1/partners/${id}`, body }, options);
  }

  /**
   * Suspend a partner. Every key of the partner is refused from the next request. Nothing is deleted.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} not_found, conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.partners.suspend("par_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  suspend(id: string, options?: CallOptions): Promise<Partner> {
    return this.transport.json({ method: "POST", path: path`/api/v1/partners/${id}/suspend` }, options);
  }

  /**
   * Reactivate a suspended partner. Its keys and subscriptions work again as they did before.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} not_found, conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.partners.reactivate("par_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  reactivate(id: string, options?: CallOptions): Promise<Partner> {
    return this.transport.json({ method: "POST", path: path`/api/v1/partners/${id}/reactivate` }, options);
  }

  /**
   * See how far a partner is. From the company to its first call, each step with its time. Facts are read from what happened; the others an operator has stated. A partner's key sees its own.
   *
   * For operator and partner keys with the scope `partners:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.partners.onboarding("par_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  onboarding(id: string, options?: CallOptions): Promise<Onboarding> {
    return this.transport.json({ method: "GET", path: path`/api/v1/partners/${id}/onboarding` }, options);
  }

  /**
   * State that a step is done. With a note that says how one knows. Only for steps that no fact proves.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.partners.completeStep("par_01jcz3q8v4k2m6n8p0r2t4w6x8", "company", { note: "Signed by both, contract 2026-114" }));
   */
  completeStep(id: string, step: string, body: StepDone, options?: CallOptions): Promise<Onboarding> {
    return this.transport.json({ method: "POST", path: path`/api/v1/partners/${id}/onboarding/${step}`, body }, options);
  }

  /**
   * Take back that a step is done. For what was stated by mistake or no longer holds. The audit trail keeps both.
   *
   * For operator keys with the scope `partners:write`.
   *
   * @throws {@link APIError} not_found, conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.partners.reopenStep("par_01jcz3q8v4k2m6n8p0r2t4w6x8", "company"));
   */
  reopenStep(id: string, step: string, options?: CallOptions): Promise<Onboarding> {
    return this.transport.json({ method: "POST", path: path`/api/v1/partners/${id}/onboarding/${step}/reopen` }, options);
  }
}

/** `wizdata.subscriptions`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class SubscriptionsResource extends Resource {
  /**
   * List subscriptions. Oldest first. A partner's key sees its own.
   *
   * For operator and partner keys with the scope `subscriptions:read`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.subscriptions.list()) console.log(item);
   */
  list(params?: SubscriptionsListParams, options?: CallOptions): Paged<Subscription> {
    return this.transport.paged({ method: "GET", path: "/api/v1/subscriptions", query: params }, options);
  }

  /**
   * Read a subscription. With its recorded price and the period under way.
   *
   * For operator and partner keys with the scope `subscriptions:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.subscriptions.retrieve("sub_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "GET", path: path`/api/v1/subscriptions/${id}` }, options);
  }

  /**
   * Change a subscription's tier or billing. A higher tier begins at once; anything else when the period under way ends, and is shown as `pending_change` until then. The price of this moment is recorded. What was used stays used, and what is used from the change on is charged at the new prices. Another change takes the place of a pending one.
   *
   * For operator and partner keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} invalid_json, not_self_service, not_found, conflict, idempotency_in_progress, dataset_retired, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.subscriptions.change("sub_01jcz3q8v4k2m6n8p0r2t4w6x8", { tier: "enterprise" }));
   */
  change(id: string, body: SubscriptionChange = {}, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "POST", path: path`/api/v1/subscriptions/${id}/change`, body }, options);
  }

  /**
   * Cancel a subscription. It ends now, so that the partner's next request to the dataset is refused, or to the second when the period under way ends; until then it is live, and its end can be withdrawn. A change that is pending is withdrawn with it.
   *
   * For operator and partner keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} invalid_json, not_self_service, not_found, conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.subscriptions.cancel("sub_01jcz3q8v4k2m6n8p0r2t4w6x8", { when: "now" }));
   */
  cancel(id: string, body: Cancellation = {}, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "POST", path: path`/api/v1/subscriptions/${id}/cancel`, body }, options);
  }

  /**
   * Withdraw a pending change or end. The subscription goes on as it is, as if nothing had been ordered for the end of the period.
   *
   * For operator and partner keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} not_self_service, not_found, conflict, idempotency_in_progress, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.subscriptions.resume("sub_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  resume(id: string, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "POST", path: path`/api/v1/subscriptions/${id}/resume` }, options);
  }

  /**
   * Override limits of a subscription. They hold in place of the tier's from the next request on until `until`, higher or lower, whatever the tier becomes meanwhile, and take the place of an override that is there. What was used stays used. The partner sees them, with the reason, in its limits.
   *
   * For operator keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.subscriptions.overrideLimits("sub_01jcz3q8v4k2m6n8p0r2t4w6x8", { per_day: 50000, reason: "Backfill of 2025, agreed on 3 March", until: "2030-12-31T00:00:00Z" }));
   */
  overrideLimits(id: string, body: NewLimitsOverride, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "PUT", path: path`/api/v1/subscriptions/${id}/limits`, body }, options);
  }

  /**
   * Restore the limits of a subscription's tier. They hold again from the next request on. Where nothing is overridden, nothing changes.
   *
   * For operator keys with the scope `subscriptions:write`.
   *
   * @throws {@link APIError} not_found, conflict, storage_full
   * @example console.log(await wizdata.subscriptions.restoreLimits("sub_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  restoreLimits(id: string, options?: CallOptions): Promise<Subscription> {
    return this.transport.json({ method: "DELETE", path: path`/api/v1/subscriptions/${id}/limits` }, options);
  }
}

/** `wizdata.terms`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class TermsResource extends Resource {
  /**
   * Set the terms of a dataset. A new version, which never changes. Whoever subscribes from now on accepts it first; who has the dataset already needs it from `required_from` on.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, already_exists, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.terms.set("nse-kenya", { text: "1. You may …" }));
   */
  set(slug: string, body: NewTerms = {}, options?: CallOptions): Promise<TermsDetail> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/terms`, body }, options);
  }

  /**
   * List the terms of a dataset. All versions without their texts, newest first, each with the asking partner's acceptance. Without terms it is empty.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.terms.list("nse-kenya")) console.log(item);
   */
  list(slug: string, params?: TermsListParams, options?: CallOptions): Paged<Terms> {
    return this.transport.paged({ method: "GET", path: path`/api/v1/datasets/${slug}/terms`, query: params }, options);
  }

  /**
   * Read a version of the terms. With its text, or where that is.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.terms.retrieve("nse-kenya", 2));
   */
  retrieve(slug: string, version: number, options?: CallOptions): Promise<TermsDetail> {
    return this.transport.json({ method: "GET", path: path`/api/v1/datasets/${slug}/terms/${version}` }, options);
  }

  /**
   * Accept a version of the terms. For the company of the key; an operator accepts for `partner_id` and says in `note` how it knows. What is recorded stays: version and hash of the text, who, when, and the request. Accepting again answers with the first acceptance. A version stands for those before it.
   *
   * For operator and partner keys with the scope `terms:accept`.
   *
   * @throws {@link APIError} invalid_json, not_found, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.terms.accept("nse-kenya", 2, { partner_id: "…" }));
   */
  accept(slug: string, version: number, body: NewAcceptance = {}, options?: CallOptions): Promise<Acceptance> {
    return this.transport.json({ method: "POST", path: path`/api/v1/datasets/${slug}/terms/${version}/accept`, body }, options);
  }

  /**
   * List who has accepted the terms of a dataset. Oldest first. A partner's key sees its own.
   *
   * For operator and partner keys with the scope `datasets:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.terms.acceptances("nse-kenya")) console.log(item);
   */
  acceptances(slug: string, params?: TermsAcceptancesParams, options?: CallOptions): Paged<Acceptance> {
    return this.transport.paged({ method: "GET", path: path`/api/v1/datasets/${slug}/acceptances`, query: params }, options);
  }
}

/** `wizdata.uploads`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class UploadsResource extends Resource {
  /**
   * Begin an upload in parts. Its parts are sent one by one, in any order and several at a time, so that a connection that is cut costs one part. Then it is published by its id with `POST /datasets/{slug}/versions`. One that gets no part for a day is removed.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, too_many, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.uploads.create({ dataset: "nse-kenya" }));
   */
  create(body: NewUpload, options?: CallOptions): Promise<FileUpload> {
    return this.transport.json({ method: "POST", path: "/api/v1/uploads", body }, options);
  }

  /**
   * List uploads. Oldest first, without those that have expired.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} invalid_cursor
   * @example for await (const item of wizdata.uploads.list()) console.log(item);
   */
  list(params?: UploadsListParams, options?: CallOptions): Paged<FileUpload> {
    return this.transport.paged({ method: "GET", path: "/api/v1/uploads", query: params }, options);
  }

  /**
   * Read an upload. With the parts that were received, so that whoever was cut off knows which to send.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.uploads.retrieve("upl_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  retrieve(id: string, options?: CallOptions): Promise<FileUploadDetail> {
    return this.transport.json({ method: "GET", path: path`/api/v1/uploads/${id}` }, options);
  }

  /**
   * Abort an upload. What was received of it is removed.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} not_found, conflict, storage_full
   * @example console.log(await wizdata.uploads.abort("upl_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  abort(id: string, options?: CallOptions): Promise<FileUpload> {
    return this.transport.json({ method: "DELETE", path: path`/api/v1/uploads/${id}` }, options);
  }

  /**
   * Send a part of an upload. The body is the part's bytes, and the header `Content-Digest: sha-256=:<base64>:` (RFC 9530) their SHA-256. The answer comes once they are on the disk. The same part again changes nothing, another one takes its place.
   *
   * For operator keys with the scope `datasets:write`.
   *
   * @throws {@link APIError} digest_mismatch, invalid_json, not_found, conflict, payload_too_large, unsupported_media_type, storage_full
   * @example console.log(await wizdata.uploads.sendPart("upl_01jcz3q8v4k2m6n8p0r2t4w6x8", 1, await openAsBlob("nse-kenya.csv.gz")));
   */
  sendPart(id: string, number: number, upload: Upload, options?: CallOptions): Promise<UploadPart> {
    return this.transport.json({ method: "PUT", path: path`/api/v1/uploads/${id}/parts/${number}`, upload, contentType: "application/octet-stream" }, options);
  }
}

/** `wizdata.usage`. Every method may also throw: invalid_request, unauthenticated, insufficient_scope, forbidden, partner_suspended, rate_limited, internal, unavailable. */
export class UsageResource extends Resource {
  /**
   * Explain a metered request. By its `Request-Id` or its receipt: who asked for what, which limits were seen at that moment, why it was let through, what it cost and how that is computed, and what proves it in the ledger.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.usage.explain("req_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  explain(request_id: string, options?: CallOptions): Promise<UsageExplanation> {
    return this.transport.json({ method: "GET", path: path`/api/v1/usage/requests/${request_id}` }, options);
  }

  /**
   * Reconcile usage. Holds usage events, rollups, months, counters and ledger against each other, per key and day, to the unit, as they stood at one moment: what is being written meanwhile is in none of them. It reads every event, in small steps beside the work, so it takes its time: one runs after the other.
   *
   * For operator keys with the scope `usage:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.usage.reconciliation());
   */
  reconciliation(params?: UsageReconciliationParams, options?: CallOptions): Promise<Reconciliation> {
    return this.transport.json({ method: "GET", path: "/api/v1/usage/reconciliation", query: params }, options);
  }

  /**
   * Compare receipts. Holds lines of an access log against the usage events: each has one, with the same partner, key, rows and bytes. With `between` it also names the answers in between that have no line. It changes nothing.
   *
   * For operator keys with the scope `usage:read`.
   *
   * @throws {@link APIError} invalid_json, payload_too_large, unsupported_media_type
   * @example console.log(await wizdata.usage.receipts({ receipts: [{ receipt: "use_01jcz3q8v4k2m6n8p0r2t4w6x8", partner_id: "par_01jcz3q8v4k2m6n8p0r2t4w6x8", key_id: "key_01jcz3q8v4k2m6n8p0r2t4w6x8", rows: 1, bytes: 1 }] }));
   */
  receipts(body: ReceiptsQuestion, options?: CallOptions): Promise<ReceiptsAnswer> {
    return this.transport.json({ method: "POST", path: "/api/v1/usage/receipts", body }, options);
  }

  /**
   * Report usage. Every answer is in it as soon as it is given. Days are those of the partner's time zone. As CSV with `Accept: text/csv` or `?format=csv`: the same figures, without totals.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.usage.report());
   */
  report(params?: UsageReportParams, options?: CallOptions): Promise<UsageReport> {
    return this.transport.json({ method: "GET", path: "/api/v1/usage", query: params }, options);
  }

  /** As `report`, in CSV. */
  reportCsv(params?: UsageReportParams, options?: CallOptions): Promise<string> {
    return this.transport.text({ method: "GET", path: "/api/v1/usage", query: params, accept: "text/csv" }, options);
  }

  /**
   * Read the limits as they stand. What is used, reserved and left of each limit, and when it resets. Minutes are those of the process that answers.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.usage.limits());
   */
  limits(params?: UsageLimitsParams, options?: CallOptions): Promise<Limits> {
    return this.transport.json({ method: "GET", path: "/api/v1/usage/limits", query: params }, options);
  }

  /**
   * Read a usage event. By the id that a metered answer carries as `WizData-Receipt`.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} not_found
   * @example console.log(await wizdata.usage.event("use_01jcz3q8v4k2m6n8p0r2t4w6x8"));
   */
  event(eventId: string, options?: CallOptions): Promise<UsageEvent> {
    return this.transport.json({ method: "GET", path: path`/api/v1/usage/events/${eventId}` }, options);
  }

  /**
   * Read the signed ledger of a day. A partner's usage events of a UTC day, each with what proves that it is in what the platform signed when the day was over: without trust, without any other event, and without a word about other partners. The command `usage verify` checks it offline.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found, ledger_not_signed, ledger_not_readable
   * @example for await (const item of wizdata.usage.ledger({ day: "2026-03-10" })) console.log(item);
   */
  ledger(params: UsageLedgerParams, options?: CallOptions): Paged<UsageLedger["data"][number], UsageLedger> {
    return this.transport.paged({ method: "GET", path: "/api/v1/usage/ledger", query: params }, options);
  }

  /**
   * List usage events. Oldest first, each with what it cost; reversals are events of their own, with negative figures and `corrects`. An operator may name a partner, or see everybody's. An answer is listed by when it was begun, so events of the last seconds may still come before those that a page ended with.
   *
   * For operator and partner keys with the scope `usage:read`.
   *
   * @throws {@link APIError} invalid_cursor, not_found
   * @example for await (const item of wizdata.usage.events()) console.log(item);
   */
  events(params?: UsageEventsParams, options?: CallOptions): Paged<UsageEvent> {
    return this.transport.paged({ method: "GET", path: "/api/v1/usage/events", query: params }, options);
  }

  /**
   * Report usage that was measured elsewhere. All of it is stored in one commit, or nothing. By partner, source and id each is counted once, for ever: the same content again changes nothing, other content is refused. It counts in limits but is refused by none, since it has been used.
   *
   * For operator keys with the scope `usage:write`.
   *
   * @throws {@link APIError} invalid_json, usage_conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.usage.record({ events: [{ source: "edge-1", id: "2026-03-10T09:30:00Z/4711", key_id: "key_01jcz3q8v4k2m6n8p0r2t4w6x8", dataset: "…", operation: "query", rows: 1, bytes: 1 }] }));
   */
  record(body: NewReportedUsage, options?: CallOptions): Promise<ReportedUsageResult> {
    return this.transport.json({ method: "POST", path: "/api/v1/usage/events", body }, options);
  }

  /**
   * Take a usage event back. By a new event that is its negative, in the same day and billing period; nothing is edited. Its units go back to the limits they were taken from. An event of a month that is in an archive is taken back in the same way.
   *
   * For operator keys with the scope `usage:write`.
   *
   * @throws {@link APIError} invalid_json, not_found, conflict, idempotency_in_progress, payload_too_large, unsupported_media_type, idempotency_key_reused, storage_full
   * @example console.log(await wizdata.usage.reverse("use_01jcz3q8v4k2m6n8p0r2t4w6x8", { reason: "Served from a faulty mirror" }));
   */
  reverse(eventId: string, body: NewReversal, options?: CallOptions): Promise<UsageEvent> {
    return this.transport.json({ method: "POST", path: path`/api/v1/usage/events/${eventId}/reverse`, body }, options);
  }

  /**
   * Report the usage of all partners. By whole months, each partner's in its own time zone. It takes as long after a billion answers as after a thousand.
   *
   * For operator keys with the scope `usage:read`.
   *
   * @example console.log(await wizdata.usage.totals());
   */
  totals(params?: UsageTotalsParams, options?: CallOptions): Promise<UsageTotals> {
    return this.transport.json({ method: "GET", path: "/api/v1/usage/totals", query: params }, options);
  }
}

/** Every resource of the contract. */
export class Resources {
  readonly checks: ChecksResource;
  readonly datasets: DatasetsResource;
  readonly estimates: EstimatesResource;
  readonly exports: ExportsResource;
  readonly keys: KeysResource;
  readonly ledger: LedgerResource;
  readonly me: MeResource;
  readonly operatorKeys: OperatorKeysResource;
  readonly partners: PartnersResource;
  readonly subscriptions: SubscriptionsResource;
  readonly terms: TermsResource;
  readonly uploads: UploadsResource;
  readonly usage: UsageResource;

  constructor(transport: Transport) {
    this.checks = new ChecksResource(transport);
    this.datasets = new DatasetsResource(transport);
    this.estimates = new EstimatesResource(transport);
    this.exports = new ExportsResource(transport);
    this.keys = new KeysResource(transport);
    this.ledger = new LedgerResource(transport);
    this.me = new MeResource(transport);
    this.operatorKeys = new OperatorKeysResource(transport);
    this.partners = new PartnersResource(transport);
    this.subscriptions = new SubscriptionsResource(transport);
    this.terms = new TermsResource(transport);
    this.uploads = new UploadsResource(transport);
    this.usage = new UsageResource(transport);
  }
}
