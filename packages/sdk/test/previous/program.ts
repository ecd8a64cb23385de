// Programs as users of 0.1.0 have written them. They compile with today's package, or today's change breaks them: a field is gone, has
// another type or may now be null; a parameter is required, renamed or takes less. Make the change an addition instead. Never edited by
// hand: at a release `node packages/sdk/scripts/previous.ts` writes it anew from the contract that is released. Before 1.0 a break that is meant
// does so too, in a commit that says why.
import { openAsBlob } from "node:fs";
import { type Row, WizData } from "@wizdata/sdk";

declare function some<T>(): T;
const wizdata = new WizData({ apiKey: "none", timeoutMs: 1_000, deadlineMs: 5_000, maxRetries: 1, headers: { "x-app": "app" } });

type GivenNewCheck = { quick?: boolean };
type ReadCheck = { id: string; status: string; quick: boolean; findings_count: number; invariants: ReadCheckedInvariant[]; started_at: string; ended_at: string | null };
type ReadCheckedInvariant = { name: string; promise: string; status: string; findings_count: number; findings: { subject: string; problem: string }[]; repair: string | null; duration_ms: number };
type GivenNewDataset = { title: string; description: string; category: string; countries?: string[]; series?: string[]; cadence: GivenCadence; definition: GivenDefinition; source: GivenDatasetSource; price_per_call?: number; price_per_1000_rows?: number; slug: string; price: { amount: number; currency?: string } };
type GivenCadence = "tick" | "minute" | "hourly" | "daily" | "weekly" | "monthly" | "quarterly" | "annual" | "irregular";
type GivenDefinition = { columns: GivenColumn[]; key?: string[]; time?: string | null; partition?: "year" | "month" | "day" | "none"; repeated_key?: "refuse" | "keep_first" | "keep_last"; source_time_zone?: string; relations?: GivenRelation[]; enforce?: "types" | "checks" };
type GivenColumn = { name: string; type: string; unit?: string; description?: string; nullable?: boolean; minimum?: number; maximum?: number; values?: string[]; pattern?: string };
type GivenRelation = { left: string; operator: "<" | "<=" | "=" | ">=" | ">"; right: string };
type GivenDatasetSource = { name: string; url?: string; licence: string; attribution: string };
type ReadDataset = { slug: string; title: string; description: string; category: string; countries: string[]; series: string[]; cadence: ReadCadence; state: ReadDatasetState; deprecation: ReadDatasetDeprecation | null; current_version: number | null; source: ReadDatasetSource; price: ReadMoney & unknown; price_per_call: ReadMoney & unknown; price_per_1000_rows: ReadMoney & unknown; created_at: string; updated_at: string };
type ReadCadence = string;
type ReadDatasetState = string;
type ReadDatasetDeprecation = { deprecated_at: string; sunset_at: string | null; retired_at: string | null; successor: string | null; note: string | null };
type ReadDatasetSource = { name: string; url?: string; licence: string; attribution: string };
type ReadMoney = { amount: number; currency: string };
type GivenDatasetState = "draft" | "published" | "deprecated" | "retired";
type GivenDatasetChanges = { title?: string; description?: string; category?: string; countries?: string[]; series?: string[]; cadence?: GivenCadence; definition?: GivenDefinition; source?: GivenDatasetSource; price_per_call?: number; price_per_1000_rows?: number; price?: { amount: number; currency?: string } };
type ReadDatasetSchema = { dataset: string; version: number | null; definition: ReadDefinition; next_definition: ReadDefinition | null };
type ReadDefinition = { columns: ReadColumn[]; key?: string[]; time?: string | null; partition?: string; repeated_key?: string; source_time_zone?: string; relations?: ReadRelation[]; enforce?: string };
type ReadColumn = { name: string; type: string; unit?: string; description?: string; nullable?: boolean; minimum?: number; maximum?: number; values?: string[]; pattern?: string };
type ReadRelation = { left: string; operator: string; right: string };
type ReadLicenseList = { data: ReadLicense[] };
type ReadLicense = { tier: ReadTier; per_minute: number; per_day: number; per_month: number; features: ReadFeature[]; price_multiplier: number; monthly_price: ReadMoney & unknown; annual_price: ReadMoney & unknown };
type ReadTier = string;
type ReadFeature = string;
type GivenTier = "free" | "basic" | "premium" | "enterprise";
type GivenLicenseTerms = { per_minute: number; per_day: number; per_month: number; features: GivenFeature[]; price_multiplier: number };
type GivenFeature = "query" | "export" | "realtime" | "webhooks" | "custom_queries" | "white_label" | "redistribution";
type GivenNewDeprecation = { sunset_at?: string; successor?: string; note?: string };
type GivenRetirement = { successor?: string; note?: string; early?: boolean };
type ReadPublication = ReadVersionDetail & { unchanged: boolean };
type ReadVersionDetail = ReadVersion & { parts: number; report: ReadVersionReport };
type ReadVersion = { dataset: string; number: number; rows: number; bytes: number; source_bytes: number; source_sha256: string; time_min: string | null; time_max: string | null; note: string | null; created_at: string };
type ReadVersionReport = { source_rows: number; rows: number; repeated_rows: number; repeated_keys: Record<string, unknown>[]; cells: number; non_null_cells: number; failed_checks: number; invalid_cells: number | null; expected_pairs: number | null; present_pairs: number | null };
type GivenVersionChanges = { note: string | null };
type ReadQuality = { dataset: string; version: number; cadence: ReadCadence; measured_at: string; overall: { score: number | null; working: string }; measures: ReadQualityMeasure[] };
type ReadQualityMeasure = { name: string; score: number | null; numerator: number | null; denominator: number | null; working: string };
type ReadDatasetSnippets = { dataset: string; version: number; endpoints: ReadDatasetEndpoint[]; snippets: ReadSnippet[] };
type ReadDatasetEndpoint = { summary: string; method: string; url: string };
type ReadSnippet = { language: string; task: string; code: string };
type GivenNewSubscription = { partner_id?: string; tier: GivenTier; billing?: GivenBilling };
type GivenBilling = "monthly" | "annual" | "payg";
type ReadSubscription = { id: string; partner_id: string; dataset: string; tier: ReadTier; billing: ReadBilling; status: ReadSubscriptionStatus; price: ReadMoney & unknown; price_per_call: ReadMoney; price_per_1000_rows: ReadMoney; anchor_date: string; current_period: ReadPeriod | null; pending_change: ReadPendingChange | null; cancels_at: string | null; created_at: string; canceled_at: string | null };
type ReadBilling = string;
type ReadSubscriptionStatus = string;
type ReadPeriod = { start: string; end: string };
type ReadPendingChange = { tier: ReadTier; billing: ReadBilling; price: ReadMoney & unknown; price_per_call: ReadMoney; price_per_1000_rows: ReadMoney; at: string };
type GivenNewExport = { dataset: string; format: GivenExportFormat; compression?: GivenFileCompression & unknown; rows_per_file?: number; bytes_per_file?: number; formula_safe?: boolean; filters?: Record<string, string | number | boolean | (string | number | boolean)[]>; from?: string | number; to?: string | number; columns?: string[]; order?: "time" | "-time" | "key" | "-key"; version?: number };
type GivenExportFormat = "csv" | "ndjson" | "parquet";
type GivenFileCompression = "none" | "gzip" | "zstd";
type ReadExport = { id: string; partner_id: string; dataset: string; version: number; format: ReadExportFormat; compression: ReadFileCompression; rows_per_file: number | null; bytes_per_file: number | null; formula_safe: boolean; query: ReadExportedQuery; status: ReadExportStatus; progress: { rows_done: number; rows_total: number }; rows: number | null; bytes: number | null; units: number; error: string | null; created_at: string; started_at: string | null; ready_at: string | null; ended_at: string | null; expires_at: string | null; receipt: string | null };
type ReadExportFormat = string;
type ReadFileCompression = string;
type ReadExportedQuery = { filters?: Record<string, string | string[]>; from?: string; to?: string; columns?: string[]; order: string };
type ReadExportStatus = string;
type GivenExportStatus = "queued" | "running" | "ready" | "failed" | "canceled" | "expired";
type ReadManifest = { export_id: string; dataset: string; version: number; format: ReadExportFormat; compression: ReadFileCompression; rows_per_file: number | null; bytes_per_file: number | null; formula_safe: boolean; query: ReadExportedQuery; created_at: string; rows: number; bytes: number; files: { name: string; bytes: number; rows: number; sha256: string }[] };
type GivenNewLinks = { expires_in_seconds?: number };
type ReadLinks = { export_id: string; expires_at: string; files: { name: string; bytes: number; sha256: string; url: string }[] };
type GivenNewKey = { name: string; mode?: "live" | "test"; scopes?: GivenScope[]; expires_at?: string; allowlist?: string[]; caps?: { per_minute?: number; per_day?: number; per_month?: number } };
type GivenScope = "datasets:read" | "datasets:write" | "terms:accept" | "data:read" | "exports:read" | "exports:write" | "usage:read" | "partners:read" | "partners:write" | "keys:read" | "keys:write" | "subscriptions:read" | "subscriptions:write" | "operators:read" | "operators:write" | "checks:read" | "checks:write";
type ReadNewKeySecret = ReadKey & { secret: string };
type ReadKey = { id: string; lineage_id: string; partner_id: string | null; name: string; mode: string; status: ReadKeyStatus; scopes: ReadScope[]; allowlist: string[] | null; caps: ReadCaps; hint: string; created_at: string; expires_at: string | null; retires_at: string | null; revoked_at: string | null; replaced_by: string | null; last_used: ReadLastUse | null; predecessor: { id: string; retires_at: string; last_used: ReadLastUse | null } | null };
type ReadKeyStatus = string;
type ReadScope = string;
type ReadCaps = { per_minute: number | null; per_day: number | null; per_month: number | null };
type ReadLastUse = { at: string; from: string };
type GivenKeyStatus = "active" | "retiring" | "retired" | "expired" | "revoked";
type GivenKeyChanges = { name?: string; scopes?: GivenScope[]; allowlist?: string[] | null; caps?: { per_minute?: number | null; per_day?: number | null; per_month?: number | null }; force?: boolean };
type GivenRotation = { overlap_seconds?: number };
type ReadKeyFailures = { per_minute_max: number; data: { source: string; failed: number; is_throttled: boolean }[] };
type ReadMe = { kind: string; key: ReadKey; partner: ReadPartner | null };
type ReadPartner = { id: string; company: string; email: string; industry: string | null; country: string | null; plan: string; status: ReadPartnerStatus; billing_currency: string; time_zone: string; time_zone_next: { time_zone: string; at: string } | null; monthly_spending_limit: ReadMoney | null; allowlist: string[] | null; self_service: ReadSelfService; created_at: string; updated_at: string };
type ReadPartnerStatus = string;
type ReadSelfService = { subscriptions: string; tiers: ReadTier[] | null };
type GivenNewOperatorKey = { name: string; scopes?: GivenScope[]; expires_at?: string; allowlist?: string[] };
type GivenNewPartner = { company: string; email: string; industry?: string; country?: string; plan?: "free" | "starter" | "professional" | "enterprise" | "research"; billing_currency?: string; time_zone?: string; monthly_spending_limit?: number; allowlist?: string[]; self_service?: GivenNewSelfService };
type GivenNewSelfService = { subscriptions: "none" | "cancel" | "change"; tiers?: GivenTier[] | null };
type GivenPartnerStatus = "pending" | "active" | "suspended";
type GivenPartnerChanges = { company?: string; email?: string; industry?: string | null; country?: string | null; plan?: "free" | "starter" | "professional" | "enterprise" | "research"; time_zone?: string; monthly_spending_limit?: number | null; allowlist?: string[] | null; self_service?: GivenNewSelfService };
type ReadOnboarding = { partner_id: string; completed_at: string | null; steps: ({ step: ReadOnboardingStep; done_at: string | null; source: string; by: string | null; note: string | null })[] };
type ReadOnboardingStep = string;
type GivenOnboardingStep = "company" | "contact_verified" | "agreement" | "first_key" | "first_subscription" | "first_call";
type GivenStepDone = { note: string; done_at?: string };
type GivenSubscriptionStatus = "trialing" | "active" | "past_due" | "canceled" | "expired";
type GivenSubscriptionChange = { tier?: GivenTier; billing?: GivenBilling; when?: GivenWhen };
type GivenWhen = "now" | "period_end";
type GivenCancellation = { when?: GivenWhen & unknown };
type GivenNewTerms = { text?: string; url?: string; sha256?: string; required_from?: string };
type ReadTermsDetail = ReadTerms & ({ text: string | null });
type ReadTerms = { dataset: string; version: number; url: string | null; sha256: string; required_from: string; created_at: string; acceptance: ReadAcceptance | null };
type ReadAcceptance = { id: string; partner_id: string; dataset: string; version: number; sha256: string; accepted_by: string; key_id: string; lineage_id: string; note: string | null; request_id: string; accepted_at: string };
type GivenNewAcceptance = { partner_id?: string; note?: string };
type GivenNewUpload = { dataset: string; name?: string; format?: GivenFileFormat & unknown; compression?: GivenFileCompression & unknown; bytes?: number; sha256?: string };
type GivenFileFormat = "csv" | "ndjson" | "parquet";
type ReadFileUpload = { id: string; dataset: string; name: string | null; format: ReadFileFormat | null; compression: ReadFileCompression | null; bytes: number | null; sha256: string | null; status: ReadUploadStatus; parts_received: number; bytes_received: number; part_bytes_max: number; parts_max: number; version: number | null; created_at: string; expires_at: string };
type ReadFileFormat = string;
type ReadUploadStatus = string;
type GivenUploadStatus = "open" | "published";
type ReadFileUploadDetail = ReadFileUpload & { parts: ReadUploadPart[] };
type ReadUploadPart = { number: number; bytes: number; sha256: string; received_at: string };
type ReadUsageReport = { partner_id: string; by: string; from: string; to: string; time_zone: string; data: ReadUsageRow[]; totals: { calls: number; rows: number; bytes: number; units: number; refused_calls: number; amounts: ({ amount: ReadMoney & unknown; amount_millis: number })[] } };
type ReadUsageRow = { day?: string; month?: string; dataset?: string; key_id?: string; lineage_id?: string; key_name?: string; operation?: string; status?: string; calls: number; rows: number; bytes: number; units: number; amount: ReadMoney & unknown; amount_millis: number };
type ReadLimits = { partner_id: string; data: ReadLimit[]; spending: { limit: ReadMoney; used: ReadMoney; held: ReadMoney; resets_at: string } | null };
type ReadLimit = { name: string; dataset: string | null; lineage_id: string | null; limit: number; used: number; held: number; remaining: number; window_seconds: number; resets_at: string };
type ReadUsageEvent = { id: string; partner_id: string; subscription_id: string; lineage_id: string; key_id: string; dataset: string; version: number; operation: string; status: number; rows: number; bytes: number; units: number; amount: ReadMoney & unknown; amount_millis: number; local_date: string; request_id: string; at: string };

