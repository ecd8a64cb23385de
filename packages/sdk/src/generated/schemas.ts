// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.
import type { components } from "./types.ts";

type Schemas = components["schemas"];

export type Acceptance = Schemas["Acceptance"];
export type AcceptancePage = Schemas["AcceptancePage"];
export type BelowFloor = Schemas["BelowFloor"];
export type Billing = Schemas["Billing"];
export type Cadence = Schemas["Cadence"];
export type Cancellation = Schemas["Cancellation"];
export type Caps = Schemas["Caps"];
export type ChangesSummary = Schemas["ChangesSummary"];
export type Check = Schemas["Check"];
export type CheckPage = Schemas["CheckPage"];
export type CheckedInvariant = Schemas["CheckedInvariant"];
export type Column = Schemas["Column"];
export type Dataset = Schemas["Dataset"];
export type DatasetChanges = Schemas["DatasetChanges"];
export type DatasetDeprecation = Schemas["DatasetDeprecation"];
export type DatasetEndpoint = Schemas["DatasetEndpoint"];
export type DatasetPage = Schemas["DatasetPage"];
export type DatasetSchema = Schemas["DatasetSchema"];
export type DatasetSnippets = Schemas["DatasetSnippets"];
export type DatasetSource = Schemas["DatasetSource"];
export type DatasetState = Schemas["DatasetState"];
export type Definition = Schemas["Definition"];
export type Estimate = Schemas["Estimate"];
export type ExplainedEvent = Schemas["ExplainedEvent"];
export type Export = Schemas["Export"];
export type ExportFormat = Schemas["ExportFormat"];
export type ExportPage = Schemas["ExportPage"];
export type ExportStatus = Schemas["ExportStatus"];
export type ExportedQuery = Schemas["ExportedQuery"];
export type Feature = Schemas["Feature"];
export type Figure = Schemas["Figure"];
export type FileCompression = Schemas["FileCompression"];
export type FileFormat = Schemas["FileFormat"];
export type FileUpload = Schemas["FileUpload"];
export type FileUploadDetail = Schemas["FileUploadDetail"];
export type FileUploadPage = Schemas["FileUploadPage"];
export type Key = Schemas["Key"];
export type KeyChanges = Schemas["KeyChanges"];
export type KeyFailures = Schemas["KeyFailures"];
export type KeyPage = Schemas["KeyPage"];
export type KeyStatus = Schemas["KeyStatus"];
export type LastUse = Schemas["LastUse"];
export type LedgerEvent = Schemas["LedgerEvent"];
export type License = Schemas["License"];
export type LicenseList = Schemas["LicenseList"];
export type LicenseTerms = Schemas["LicenseTerms"];
export type Limit = Schemas["Limit"];
export type Limits = Schemas["Limits"];
export type LimitsOverride = Schemas["LimitsOverride"];
export type Links = Schemas["Links"];
export type Manifest = Schemas["Manifest"];
export type ManifestColumn = Schemas["ManifestColumn"];
export type Me = Schemas["Me"];
export type Money = Schemas["Money"];
export type NewAcceptance = Schemas["NewAcceptance"];
export type NewCheck = Schemas["NewCheck"];
export type NewDataset = Schemas["NewDataset"];
export type NewDeprecation = Schemas["NewDeprecation"];
export type NewEstimate = Schemas["NewEstimate"];
export type NewExport = Schemas["NewExport"];
export type NewKey = Schemas["NewKey"];
export type NewKeySecret = Schemas["NewKeySecret"];
export type NewLimitsOverride = Schemas["NewLimitsOverride"];
export type NewLinks = Schemas["NewLinks"];
export type NewOperatorKey = Schemas["NewOperatorKey"];
export type NewPartner = Schemas["NewPartner"];
export type NewPolicy = Schemas["NewPolicy"];
export type NewReportedUsage = Schemas["NewReportedUsage"];
export type NewReversal = Schemas["NewReversal"];
export type NewSelfService = Schemas["NewSelfService"];
export type NewSubscription = Schemas["NewSubscription"];
export type NewTerms = Schemas["NewTerms"];
export type NewUpload = Schemas["NewUpload"];
export type NewWeights = Schemas["NewWeights"];
export type Onboarding = Schemas["Onboarding"];
export type OnboardingStep = Schemas["OnboardingStep"];
export type Partner = Schemas["Partner"];
export type PartnerChanges = Schemas["PartnerChanges"];
export type PartnerPage = Schemas["PartnerPage"];
export type PartnerStatus = Schemas["PartnerStatus"];
export type PendingChange = Schemas["PendingChange"];
export type Period = Schemas["Period"];
export type Policy = Schemas["Policy"];
export type Publication = Schemas["Publication"];
export type PublishUpload = Schemas["PublishUpload"];
export type Quality = Schemas["Quality"];
export type QualityDrift = Schemas["QualityDrift"];
export type QualityFloors = Schemas["QualityFloors"];
export type QualityHistory = Schemas["QualityHistory"];
export type QualityMeasure = Schemas["QualityMeasure"];
export type QualityOfVersion = Schemas["QualityOfVersion"];
export type ReceiptsAnswer = Schemas["ReceiptsAnswer"];
export type ReceiptsQuestion = Schemas["ReceiptsQuestion"];
export type Reconciliation = Schemas["Reconciliation"];
export type Relation = Schemas["Relation"];
export type ReportedUsage = Schemas["ReportedUsage"];
export type ReportedUsageResult = Schemas["ReportedUsageResult"];
export type Retirement = Schemas["Retirement"];
export type Retraction = Schemas["Retraction"];
export type Rollback = Schemas["Rollback"];
export type Rotation = Schemas["Rotation"];
export type RowQuery = Schemas["RowQuery"];
export type SchemaContract = Schemas["SchemaContract"];
export type Scope = Schemas["Scope"];
export type Sees = Schemas["Sees"];
export type SelfService = Schemas["SelfService"];
export type SigningKey = Schemas["SigningKey"];
export type Snippet = Schemas["Snippet"];
export type StepDone = Schemas["StepDone"];
export type Subscription = Schemas["Subscription"];
export type SubscriptionChange = Schemas["SubscriptionChange"];
export type SubscriptionPage = Schemas["SubscriptionPage"];
export type SubscriptionStatus = Schemas["SubscriptionStatus"];
export type Terms = Schemas["Terms"];
export type TermsDetail = Schemas["TermsDetail"];
export type TermsPage = Schemas["TermsPage"];
export type Tier = Schemas["Tier"];
export type UploadPart = Schemas["UploadPart"];
export type UploadStatus = Schemas["UploadStatus"];
export type UsageDifference = Schemas["UsageDifference"];
export type UsageEvent = Schemas["UsageEvent"];
export type UsageEventPage = Schemas["UsageEventPage"];
export type UsageExplanation = Schemas["UsageExplanation"];
export type UsageFigures = Schemas["UsageFigures"];
export type UsageLedger = Schemas["UsageLedger"];
export type UsageReport = Schemas["UsageReport"];
export type UsageRow = Schemas["UsageRow"];
export type UsageTotals = Schemas["UsageTotals"];
export type UsageTotalsRow = Schemas["UsageTotalsRow"];
export type Version = Schemas["Version"];
export type VersionChanges = Schemas["VersionChanges"];
export type VersionDetail = Schemas["VersionDetail"];
export type VersionPage = Schemas["VersionPage"];
export type VersionRejection = Schemas["VersionRejection"];
export type VersionRelease = Schemas["VersionRelease"];
export type VersionReport = Schemas["VersionReport"];
export type WantedRetraction = Schemas["WantedRetraction"];
export type Weights = Schemas["Weights"];
export type When = Schemas["When"];

