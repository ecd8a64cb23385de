import { Problem } from "../http/problem.ts";
import { findPartner } from "../partners/queries.ts";
import type { Scope } from "../scopes.ts";
import type { Services } from "../services.ts";
import { permits, rangesOf } from "./addresses.ts";
import { findCredential, lineageLives } from "./queries.ts";

/** The key that made a link, and the scope it needs to open by itself what the link opens. */
export type LinkMaker = { keyId: string; partnerId: string; scope: Scope };

/** Read from the database each time: a revocation holds from the next request on, on every instance. */
export async function isBacked({ store, clock }: Services, maker: LinkMaker, address: string): Promise<boolean> {
  const [credential, partner] = await Promise.all([
    findCredential(store.db, maker.keyId),
    findPartner(store.db, maker.partnerId),
  ]);
  if (!credential || credential.key.revokedAt !== null || partner?.status === "suspended") return false;
  const { lineage } = credential;
  if (!lineage.scopes.includes(maker.scope)) return false;
  // Allowlists say from where a key's rights are used, and a link is one of them.
  if (!permits(rangesOf(lineage.allowlist), address) || !permits(rangesOf(partner?.allowlist), address)) return false;
  return lineageLives(store.db, lineage.id, clock());
}

export function takeLinkSlot({ minutes, clock, config }: Services, keyId: string): void {
  const limit = config.unmeteredCallsPerMinuteMax;
  const refusal = minutes.take(clock().getTime(), [{ owner: `links:${keyId}`, limit }]);
  if (!refusal) return;
  const { retryAfterSeconds } = refusal;
  throw new Problem("rate_limited", {
    detail: `The links of one key are limited to ${limit} downloads a minute. Wait ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  });
}

export const noLink = () => new Problem("not_found", { detail: "Ask whoever sent you this link for a new one." });
export const linkExpired = () =>
  new Problem("link_expired", { detail: "Ask whoever sent you this link for a new one." });
