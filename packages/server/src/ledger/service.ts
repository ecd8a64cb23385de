import type { Call } from "../http/call.ts";
import { openCursor, sealCursor } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { reportedPartner } from "../usage/reported-partner.ts";
import { isOver, signedFrom } from "./calendar.ts";
import { type PartnerDay, type ProvenEvent, proveEvent, proveEvents } from "./partner-day.ts";
import { findDay } from "./queries.ts";
import type { LedgerQuery, UsageLedger } from "./schemas.ts";
import { firstDay } from "./sign-days.ts";
import { toSignedDay } from "./wire.ts";

/** A partner's events of a signed day, each with what proves it, and nothing of other partners. */
export async function readLedger(services: Services, call: Call, query: LedgerQuery): Promise<UsageLedger> {
  const { store, partnerDays } = services;
  const { id: partnerId } = await reportedPartner(services, call, query.partner_id);
  const { day, receipt } = query;
  const row = await findDay(store.db, day);
  if (!row) throw await notSigned(services, day);
  const signed = toSignedDay(row);
  const found = await partnerDays.find(day, partnerId);
  if (found) {
    const page =
      receipt === undefined ? await pageOf(services, call, query, found) : await only(services, found, receipt);
    return { day, partner_id: partnerId, signed, partner: found.proof, ...page };
  }
  if (receipt !== undefined) throw new Problem("not_found");
  return { day, partner_id: partnerId, signed, partner: null, data: [], has_more: false, next_cursor: null };
}

type LedgerPage = Pick<UsageLedger, "has_more" | "next_cursor"> & { data: ProvenEvent[] };

async function only(services: Services, partnerDay: PartnerDay, receipt: string): Promise<LedgerPage> {
  const proven = await proveEvent(services, partnerDay, receipt);
  if (!proven) throw new Problem("not_found");
  return { data: [proven], has_more: false, next_cursor: null };
}

async function pageOf(
  services: Services,
  call: Call,
  { limit, after }: LedgerQuery,
  partnerDay: PartnerDay,
): Promise<LedgerPage> {
  const { secrets } = services;
  const { day, partnerId } = partnerDay;
  const binding = { call, list: "ledger", filters: [day, partnerId] };
  const from = after === undefined ? 0 : Number(openCursor(secrets, binding, after));
  const data = await proveEvents(services, partnerDay, from, limit);
  const next = from + data.length;
  const hasMore = next < partnerDay.proof.events;
  return { data, has_more: hasMore, next_cursor: hasMore ? sealCursor(secrets, binding, next) : null };
}

async function notSigned({ store, clock }: Services, day: string): Promise<Problem> {
  const because = (detail: string) => new Problem("ledger_not_signed", { detail });
  const from = signedFrom(day).toISOString();
  if (!isOver(day, clock())) return because(`It is signed from ${from} on.`);
  const first = await firstDay(store.db);
  if (first === undefined) return because("Nothing has been used yet.");
  if (day < first) return because(`The ledger begins with ${first}.`);
  return because(`It should have been signed at ${from}: ask the operator for a check.`);
}
