import { eq } from "drizzle-orm";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { lockChain } from "../meter/chain.ts";
import { findReversal, findReversible, reverseEvents } from "../meter/reversals.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import type { NewReversal } from "./events-schemas.ts";
import type { UsageEvent } from "./schemas.ts";
import { toUsageEvent } from "./service.ts";

/** Takes a usage event back, with a reason: a new entry that is its negative. The event itself stays as it is. */
export function reverseUsageEvent(
  services: Services,
  call: Call,
  id: string,
  { reason }: NewReversal,
): Promise<UsageEvent> {
  return change(services, call, async (tx) => {
    const end = await lockChain(tx, services.meter.chain, services.clock());
    const [event] = await findReversible(tx, [id]);
    if (!event) throw await irreversible(tx, id);
    const taking = { outcome: "corrected" as const, reason, requestId: call.requestId };
    const [reversal] = await reverseEvents(tx, end, [event], taking, services.newId);
    if (!reversal) throw new Error("An event that was taken back has a reversal.");
    const currency = await currencyOf(tx, event.subscriptionId);
    const result = toUsageEvent({ ...reversal, at: new Date(reversal.at), currency });
    const before = toUsageEvent({ ...event, currency });
    return { result, action: "usage.reversed", target: id, partnerId: event.partnerId, before, after: result };
  });
}

async function currencyOf(tx: Db, subscriptionId: string): Promise<string> {
  const { subscriptions } = tx.t;
  const [row] = await tx
    .select({ currency: subscriptions.currency })
    .from(subscriptions)
    .where(eq(subscriptions.id, subscriptionId));
  return row?.currency ?? "";
}

async function irreversible(tx: Db, id: string): Promise<Problem> {
  const { usageEvents } = tx.t;
  const [event] = await tx.select().from(usageEvents).where(eq(usageEvents.id, id));
  if (!event) return new Problem("not_found");
  if (event.corrects !== null)
    return new Problem("conflict", { detail: `${id} takes ${event.corrects} back itself. Report the usage anew.` });
  const reversal = await findReversal(tx, id);
  return new Problem("conflict", { detail: `${id} has been taken back by ${reversal?.id}: ${reversal?.reason}` });
}
