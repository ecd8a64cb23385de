import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { isWithin, toRanges } from "./addresses.ts";
import type { LineageRow } from "./queries.ts";

type Wanted = Pick<
  LineageRow,
  "partnerId" | "mode" | "scopes" | "allowlist" | "capPerMinute" | "capPerDay" | "capPerMonth"
> & {
  expiresAt: Date | null;
};

/**
 * A key never makes or reveals one that can do more, is used from further away, or lives longer, than itself. An operator's
 * key that administers partners gives them rights of their own kind, so there only its end binds.
 */
export function refuseBeyondOwnRights(call: Call, wanted: Wanted): void {
  const { principal } = call;
  if ((principal.partnerId === null) === (wanted.partnerId === null)) refuseWider(call, wanted);
  if ((wanted.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) > principal.endsAtMs) {
    throw beyond(`Your key ends at ${new Date(principal.endsAtMs).toISOString()}: set expires_at no later.`);
  }
}

/** For keys of the same kind: all that a lineage has, or what of it would be changed. */
export function refuseWider({ principal }: Call, wanted: Partial<Wanted>): void {
  const { scopes = [], allowlist, mode } = wanted;
  const lacking = scopes.filter((scope) => !principal.scopes.has(scope));
  if (lacking.length > 0) throw beyond(`Your key does not have ${lacking.join(", ")}.`);
  if (principal.mode === "test" && mode === "live") throw beyond("Your key is a test key: it can make test keys only.");
  const { own } = principal.allowlists;
  if (own && allowlist === null) throw beyond("Your key has an allowlist, so this one needs one within it.");
  const outside =
    own && allowlist ? allowlist.filter((text) => !toRanges([text]).every((range) => isWithin(range, own))) : [];
  if (outside.length > 0) throw beyond(`Your key may not be used from ${outside.join(", ")}.`);
  refuseHigherCap("per_minute", principal.caps.perMinute, wanted.capPerMinute);
  refuseHigherCap("per_day", principal.caps.perDay, wanted.capPerDay);
  refuseHigherCap("per_month", principal.caps.perMonth, wanted.capPerMonth);
}

function refuseHigherCap(name: string, own: number | null, wanted: number | null | undefined): void {
  if (own === null || wanted === undefined || (wanted !== null && wanted <= own)) return;
  throw beyond(`Your key is capped at ${own} ${name}: set caps.${name} no higher.`);
}

const beyond = (detail: string) => new Problem("beyond_own_rights", { detail });
