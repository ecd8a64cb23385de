import type { LedgerEvent } from "@wizdata/shared";
import type { Db } from "../store/store.ts";
import type { SigningKeyRow } from "./keys-queries.ts";
import type { DayRow } from "./queries.ts";
import type { SigningKey, UsageLedger } from "./schemas.ts";

type UsageEventRow = Db["t"]["usageEvents"]["$inferSelect"];

export const toSigningKey = ({ id, publicKey, createdAt, retiredAt }: SigningKeyRow): SigningKey => ({
  kid: id,
  kty: "OKP",
  crv: "Ed25519",
  x: publicKey,
  created_at: createdAt.toISOString(),
  retired_at: retiredAt?.toISOString() ?? null,
});

export const toLedgerEvent = (row: UsageEventRow): LedgerEvent => ({
  id: row.id,
  partner_id: row.partnerId,
  subscription_id: row.subscriptionId,
  lineage_id: row.lineageId,
  key_id: row.keyId,
  dataset: row.dataset,
  version: row.version,
  operation: row.operation,
  outcome: row.outcome,
  status: row.status,
  rows: row.rows,
  bytes: row.bytes,
  units: row.units,
  amount_millis: row.amountMillis,
  segment: row.segment,
  local_date: row.localDate,
  local_hour: row.localHour,
  request_id: row.requestId,
  asked: row.asked,
  limits: row.limits,
  corrects: row.corrects,
  reason: row.reason,
  at: row.at.toISOString(),
});

export const toSignedDay = ({
  root,
  partners,
  events,
  heads,
  signature,
  keyId,
  signedAt,
}: DayRow): UsageLedger["signed"] => ({
  root,
  partners,
  events,
  heads,
  signature,
  key_id: keyId,
  signed_at: signedAt.toISOString(),
});
