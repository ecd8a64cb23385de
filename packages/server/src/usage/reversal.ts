import { findEvent, findReversalOf } from "../archives/find-event.ts";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { lockChain } from "../meter/chain.ts";
import { findReversal, isReversedTwice, reverseEvents } from "../meter/reversals.ts";
import type { Services } from "../services.ts";
import type { NewReversal } from "./events-schemas.ts";
import { currencyOf } from "./queries.ts";
import type { UsageEvent } from "./schemas.ts";
import { toUsageEvent } from "./service.ts";

/**
 * Takes a usage event back, with a reason: a new entry that is its negative. The event itself stays as it is, and where it is:
 * it is read before anything is locked, since an archive takes its time and no event ever changes.
 */
export async function reverseUsageEvent(
  services: Services,
  call: Call,
  id: string,
  { reason }: NewReversal,
): Promise<UsageEvent> {
  const event = await reversible(services, id);
  const currency = await currencyOf(services.store.db, event.subscriptionId);
  return change(services, call, async (tx) => {
    const end = await lockChain(tx, services.meter.chain, services.clock());
    // One that has been made since then cannot have left the database.
    const made = await findReversal(tx, id);
    if (made) throw takenBack(id, made);
    const taking = { outcome: "corrected" as const, reason, requestId: call.requestId };
    const [reversal] = await reverseEvents(tx, end, [event], taking, services.newId);
    if (!reversal) throw new Error("An event that was taken back has a reversal.");
    // Another process, which has its own chain, writes the same rollup: whoever is second has waited there, and sees both.
    if (await isReversedTwice(tx, id))
      throw new Problem("conflict", { detail: `${id} was taken back at this moment.` });
    const result = toUsageEvent({ ...reversal, at: new Date(reversal.at), currency });
    const before = toUsageEvent({ ...event, currency });
    return { result, action: "usage.reversed", target: id, partnerId: event.partnerId, before, after: result };
  });
}

async function reversible(services: Services, id: string) {
  const reversal = await findReversalOf(services, id, null);
  if (reversal) throw takenBack(id, reversal);
  const event = await findEvent(services, id, null);
  if (!event) throw new Problem("not_found");
  if (event.corrects !== null)
    throw new Problem("conflict", { detail: `${id} takes ${event.corrects} back itself. Report the usage anew.` });
  return event;
}

const takenBack = (id: string, reversal: { id: string; reason: string | null }) =>
  new Problem("conflict", { detail: `${id} has been taken back by ${reversal.id}: ${reversal.reason}` });
