import type { Principal } from "../keys/principals.ts";
import type { Reservation } from "./idempotency.ts";
import { Problem } from "./problem.ts";

/** Who calls, and under which names the call is remembered. Every service function that acts for somebody takes it. */
export type Call = {
  requestId: string;
  principal: Principal;
  /** The address the request came from, in canonical form. */
  address: string;
  /** What a client calls one logical call, the same for its retries; of metered calls only. */
  callId?: string | undefined;
  /** The status of the answer if all goes well. */
  successStatus: number;
  /** What the answer carries besides, known where the dataset it is about is looked up. */
  answerHeaders?: Record<string, string> | undefined;
  /** Present on a POST that carries an Idempotency-Key. */
  reservation?: Reservation;
};

/** A partner of the caller's own, or any for an operator; else as if there were none. */
export function mayReach(call: Call, partnerId: string | null): boolean {
  return call.principal.partnerId === null || call.principal.partnerId === partnerId;
}

/** What was found, if there is such a thing and the caller may see it: the two cases look alike from outside. */
export function visible<Row extends { partnerId: string | null }>(call: Call, row: Row | undefined): Row {
  if (!row || !mayReach(call, row.partnerId)) throw new Problem("not_found");
  return row;
}

/** The partner a partner's key acts for. */
export function ownPartner(call: Call): string {
  if (call.principal.partnerId === null)
    throw new Problem("forbidden", { detail: "This is for a partner's key: an operator has no data of its own." });
  return call.principal.partnerId;
}
