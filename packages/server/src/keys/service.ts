import { change } from "../changes.ts";
import { type Call, mayReach, visible } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { lockPartner } from "../partners/queries.ts";
import { partnerScopes, type Scope, scopeNames, usualPartnerScopes } from "../scopes.ts";
import type { Services } from "../services.ts";
import { mintKey } from "./mint.ts";
import {
  type Credential,
  countLiveKeys,
  findCredential,
  insertKey,
  insertLineage,
  renameLineage,
  selectCredentials,
} from "./queries.ts";
import { refuseBeyondOwnRights } from "./rights.ts";
import type { Key, KeyChanges, KeyQuery, NewKey, NewKeySecret, NewOperatorKey } from "./schemas.ts";
import { showKey, toKey } from "./wire.ts";

const liveKeysMax = 200;

export async function createPartnerKey(
  services: Services,
  call: Call,
  partnerId: string,
  input: NewKey,
): Promise<NewKeySecret> {
  if (!mayReach(call, partnerId)) throw new Problem("not_found");
  const allowed: readonly string[] = partnerScopes;
  const foreign = (input.scopes ?? []).filter((scope) => !allowed.includes(scope));
  if (foreign.length > 0)
    throw invalidRequest([
      { path: "scopes", message: `${foreign.join(", ")} is not for partners: choose from ${partnerScopes.join(", ")}` },
    ]);
  const usual = usualPartnerScopes.filter(
    (scope) => call.principal.partnerId === null || call.principal.scopes.has(scope),
  );
  return createKey(services, call, partnerId, { ...input, scopes: input.scopes ?? usual });
}

export function createOperatorKey(services: Services, call: Call, input: NewOperatorKey): Promise<NewKeySecret> {
  const own = scopeNames.filter((scope) => call.principal.scopes.has(scope));
  return createKey(services, call, null, { ...input, scopes: input.scopes ?? own, mode: "admin" });
}

type KeyPlan = Omit<NewKey, "mode" | "scopes"> & { mode: "live" | "test" | "admin"; scopes: readonly Scope[] };

function createKey(services: Services, call: Call, partnerId: string | null, plan: KeyPlan): Promise<NewKeySecret> {
  const { clock, newId } = services;
  const now = clock();
  const expiresAt = plan.expires_at ?? null;
  if (expiresAt && expiresAt <= now) throw invalidRequest([{ path: "expires_at", message: "lies in the past" }]);
  const scopes = [...new Set(plan.scopes)];
  refuseBeyondOwnRights(call, { partnerId, scopes, expiresAt });
  const { per_minute: capPerMinute = null, per_day: capPerDay = null, per_month: capPerMonth = null } = plan.caps ?? {};
  const lineage = {
    id: newId("lin"),
    partnerId,
    name: plan.name,
    mode: plan.mode,
    scopes,
    allowlist: plan.allowlist ?? null,
    capPerMinute,
    capPerDay,
    capPerMonth,
    createdAt: now,
  };
  const { secret, key } = mintKey(services, plan.mode, { lineageId: lineage.id, partnerId, expiresAt });
  return change(services, call, async (tx) => {
    // Locked before counting: two requests at the limit would both see room for one more key.
    if (partnerId !== null && !(await lockPartner(tx, partnerId))) throw new Problem("not_found");
    if ((await countLiveKeys(tx, partnerId, now)) >= liveKeysMax)
      throw new Problem("too_many", { detail: `There may be ${liveKeysMax} working keys. Revoke one first.` });
    await insertLineage(tx, lineage);
    await insertKey(tx, key);
    const shown = toKey(services, { key, lineage });
    return { result: { ...shown, secret }, action: "key.created", target: key.id, partnerId, after: shown };
  });
}

export async function retrieveKey(services: Services, call: Call, id: string): Promise<Key> {
  return showKey(services, reachable(call, await findCredential(services.store.db, id), "read"));
}

export function listKeys(
  { store, secrets, lastUse, clock }: Services,
  call: Call,
  partnerId: string | null,
  { limit, after, status }: KeyQuery,
): Promise<Page<Key>> {
  if (partnerId !== null && !mayReach(call, partnerId)) throw new Problem("not_found");
  const now = clock();
  return pageById(
    secrets,
    { call, list: "keys", filters: { partnerId, status } },
    { limit, after },
    (after, limit) => selectCredentials(store.db, { partnerId, status, now }, after, limit),
    ({ key }) => key.id,
    (credential) => toKey({ lastUse, clock }, credential),
  );
}

export function renameKey(services: Services, call: Call, id: string, { name }: KeyChanges): Promise<Key> {
  return change(services, call, async (tx) => {
    const found = reachable(call, await findCredential(tx, id), "write");
    await renameLineage(tx, found.lineage.id, name);
    const before = await showKey(services, found, tx);
    const after = { ...before, name };
    return { result: after, action: "key.renamed", target: id, partnerId: found.key.partnerId, before, after };
  });
}

/** A key the caller may see. An operator's keys are for those who may see operators. */
export function reachable(call: Call, found: Credential | undefined, right: "read" | "write"): Credential {
  visible(call, found?.key);
  if (!found) throw new Problem("not_found");
  const scope = `operators:${right}` as const;
  if (found.key.partnerId === null && !call.principal.scopes.has(scope)) {
    throw new Problem("insufficient_scope", {
      detail: `An operator's key needs the scope ${scope}.`,
      extensions: { required_scope: scope },
    });
  }
  return found;
}
