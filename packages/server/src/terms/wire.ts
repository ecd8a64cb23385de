import type { AcceptanceRow, TermsRow } from "./queries.ts";
import type { Acceptance, Terms } from "./schemas.ts";

export const toAcceptance = (row: AcceptanceRow): Acceptance => ({
  id: row.id,
  partner_id: row.partnerId,
  dataset: row.dataset,
  version: row.version,
  sha256: row.sha256,
  accepted_by: row.acceptedBy as Acceptance["accepted_by"], // written from an enum only
  key_id: row.keyId,
  lineage_id: row.lineageId,
  note: row.note,
  request_id: row.requestId,
  accepted_at: row.acceptedAt.toISOString(),
});

export const toTerms = (row: Omit<TermsRow, "text">, acceptance: AcceptanceRow | undefined): Terms => ({
  dataset: row.dataset,
  version: row.version,
  url: row.url,
  sha256: row.sha256,
  required_from: row.requiredFrom.toISOString(),
  created_at: row.createdAt.toISOString(),
  acceptance: acceptance ? toAcceptance(acceptance) : null,
});