/** The stable code of every problem that the API answers with. */
export const problemCodes = [
  "already_exists",
  "already_subscribed",
  "beyond_own_rights",
  "conflict",
  "dataset_deprecated",
  "dataset_retired",
  "digest_mismatch",
  "export_expired",
  "export_not_ready",
  "export_room_full",
  "faulty_sql",
  "faulty_upload",
  "feature_not_licensed",
  "forbidden",
  "idempotency_in_progress",
  "idempotency_key_reused",
  "insufficient_scope",
  "internal",
  "invalid_cursor",
  "invalid_json",
  "invalid_request",
  "key_not_rotatable",
  "last_operator_key",
  "ledger_not_readable",
  "ledger_not_signed",
  "mode_not_possible",
  "no_overlap",
  "no_row_identity",
  "no_version_published",
  "not_acceptable",
  "not_found",
  "not_self_service",
  "partner_suspended",
  "payload_too_large",
  "policy_unfit",
  "precondition_failed",
  "publish_in_progress",
  "query_too_broad",
  "quota_exceeded",
  "range_not_satisfiable",
  "rate_limited",
  "schema_contract",
  "spending_limit_reached",
  "sql_too_broad",
  "storage_full",
  "subscription_required",
  "terms_not_accepted",
  "too_many",
  "too_many_rows",
  "transition_not_allowed",
  "unauthenticated",
  "unavailable",
  "unsupported_media_type",
  "upload_incomplete",
  "usage_conflict",
  "version_removed",
  "version_retracted",
  "versions_incomparable",
  "would_lock_out",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A problem as RFC 9457 has it; `code` tells which. */
export type Problem = Schemas[`Problem_${ProblemCode}`];

/** One thing wrong in an uploaded file. */
export type Fault = NonNullable<Problem["faults"]>[number];
