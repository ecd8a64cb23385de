import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { PartnerRow } from "../partners/queries.ts";

/** To end a subscription, or to have another: the second is more. */
type Wanted = { right: "cancel" | "change"; tier?: string };

/** What a partner's own key does to its subscriptions, its operator has allowed it to. An operator's key needs no leave. */
export function refuseWithoutLeave(call: Call, partner: PartnerRow, { right, tier }: Wanted): void {
  if (call.principal.partnerId === null) return;
  // Nothing that a test key does is billed, so it orders nothing that is.
  if (call.principal.mode === "test")
    throw new Problem("forbidden", { detail: "A test key changes no subscriptions. Use a live key for that." });
  const { id, selfService, selfServiceTiers: tiers } = partner;
  const has = selfService === "change" || selfService === right;
  if (!has) {
    const may = selfService === "cancel" ? "lets you end subscriptions yourself, and no more" : "does this for you";
    throw noLeave(`Your operator ${may}. Ask for: wizdata partners update ${id} --self-service ${right}`);
  }
  if (tier === undefined || !tiers || tiers.includes(tier)) return;
  throw noLeave(
    `Your operator lets you take ${tiers.join(", ")} yourself, not ${tier}. Ask your operator for it.`,
    tiers,
  );
}

const noLeave = (detail: string, tiers?: string[]) =>
  new Problem("not_self_service", { detail, ...(tiers ? { extensions: { tiers } } : {}) });
