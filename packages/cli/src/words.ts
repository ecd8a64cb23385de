/** The words of the API that flags choose from. The types of the client check that they are the same. */
export const plans = ["free", "starter", "professional", "enterprise", "research"] as const;
export const tiers = ["free", "basic", "premium", "enterprise"] as const;
export const billings = ["monthly", "annual", "payg"] as const;
/** What a flag says to take something away. */
export const nothing = "none";
/** When something happens to a subscription: as a flag says it, and as the API does. */
export const moments = ["now", "period-end"] as const;
export const momentWords = { now: "now", "period-end": "period_end" } as const;
export const selfServices = ["none", "cancel", "change"] as const;
/** Steps of an onboarding that somebody has to state. */
export const statedSteps = ["contact_verified", "agreement"] as const;
export const partnerStatuses = ["pending", "active", "suspended"] as const;
export const keyStatuses = ["active", "retiring", "retired", "expired", "revoked"] as const;
export const subscriptionStatuses = ["trialing", "active", "past_due", "canceled", "expired"] as const;
export const exportStatuses = ["queued", "running", "ready", "failed", "canceled", "expired"] as const;
export const exportFormats = ["csv", "ndjson", "parquet"] as const;
export const compressions = ["none", "gzip", "zstd"] as const;
export const scopes = [
  "datasets:read",
  "datasets:write",
  "terms:accept",
  "data:read",
  "exports:read",
  "exports:write",
  "usage:read",
  "usage:write",
  "partners:read",
  "partners:write",
  "keys:read",
  "keys:write",
  "subscriptions:read",
  "subscriptions:write",
  "operators:read",
  "operators:write",
  "checks:read",
  "checks:write",
] as const;
export const schemaContracts = ["frozen", "additive", "evolving"] as const;

export const datasetStates = ["draft", "published", "deprecated", "retired"] as const;
export const totalGroupings = ["partner", "month", "dataset", "operation", "status"] as const;
export const groupings = ["day", "month", "dataset", "key", "operation", "status"] as const;
