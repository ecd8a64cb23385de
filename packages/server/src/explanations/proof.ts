import { Problem } from "../http/problem.ts";
import { dayOf, isOver, signedFrom } from "../ledger/calendar.ts";
import { proveEvent } from "../ledger/partner-day.ts";
import { findDay } from "../ledger/queries.ts";
import { toSignedDay } from "../ledger/wire.ts";
import type { Services } from "../services.ts";
import type { EventRow } from "./queries.ts";
import type { ExplainedEvent } from "./schemas.ts";

type Proven = Pick<ExplainedEvent, "proof" | "proof_note">;

/** What proves an event in its signed day; or when there will be a proof, or why there is none. */
export async function proofOf(services: Services, event: EventRow): Promise<Proven> {
  const { store, partnerDays, clock } = services;
  const day = dayOf(event.at);
  const row = await findDay(store.db, day);
  if (!row) return unproven(notYet(day, clock()));
  try {
    const partner = await partnerDays.find(day, event.partnerId);
    const proven = partner && (await proveEvent(services, partner, event.id));
    if (!proven) return unproven(`It is not in the signed day ${day}: the operator has to run a check.`);
    return {
      proof: { day, signed: toSignedDay(row), partner: partner.proof, event: proven.proof },
      proof_note: null,
    };
  } catch (error) {
    if (error instanceof Problem) return unproven(error.fields.detail ?? error.message);
    throw error;
  }
}

const unproven = (proof_note: string): Proven => ({ proof: null, proof_note });

function notYet(day: string, now: Date): string {
  const from = signedFrom(day).toISOString();
  return isOver(day, now) ? `${day} should have been signed at ${from}.` : `${day} is signed from ${from} on.`;
}
