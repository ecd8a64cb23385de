import type { Services } from "../services.ts";
import type { Credential, KeyRow } from "./queries.ts";
import { retiringKeys } from "./queries.ts";
import type { Key } from "./schemas.ts";

type Wiring = Pick<Services, "lastUse" | "clock">;

export function statusOf({ revokedAt, expiresAt, retiresAt }: KeyRow, now: Date): Key["status"] {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt <= now) return "expired";
  if (!retiresAt) return "active";
  return retiresAt <= now ? "retired" : "retiring";
}

export function toKey({ lastUse, clock }: Wiring, { key, lineage }: Credential, predecessor?: KeyRow): Key {
  return {
    id: key.id,
    lineage_id: lineage.id,
    partner_id: key.partnerId,
    name: lineage.name,
    // Modes and scopes are written from enums only.
    mode: lineage.mode as Key["mode"],
    status: statusOf(key, clock()),
    scopes: lineage.scopes as Key["scopes"],
    allowlist: lineage.allowlist,
    caps: { per_minute: lineage.capPerMinute, per_day: lineage.capPerDay, per_month: lineage.capPerMonth },
    hint: `${key.start}…${key.last4}`,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    retires_at: key.retiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    replaced_by: key.replacedBy,
    last_used: lastUsed(lastUse, key),
    predecessor: predecessor?.retiresAt
      ? {
          id: predecessor.id,
          retires_at: predecessor.retiresAt.toISOString(),
          last_used: lastUsed(lastUse, predecessor),
        }
      : null,
  };
}

function lastUsed(lastUse: Services["lastUse"], { id, lastUsedAt, lastUsedFrom }: KeyRow): Key["last_used"] {
  const recent = lastUse.recent(id);
  if (recent) return { at: recent.at.toISOString(), from: recent.from };
  return lastUsedAt && lastUsedFrom !== null ? { at: lastUsedAt.toISOString(), from: lastUsedFrom } : null;
}

/** The wire form with the predecessor in its overlap, where this is the key that replaced it. */
export async function showKey(services: Services, credential: Credential, db = services.store.db): Promise<Key> {
  const retiring = await retiringKeys(db, credential.lineage.id, services.clock());
  return toKey(
    services,
    credential,
    retiring.find((key) => key.replacedBy === credential.key.id),
  );
}
