import { type Call, mayReach } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { findPartner, type PartnerRow } from "../partners/queries.ts";
import type { Services } from "../services.ts";

/** The partner whose usage is asked for: a partner's own, or the one an operator names. */
export async function reportedPartner(
  { store }: Services,
  call: Call,
  partnerId: string | undefined,
): Promise<PartnerRow> {
  const id = partnerId ?? call.principal.partnerId;
  if (id === null) {
    throw new Problem("invalid_request", {
      detail: "An operator says whose usage is meant: give partner_id.",
      errors: [{ path: "partner_id", message: "is required from an operator" }],
      next: ["wizdata partners list"],
    });
  }
  const partner = mayReach(call, id) ? await findPartner(store.db, id) : undefined;
  if (!partner) throw new Problem("not_found");
  return partner;
}
