import type { KeyMode } from "@wizdata/shared";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { isNull } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { mintKey } from "./mint.ts";
import { type Credential, insertKey, type KeyRow, lockCredential, retiringKeys, updateKey } from "./queries.ts";
import { refuseBeyondOwnRights } from "./rights.ts";
import type { Key, NewKeySecret, Rotation } from "./schemas.ts";
import { reachable } from "./service.ts";
import { showKey, statusOf, toKey } from "./wire.ts";

/** Replaces the secret of a lineage. Until the overlap ends both work, on one set of counters, caps, scopes and addresses. */
export function rotateKey(
  services: Services,
  call: Call,
  id: string,
  { overlap_seconds }: Rotation,
): Promise<NewKeySecret> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const { key: old, lineage } = await lockRotatable(services, tx, call, id);
    // A rotation inside an overlap ends the oldest: a lineage never has more than two working keys.
    for (const retiring of await retiringKeys(tx, lineage.id, now))
      await updateKey(tx, retiring.id, { retiresAt: now });
    const mode = lineage.mode as KeyMode; // written from an enum only
    const { secret, key } = mintKey(services, mode, {
      lineageId: lineage.id,
      partnerId: old.partnerId,
      expiresAt: old.expiresAt,
    });
    await insertKey(tx, key);
    const retiresAt = earlier(new Date(now.getTime() + overlap_seconds * 1000), old.expiresAt);
    await updateKey(tx, old.id, { retiresAt, replacedBy: key.id });
    const before = toKey(services, { key: old, lineage });
    const after = await showKey(services, { key, lineage }, tx);
    return {
      result: { ...after, secret },
      action: "key.rotated",
      target: key.id,
      partnerId: old.partnerId,
      before,
      after,
      rights: true,
    };
  });
}

async function lockRotatable({ clock }: Services, tx: Db, call: Call, id: string): Promise<Credential> {
  const found = reachable(call, await lockCredential(tx, id), "write");
  const status = statusOf(found.key, clock());
  if (status !== "active") {
    const { replacedBy } = found.key;
    throw new Problem("key_not_rotatable", {
      detail: `The key is ${status}.`,
      ...(replacedBy === null ? {} : { next: [`wizdata keys show ${replacedBy}`] }),
    });
  }
  refuseBeyondOwnRights(call, { ...found.lineage, expiresAt: found.key.expiresAt });
  return found;
}

/** Ends the overlap of a rotation at once. Takes the id of the old key or of the one that replaced it. */
export function retireKey(services: Services, call: Call, id: string): Promise<Key> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const found = reachable(call, await lockCredential(tx, id), "write");
    const [retiring] = await retiringKeys(tx, found.lineage.id, now);
    if (!retiring) throw new Problem("no_overlap", { detail: "Only the newest key of this lineage works." });
    await updateKey(tx, retiring.id, { retiresAt: now });
    return ended(services, found, retiring, { retiresAt: now }, "key.retired");
  });
}

/** Ends a key at once and for good. Ending the newest key of a lineage ends its predecessor's overlap too. */
export function revokeKey(services: Services, call: Call, id: string): Promise<Key> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const found = reachable(call, await lockCredential(tx, id), "write");
    const { key, lineage } = found;
    if (key.revokedAt) throw new Problem("conflict", { detail: "The key is revoked already." });
    if (key.partnerId === null) await refuseLastOperator(tx, key, now);
    if (key.replacedBy === null)
      for (const retiring of await retiringKeys(tx, lineage.id, now))
        await updateKey(tx, retiring.id, { retiresAt: now });
    await updateKey(tx, id, { revokedAt: now });
    return ended(services, found, key, { revokedAt: now }, "key.revoked");
  });
}

function ended(services: Services, { lineage }: Credential, key: KeyRow, changes: Partial<KeyRow>, action: string) {
  const after = toKey(services, { key: { ...key, ...changes }, lineage });
  const before = toKey(services, { key, lineage });
  return { result: after, action, target: key.id, partnerId: key.partnerId, before, after, rights: true } as const;
}

/** Without a key that can make operator keys nobody could get back in. */
async function refuseLastOperator(tx: Db, key: KeyRow, now: Date): Promise<void> {
  const { keys, lineages } = tx.t;
  const rows = await tx.lock(tx.select().from(lineages).where(isNull(lineages.partnerId)).orderBy(lineages.id));
  const able = new Set(rows.filter(({ scopes }) => scopes.includes("operators:write")).map(({ id }) => id));
  const operatorKeys = await tx.select().from(keys).where(isNull(keys.partnerId));
  const others = operatorKeys.filter(
    (other) =>
      other.id !== key.id && able.has(other.lineageId) && other.expiresAt === null && statusOf(other, now) === "active",
  );
  if (able.has(key.lineageId) && others.length === 0)
    throw new Problem("last_operator_key", {
      detail: "Create another operator key first.",
      next: ["wizdata api POST /operator-keys -f name=…"],
    });
}

const earlier = (a: Date, b: Date | null) => (b && b < a ? b : a);
