import { change } from "../changes.ts";
import { type Call, mayReach, visible } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { lockPartner } from "../partners/queries.ts";
import { partnerScopes, type Scope, scopeNames, usualPartnerScopes } from "../scopes.ts";
import type { Services } from "../services.ts";
import { rangeText } from "./addresses.ts";
import { mintKey } from "./mint.ts";
import {
  type Credential,
  countLiveKeys,
  findCredential,
  insertKey,
  insertLineage,
  selectCredentials,
} from "./queries.ts";
import { refuseBeyondOwnRights } from "./rights.ts";
import type { Key, KeyFailures, KeyQuery, NewKey, NewKeySecret, NewOperatorKey } from "./schemas.ts";
import { showKey, toKey } from "./wire.ts";

const liveKeysMax = 200;
const failuresShownMax = 100;

export async function createPartnerKey(
  services: Services,
  call: Call,
  partnerId: string,
  input: NewKey,
): Promise<NewKeySecret> {
  if (!mayReach(call, partnerId)) throw new Problem("not_found");
  refuseForeignScopes(input.scopes ?? []);
  const usual = usualPartnerScopes.filter(
    (scope) => call.principal.partnerId === null || call.principal.scopes.has(scope),
  );
  return createKey(services, call, partnerId, { ...input, scopes: input.scopes ?? usual });
}

export function refuseForeignScopes(scopes: readonly string[]): void {
  const allowed: readonly string[] = partnerScopes;
  const foreign = scopes.filter((scope) => !allowed.includes(scope));
  if (foreign.length > 0)
    throw invalidRequest([
      { path: "scopes", message: `${foreign.join(", ")} is not for partners: choose from ${partnerScopes.join(", ")}` },
    ]);
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
  const lineage = {
    id: newId("lin"),
    partnerId,
    name: plan.name,
    mode: plan.mode,
    scopes: [...new Set(plan.scopes)],
    createdAt: now,
    ...boundsOf(call, partnerId, plan),
  };
  refuseBeyondOwnRights(call, { ...lineage, expiresAt });
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

/** What binds the key that makes another of its kind binds that one too, unless it is to be bound more tightly. */
function boundsOf({ principal }: Call, partnerId: string | null, { allowlist, caps = {} }: KeyPlan) {
  const isSameKind = (principal.partnerId === null) === (partnerId === null);
  const own = isSameKind ? principal : undefined;
  return {
    allowlist: allowlist ?? own?.allowlists.own?.map(rangeText) ?? null,
    capPerMinute: caps.per_minute ?? own?.caps.perMinute ?? null,
    capPerDay: caps.per_day ?? own?.caps.perDay ?? null,
    capPerMonth: caps.per_month ?? own?.caps.perMonth ?? null,
  };
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

/** Who sends wrong keys, as this process sees it. */
export function listFailures({ guesses, config }: Services): KeyFailures {
  const max = config.failedKeysPerMinuteMax;
  const data = guesses.busiest(failuresShownMax).map((source) => ({ ...source, is_throttled: source.failed >= max }));
  return { per_minute_max: max, data };
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
