import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { giveBack, limitHeaders, type MinuteSlots, minuteStates, takeMinutes } from "../meter/limits.ts";
import { type Operation, operations } from "../meter/meter.ts";
import type { Services } from "../services.ts";
import { type Access, accessTo } from "../subscriptions/access.ts";

export type Answer = { status: 200 | 304; body: string; headers: Record<string, string> };

/** An answer before it is metered. */
export type Draft = Answer & {
  version: number;
  rows: number /** A HEAD: it took its minute slot, and is not counted. */;
  isUncounted?: true;
};

/** Lets an answer out only when its usage is stored: rights and minute windows first, then the work, then the commit that decides. */
export async function metered(
  services: Services,
  call: Call,
  slug: string,
  operation: Operation,
  work: (access: Access) => Promise<Draft>,
): Promise<Answer> {
  const { principal } = call;
  let slots: MinuteSlots | undefined;
  try {
    const access = await accessTo(services, call, slug, operation);
    slots = takeMinutes(services, access, principal.lineageId);
    const { version, rows, isUncounted, ...answer } = await work(access);
    if (isUncounted) return answer;
    const eventId = services.newId("use");
    const verdict = await services.meter.commit({
      eventId,
      operation,
      version,
      rows,
      requestId: call.requestId,
      partnerId: access.partnerId,
      lineageId: principal.lineageId,
      keyId: principal.keyId,
      subscriptionId: access.subscriptionId,
      dataset: slug,
      status: answer.status,
      bytes: Buffer.byteLength(answer.body),
      units: answer.status === 304 ? 0 : operations[operation].units,
    });
    if (!verdict.admitted) throw verdict.problem;
    return {
      ...answer,
      headers: {
        ...answer.headers,
        "wizdata-receipt": eventId,
        ...limitHeaders([...minuteStates(services, slots), ...verdict.windows], services.clock().getTime()),
      },
    };
  } catch (error) {
    const refused = error instanceof Problem && [401, 403, 429].includes(error.status) ? error.code : undefined;
    if (refused !== undefined) {
      // A refused call consumes nothing.
      if (slots) giveBack(services, slots);
      if (principal.partnerId !== null) {
        services.refusals.note({
          partnerId: principal.partnerId,
          lineageId: principal.lineageId,
          keyId: principal.keyId,
          dataset: slug,
          code: refused,
        });
      }
    }
    throw error;
  }
}
