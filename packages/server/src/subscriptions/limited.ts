import { type Call, ownPartner } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { giveBack, type MinuteSlots, takeMinutes } from "../meter/limits.ts";
import { type Operation, operations } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import { type Access, accessTo } from "./access.ts";

/**
 * Does limited work for a partner's key: its right to the dataset and a slot in every minute window come first. A call that is
 * refused, by them or by the work, consumes nothing and is counted as refused.
 */
export async function limited<T>(
  services: Services,
  call: Call,
  slug: string,
  operation: Operation,
  work: (access: Access, slots: MinuteSlots) => Promise<T>,
): Promise<T> {
  const { keyId, lineageId } = call.principal;
  let slots: MinuteSlots | undefined;
  try {
    const access = await accessTo(services, call, slug, operations[operation].feature);
    slots = takeMinutes(services, access, lineageId);
    return await work(access, slots);
  } catch (error) {
    if (error instanceof Problem && refusing.has(error.status)) {
      if (slots) giveBack(services, slots);
      services.refusals.note({ partnerId: ownPartner(call), lineageId, keyId, dataset: slug, code: error.code });
    }
    throw error;
  }
}

const refusing: ReadonlySet<number> = new Set([401, 403, 429]);
