import type { LedgerEvent } from "@wizdata/shared";
import { toLedgerEvent as ledgerEventOf } from "../meter/block.ts";
import type { Db } from "../store/store.ts";
import type { ChainedEvent } from "./event-pages.ts";
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

export const toLedgerEvent = (row: UsageEventRow): LedgerEvent => ledgerEventOf({ ...row, at: row.at.getTime() });

export const toChainedEvent = (row: UsageEventRow): ChainedEvent => ({
  ...toLedgerEvent(row),
  chain: row.chain,
  block: row.block,
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
