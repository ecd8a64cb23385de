import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { permits, toRanges } from "./addresses.ts";
import { type LineageRow, lockCredential, updateLineage } from "./queries.ts";
import { refuseWider } from "./rights.ts";
import type { Key, KeyChanges } from "./schemas.ts";
import { reachable, refuseForeignScopes } from "./service.ts";
import { showKey } from "./wire.ts";

/** Changes what a lineage may do, for all its keys and from their next request on. */
export function updateKey(services: Services, call: Call, id: string, input: KeyChanges): Promise<Key> {
  return change(services, call, async (tx) => {
    const { key, lineage } = reachable(call, await lockCredential(tx, id), "write");
    const changes = changesOf(input);
    if (key.partnerId !== null) refuseForeignScopes(changes.scopes ?? []);
    const isSameKind = (call.principal.partnerId === null) === (key.partnerId === null);
    if (isSameKind) refuseWider(call, changes);
    if (lineage.id === call.principal.lineageId && !input.force) refuseLockOut(call, changes.allowlist);
    await updateLineage(tx, lineage.id, changes);
    const before = await showKey(services, { key, lineage }, tx);
    const after = await showKey(services, { key, lineage: { ...lineage, ...changes } }, tx);
    return {
      result: after,
      action: "key.updated",
      target: id,
      partnerId: key.partnerId,
      before,
      after,
      rights: true,
    };
  });
}

/** What is not given stays as it is. */
function changesOf({ name, scopes, allowlist, caps = {} }: KeyChanges): Partial<LineageRow> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(scopes === undefined ? {} : { scopes: [...new Set(scopes)] }),
    ...(allowlist === undefined ? {} : { allowlist }),
    ...(caps.per_minute === undefined ? {} : { capPerMinute: caps.per_minute }),
    ...(caps.per_day === undefined ? {} : { capPerDay: caps.per_day }),
    ...(caps.per_month === undefined ? {} : { capPerMonth: caps.per_month }),
  };
}

/** The next request of whoever does this to itself would be refused, and so would the one that takes it back. */
function refuseLockOut({ address }: Call, allowlist: string[] | null | undefined): void {
  if (!allowlist || permits(toRanges(allowlist), address)) return;
  throw new Problem("would_lock_out", {
    detail: `You call from ${address}, which is not in the list: your own key would be refused. Add it, or give force if that is meant.`,
    errors: [{ path: "allowlist", message: `lets ${address} out` }],
  });
}