export async function checksCreate(): Promise<void> {
  console.log((await wizdata.checks.create(some<GivenNewCheck>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadCheck);
  console.log((await wizdata.checks.create({ quick: false })) satisfies ReadCheck);
}

export async function checksList(): Promise<void> {
  for await (const item of wizdata.checks.list(some<{ limit?: number; after?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadCheck = item; console.log(one); }
  for await (const item of wizdata.checks.list({ limit: 50, after: "…" })) { const one: ReadCheck = item; console.log(one); }
}

export async function checksRetrieve(): Promise<void> {
  console.log((await wizdata.checks.retrieve(some<string>(), some<{ wait_seconds?: number }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadCheck);
  console.log((await wizdata.checks.retrieve("chk_01jcz3q8v4k2m6n8p0r2t4w6x8", { wait_seconds: 0 })) satisfies ReadCheck);
}

export async function datasetsCreate(): Promise<void> {
  console.log((await wizdata.datasets.create(some<GivenNewDataset>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.create({ title: "Nairobi Securities Exchange, daily prices", description: "…", category: "market", countries: ["KEN"], series: ["SCOM", "KCB"], cadence: "tick", definition: { columns: [{ name: "day_price", type: "number", unit: "KES", description: "…", nullable: true, minimum: 1, maximum: 1, values: ["…"], pattern: "…" }], key: ["code", "date"], time: "date", partition: "none", repeated_key: "refuse", source_time_zone: "Africa/Nairobi", relations: [], enforce: "types" }, source: { name: "Gapminder, World Bank", url: "…", licence: "CC BY 4.0", attribution: "…" }, price_per_call: 50, price_per_1000_rows: 200, slug: "nse-kenya", price: { amount: 250000, currency: "ZAR" } })) satisfies ReadDataset);
}

export async function datasetsList(): Promise<void> {
  for await (const item of wizdata.datasets.list(some<{ limit?: number; after?: string; q?: string; category?: string; country?: string; series?: string; state?: GivenDatasetState }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadDataset = item; console.log(one); }
  for await (const item of wizdata.datasets.list({ limit: 50, after: "…", q: "nairobi price", category: "market", country: "KEN", series: "SCOM", state: "draft" })) { const one: ReadDataset = item; console.log(one); }
}

export async function datasetsRetrieve(): Promise<void> {
  console.log((await wizdata.datasets.retrieve(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.retrieve("nse-kenya")) satisfies ReadDataset);
}

export async function datasetsUpdate(): Promise<void> {
  console.log((await wizdata.datasets.update(some<string>(), some<GivenDatasetChanges>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.update("nse-kenya", { title: "Nairobi Securities Exchange, daily prices", description: "…", category: "market", countries: ["KEN"], series: ["SCOM", "KCB"], cadence: "tick", definition: { columns: [{ name: "day_price", type: "number", unit: "KES", description: "…", nullable: true, minimum: 1, maximum: 1, values: ["…"], pattern: "…" }], key: ["code", "date"], time: "date", partition: "none", repeated_key: "refuse", source_time_zone: "Africa/Nairobi", relations: [], enforce: "types" }, source: { name: "Gapminder, World Bank", url: "…", licence: "CC BY 4.0", attribution: "…" }, price_per_call: 50, price_per_1000_rows: 200, price: { amount: 1, currency: "ZAR" } })) satisfies ReadDataset);
}

export async function datasetsSchema(): Promise<void> {
  console.log((await wizdata.datasets.schema(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDatasetSchema);
  console.log((await wizdata.datasets.schema("nse-kenya")) satisfies ReadDatasetSchema);
}

export async function datasetsLicenses(): Promise<void> {
  console.log((await wizdata.datasets.licenses(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadLicenseList);
  console.log((await wizdata.datasets.licenses("nse-kenya")) satisfies ReadLicenseList);
}

export async function datasetsSetLicense(): Promise<void> {
  console.log((await wizdata.datasets.setLicense(some<string>(), some<GivenTier & unknown>(), some<GivenLicenseTerms>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadLicense);
  console.log((await wizdata.datasets.setLicense("nse-kenya", "free", { per_minute: 60, per_day: 10000, per_month: 100000, features: ["query"], price_multiplier: 0.5 })) satisfies ReadLicense);
}

export async function datasetsDeprecate(): Promise<void> {
  console.log((await wizdata.datasets.deprecate(some<string>(), some<GivenNewDeprecation>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.deprecate("nse-kenya", { sunset_at: "2027-01-01T00:00:00Z", successor: "nse-kenya-2", note: "The exchange changes its codes in 2027." })) satisfies ReadDataset);
}

export async function datasetsRetire(): Promise<void> {
  console.log((await wizdata.datasets.retire(some<string>(), some<GivenRetirement>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.retire("nse-kenya", { successor: "nse-kenya-2", note: "The exchange changes its codes in 2027.", early: false })) satisfies ReadDataset);
}

export async function datasetsRestore(): Promise<void> {
  console.log((await wizdata.datasets.restore(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDataset);
  console.log((await wizdata.datasets.restore("nse-kenya")) satisfies ReadDataset);
}

export async function datasetsPublish(): Promise<void> {
  console.log((await wizdata.datasets.publish(some<string>(), await openAsBlob("prices.csv"), some<{ mode?: "replace"; note?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPublication);
  console.log((await wizdata.datasets.publish("nse-kenya", await openAsBlob("prices.csv"), { mode: "replace", note: "Adds the fourth quarter of 2025" })) satisfies ReadPublication);
}

export async function datasetsVersions(): Promise<void> {
  for await (const item of wizdata.datasets.versions(some<string>(), some<{ limit?: number; after?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadVersion = item; console.log(one); }
  for await (const item of wizdata.datasets.versions("nse-kenya", { limit: 50, after: "…" })) { const one: ReadVersion = item; console.log(one); }
}

export async function datasetsVersion(): Promise<void> {
  console.log((await wizdata.datasets.version(some<string>(), some<number>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadVersionDetail);
  console.log((await wizdata.datasets.version("nse-kenya", 3)) satisfies ReadVersionDetail);
}

export async function datasetsUpdateVersion(): Promise<void> {
  console.log((await wizdata.datasets.updateVersion(some<string>(), some<number>(), some<GivenVersionChanges>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadVersionDetail);
  console.log((await wizdata.datasets.updateVersion("nse-kenya", 3, { note: "Adds the fourth quarter of 2025" })) satisfies ReadVersionDetail);
}

export async function datasetsQuality(): Promise<void> {
  console.log((await wizdata.datasets.quality(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadQuality);
  console.log((await wizdata.datasets.quality("nse-kenya")) satisfies ReadQuality);
}

export async function datasetsVersionQuality(): Promise<void> {
  console.log((await wizdata.datasets.versionQuality(some<string>(), some<number>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadQuality);
  console.log((await wizdata.datasets.versionQuality("nse-kenya", 3)) satisfies ReadQuality);
}

export async function datasetsSnippets(): Promise<void> {
  console.log((await wizdata.datasets.snippets(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadDatasetSnippets);
  console.log((await wizdata.datasets.snippets("nse-kenya")) satisfies ReadDatasetSnippets);
}

export async function datasetsSubscribe(): Promise<void> {
  console.log((await wizdata.datasets.subscribe(some<string>(), some<GivenNewSubscription>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadSubscription);
  console.log((await wizdata.datasets.subscribe("nse-kenya", { partner_id: "par_01jcz3q8v4k2m6n8p0r2t4w6x8", tier: "free", billing: "monthly" })) satisfies ReadSubscription);
}

export async function exportsCreate(): Promise<void> {
  console.log((await wizdata.exports.create(some<GivenNewExport>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadExport);
  console.log((await wizdata.exports.create({ dataset: "nse-kenya", format: "csv", compression: "none", rows_per_file: 1000000, bytes_per_file: 100000000, formula_safe: true, filters: { code: ["SCOM", "KCB"], "day_price.gte": 10 }, from: "2020-01-01", to: "2021-01-01", columns: ["date", "code", "day_price"], order: "time", version: 1 })) satisfies ReadExport);
}

export async function exportsList(): Promise<void> {
  for await (const item of wizdata.exports.list(some<{ limit?: number; after?: string; status?: GivenExportStatus; dataset?: string; partner_id?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadExport = item; console.log(one); }
  for await (const item of wizdata.exports.list({ limit: 50, after: "…", status: "queued", dataset: "…", partner_id: "…" })) { const one: ReadExport = item; console.log(one); }
}

export async function exportsRetrieve(): Promise<void> {
  console.log((await wizdata.exports.retrieve(some<string>(), some<{ wait_seconds?: number }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadExport);
  console.log((await wizdata.exports.retrieve("exp_01jcz3q8v4k2m6n8p0r2t4w6x8", { wait_seconds: 0 })) satisfies ReadExport);
}

export async function exportsCancel(): Promise<void> {
  console.log((await wizdata.exports.cancel(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadExport);
  console.log((await wizdata.exports.cancel("exp_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadExport);
}

export async function exportsManifest(): Promise<void> {
  console.log((await wizdata.exports.manifest(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadManifest);
  console.log((await wizdata.exports.manifest("exp_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadManifest);
}

export async function exportsFile(): Promise<void> {
  console.log((await wizdata.exports.file(some<string>(), some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies Uint8Array);
  console.log((await wizdata.exports.file("exp_01jcz3q8v4k2m6n8p0r2t4w6x8", "nse-kenya-v7.csv")) satisfies Uint8Array);
}

export async function exportsLinks(): Promise<void> {
  console.log((await wizdata.exports.links(some<string>(), some<GivenNewLinks>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadLinks);
  console.log((await wizdata.exports.links("exp_01jcz3q8v4k2m6n8p0r2t4w6x8", { expires_in_seconds: 900 })) satisfies ReadLinks);
}

export async function keysCreate(): Promise<void> {
  console.log((await wizdata.keys.create(some<string>(), some<GivenNewKey>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadNewKeySecret);
  console.log((await wizdata.keys.create("par_01jcz3q8v4k2m6n8p0r2t4w6x8", { name: "nightly pull", mode: "live", scopes: ["datasets:read"], expires_at: "2027-01-01T00:00:00Z", allowlist: ["196.25.1.0/24"], caps: { per_minute: 1, per_day: 1, per_month: 1 } })) satisfies ReadNewKeySecret);
}

export async function keysList(): Promise<void> {
  for await (const item of wizdata.keys.list(some<string>(), some<{ limit?: number; after?: string; status?: GivenKeyStatus }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadKey = item; console.log(one); }
  for await (const item of wizdata.keys.list("par_01jcz3q8v4k2m6n8p0r2t4w6x8", { limit: 50, after: "…", status: "active" })) { const one: ReadKey = item; console.log(one); }
}

export async function keysRetrieve(): Promise<void> {
  console.log((await wizdata.keys.retrieve(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadKey);
  console.log((await wizdata.keys.retrieve("key_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadKey);
}

export async function keysUpdate(): Promise<void> {
  console.log((await wizdata.keys.update(some<string>(), some<GivenKeyChanges>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadKey);
  console.log((await wizdata.keys.update("key_01jcz3q8v4k2m6n8p0r2t4w6x8", { name: "nightly pull", scopes: ["datasets:read"], allowlist: ["196.25.1.0/24"], caps: { per_minute: 1, per_day: 1, per_month: 1 }, force: false })) satisfies ReadKey);
}

export async function keysRotate(): Promise<void> {
  console.log((await wizdata.keys.rotate(some<string>(), some<GivenRotation>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadNewKeySecret);
  console.log((await wizdata.keys.rotate("key_01jcz3q8v4k2m6n8p0r2t4w6x8", { overlap_seconds: 3600 })) satisfies ReadNewKeySecret);
}

export async function keysRetire(): Promise<void> {
  console.log((await wizdata.keys.retire(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadKey);
  console.log((await wizdata.keys.retire("key_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadKey);
}

export async function keysRevoke(): Promise<void> {
  console.log((await wizdata.keys.revoke(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadKey);
  console.log((await wizdata.keys.revoke("key_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadKey);
}

export async function keysFailures(): Promise<void> {
  console.log((await wizdata.keys.failures({ timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadKeyFailures);
  console.log((await wizdata.keys.failures()) satisfies ReadKeyFailures);
}

export async function meRetrieve(): Promise<void> {
  console.log((await wizdata.me.retrieve({ timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadMe);
  console.log((await wizdata.me.retrieve()) satisfies ReadMe);
}

export async function operatorKeysCreate(): Promise<void> {
  console.log((await wizdata.operatorKeys.create(some<GivenNewOperatorKey>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadNewKeySecret);
  console.log((await wizdata.operatorKeys.create({ name: "nightly pull", scopes: ["datasets:read"], expires_at: "2027-01-01T00:00:00Z", allowlist: ["196.25.1.0/24"] })) satisfies ReadNewKeySecret);
}

export async function operatorKeysList(): Promise<void> {
  for await (const item of wizdata.operatorKeys.list(some<{ limit?: number; after?: string; status?: GivenKeyStatus }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadKey = item; console.log(one); }
  for await (const item of wizdata.operatorKeys.list({ limit: 50, after: "…", status: "active" })) { const one: ReadKey = item; console.log(one); }
}

export async function partnersCreate(): Promise<void> {
  console.log((await wizdata.partners.create(some<GivenNewPartner>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPartner);
  console.log((await wizdata.partners.create({ company: "Baobab Capital", email: "data@baobab.example", industry: "asset management", country: "ZAF", plan: "free", billing_currency: "ZAR", time_zone: "Africa/Johannesburg", monthly_spending_limit: 5000000, allowlist: ["196.25.1.0/24"], self_service: { subscriptions: "none", tiers: null } })) satisfies ReadPartner);
}

export async function partnersList(): Promise<void> {
  for await (const item of wizdata.partners.list(some<{ limit?: number; after?: string; status?: GivenPartnerStatus; plan?: "free" | "starter" | "professional" | "enterprise" | "research"; email?: string; onboarded?: boolean }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadPartner = item; console.log(one); }
  for await (const item of wizdata.partners.list({ limit: 50, after: "…", status: "pending", plan: "free", email: "…", onboarded: true })) { const one: ReadPartner = item; console.log(one); }
}

export async function partnersRetrieve(): Promise<void> {
  console.log((await wizdata.partners.retrieve(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPartner);
  console.log((await wizdata.partners.retrieve("par_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadPartner);
}

export async function partnersUpdate(): Promise<void> {
  console.log((await wizdata.partners.update(some<string>(), some<GivenPartnerChanges>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPartner);
  console.log((await wizdata.partners.update("par_01jcz3q8v4k2m6n8p0r2t4w6x8", { company: "Baobab Capital", email: "data@baobab.example", industry: "asset management", country: "ZAF", plan: "free", time_zone: "Africa/Johannesburg", monthly_spending_limit: 5000000, allowlist: ["196.25.1.0/24"], self_service: { subscriptions: "none", tiers: null } })) satisfies ReadPartner);
}

export async function partnersSuspend(): Promise<void> {
  console.log((await wizdata.partners.suspend(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPartner);
  console.log((await wizdata.partners.suspend("par_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadPartner);
}

export async function partnersReactivate(): Promise<void> {
  console.log((await wizdata.partners.reactivate(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadPartner);
  console.log((await wizdata.partners.reactivate("par_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadPartner);
}

export async function partnersOnboarding(): Promise<void> {
  console.log((await wizdata.partners.onboarding(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadOnboarding);
  console.log((await wizdata.partners.onboarding("par_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadOnboarding);
}

export async function partnersCompleteStep(): Promise<void> {
  console.log((await wizdata.partners.completeStep(some<string>(), some<GivenOnboardingStep & unknown>(), some<GivenStepDone>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadOnboarding);
  console.log((await wizdata.partners.completeStep("par_01jcz3q8v4k2m6n8p0r2t4w6x8", "company", { note: "Signed by both, contract 2026-114", done_at: "2027-01-01T00:00:00Z" })) satisfies ReadOnboarding);
}

export async function partnersReopenStep(): Promise<void> {
  console.log((await wizdata.partners.reopenStep(some<string>(), some<GivenOnboardingStep & unknown>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadOnboarding);
  console.log((await wizdata.partners.reopenStep("par_01jcz3q8v4k2m6n8p0r2t4w6x8", "company")) satisfies ReadOnboarding);
}

export async function subscriptionsList(): Promise<void> {
  for await (const item of wizdata.subscriptions.list(some<{ limit?: number; after?: string; partner_id?: string; dataset?: string; status?: GivenSubscriptionStatus }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadSubscription = item; console.log(one); }
  for await (const item of wizdata.subscriptions.list({ limit: 50, after: "…", partner_id: "…", dataset: "…", status: "trialing" })) { const one: ReadSubscription = item; console.log(one); }
}

export async function subscriptionsRetrieve(): Promise<void> {
  console.log((await wizdata.subscriptions.retrieve(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadSubscription);
  console.log((await wizdata.subscriptions.retrieve("sub_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadSubscription);
}

export async function subscriptionsChange(): Promise<void> {
  console.log((await wizdata.subscriptions.change(some<string>(), some<GivenSubscriptionChange>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadSubscription);
  console.log((await wizdata.subscriptions.change("sub_01jcz3q8v4k2m6n8p0r2t4w6x8", { tier: "free", billing: "monthly", when: "now" })) satisfies ReadSubscription);
}

export async function subscriptionsCancel(): Promise<void> {
  console.log((await wizdata.subscriptions.cancel(some<string>(), some<GivenCancellation>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadSubscription);
  console.log((await wizdata.subscriptions.cancel("sub_01jcz3q8v4k2m6n8p0r2t4w6x8", { when: "now" })) satisfies ReadSubscription);
}

export async function subscriptionsResume(): Promise<void> {
  console.log((await wizdata.subscriptions.resume(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadSubscription);
  console.log((await wizdata.subscriptions.resume("sub_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadSubscription);
}

export async function termsSet(): Promise<void> {
  console.log((await wizdata.terms.set(some<string>(), some<GivenNewTerms>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadTermsDetail);
  console.log((await wizdata.terms.set("nse-kenya", { text: "1. You may …", url: "https://vendor.example/terms-2.pdf", sha256: "…", required_from: "2027-01-01T00:00:00Z" })) satisfies ReadTermsDetail);
}

export async function termsList(): Promise<void> {
  for await (const item of wizdata.terms.list(some<string>(), some<{ limit?: number; after?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadTerms = item; console.log(one); }
  for await (const item of wizdata.terms.list("nse-kenya", { limit: 50, after: "…" })) { const one: ReadTerms = item; console.log(one); }
}

export async function termsRetrieve(): Promise<void> {
  console.log((await wizdata.terms.retrieve(some<string>(), some<number>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadTermsDetail);
  console.log((await wizdata.terms.retrieve("nse-kenya", 2)) satisfies ReadTermsDetail);
}

export async function termsAccept(): Promise<void> {
  console.log((await wizdata.terms.accept(some<string>(), some<number>(), some<GivenNewAcceptance>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadAcceptance);
  console.log((await wizdata.terms.accept("nse-kenya", 2, { partner_id: "…", note: "Signed on paper on 3 March 2026, file 118" })) satisfies ReadAcceptance);
}

export async function termsAcceptances(): Promise<void> {
  for await (const item of wizdata.terms.acceptances(some<string>(), some<{ limit?: number; after?: string; partner_id?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadAcceptance = item; console.log(one); }
  for await (const item of wizdata.terms.acceptances("nse-kenya", { limit: 50, after: "…", partner_id: "…" })) { const one: ReadAcceptance = item; console.log(one); }
}

export async function uploadsCreate(): Promise<void> {
  console.log((await wizdata.uploads.create(some<GivenNewUpload>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadFileUpload);
  console.log((await wizdata.uploads.create({ dataset: "nse-kenya", name: "nse-kenya-daily.csv.gz", format: "csv", compression: "none", bytes: 2700000, sha256: "0000000000000000000000000000000000000000000000000000000000000000" })) satisfies ReadFileUpload);
}

export async function uploadsList(): Promise<void> {
  for await (const item of wizdata.uploads.list(some<{ limit?: number; after?: string; dataset?: string; status?: GivenUploadStatus }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) { const one: ReadFileUpload = item; console.log(one); }
  for await (const item of wizdata.uploads.list({ limit: 50, after: "…", dataset: "…", status: "open" })) { const one: ReadFileUpload = item; console.log(one); }
}

export async function uploadsRetrieve(): Promise<void> {
  console.log((await wizdata.uploads.retrieve(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadFileUploadDetail);
  console.log((await wizdata.uploads.retrieve("upl_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadFileUploadDetail);
}

export async function uploadsAbort(): Promise<void> {
  console.log((await wizdata.uploads.abort(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadFileUpload);
  console.log((await wizdata.uploads.abort("upl_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadFileUpload);
}

export async function uploadsSendPart(): Promise<void> {
  console.log((await wizdata.uploads.sendPart(some<string>(), some<number>(), await openAsBlob("prices.csv"), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadUploadPart);
  console.log((await wizdata.uploads.sendPart("upl_01jcz3q8v4k2m6n8p0r2t4w6x8", 1, await openAsBlob("prices.csv"))) satisfies ReadUploadPart);
}

export async function usageReport(): Promise<void> {
  console.log((await wizdata.usage.report(some<{ by?: "day" | "month" | "dataset" | "key" | "operation" | "status"; from?: string; to?: string; dataset?: string; key_id?: string; operation?: string; partner_id?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadUsageReport);
  console.log((await wizdata.usage.report({ by: "day", from: "2026-03-01", to: "2026-03-01", dataset: "…", key_id: "…", operation: "query", partner_id: "par_01jcz3q8v4k2m6n8p0r2t4w6x8" })) satisfies ReadUsageReport);
}

export async function usageLimits(): Promise<void> {
  console.log((await wizdata.usage.limits(some<{ partner_id?: string }>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadLimits);
  console.log((await wizdata.usage.limits({ partner_id: "par_01jcz3q8v4k2m6n8p0r2t4w6x8" })) satisfies ReadLimits);
}

export async function usageEvent(): Promise<void> {
  console.log((await wizdata.usage.event(some<string>(), { timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) })) satisfies ReadUsageEvent);
  console.log((await wizdata.usage.event("use_01jcz3q8v4k2m6n8p0r2t4w6x8")) satisfies ReadUsageEvent);
}

export async function dataUse(): Promise<void> {
  const page = await wizdata.data.query("nse-kenya", { code: ["SCOM"], "day_price.gte": 30, from: "2024-01-01", columns: ["date"], order: "-time", limit: 20 });
  const rows: Row[] = page.data;
  const facts: { version: number; receipt: string | null; next_cursor: string | null } = page;
  const limits: { name: string; quota: number; windowSeconds: number; remaining: number; resetsInSeconds: number }[] = page.limits;
  for await (const row of wizdata.data.rows("nse-kenya", { code: "SCOM" }, { rowsMax: 10, pageRowsMax: 5 })) console.log(row.day_price, rows, facts, limits);
}
