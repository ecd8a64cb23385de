import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";

/**
 * A key never makes or reveals one that can do more, or lives longer, than itself. An operator's key that administers
 * partners gives them rights of their own kind, so there only its end binds.
 */
export function refuseBeyondOwnRights(
  { principal }: Call,
  wanted: { partnerId: string | null; scopes: readonly string[]; expiresAt: Date | null },
): void {
  const sameKind = (principal.partnerId === null) === (wanted.partnerId === null);
  const beyond = sameKind ? wanted.scopes.filter((scope) => !principal.scopes.has(scope)) : [];
  if (beyond.length > 0)
    throw new Problem("beyond_own_rights", { detail: `Your key does not have ${beyond.join(", ")}.` });
  if ((wanted.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) > principal.endsAtMs) {
    throw new Problem("beyond_own_rights", {
      detail: `Your key ends at ${new Date(principal.endsAtMs).toISOString()}: set expires_at no later.`,
    });
  }
}
