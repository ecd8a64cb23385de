import type { Call } from "../http/call.ts";
import { limitHeaders, minuteStates } from "../meter/limits.ts";
import { type Operation, operations } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";
import { limited } from "../subscriptions/limited.ts";

export type Answer = {
  status: 200 | 304;
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
};

/** An answer before it is metered. */
export type Draft = Answer & {
  version: number;
  rows: number;
  /** Of the body's text before it is packed, so that a caller is counted the same whatever packing it accepts. */
  bytes: number;
  /** A HEAD: it took its minute slot, and is not counted. */
  isUncounted?: true;
};

/** Lets an answer out only when its usage is stored: rights and minute windows first, then the work, then the commit that decides. */
export function metered(
  services: Services,
  call: Call,
  slug: string,
  operation: Operation,
  work: (access: Access) => Promise<Draft>,
): Promise<Answer> {
  return limited(services, call, slug, operation, async (access, slots) => {
    const { version, rows, bytes, isUncounted, ...answer } = await work(access);
    if (isUncounted) return answer;
    const eventId = services.newId("use");
    const verdict = await services.meter.commit({
      eventId,
      operation,
      version,
      rows,
      bytes,
      requestId: call.requestId,
      partnerId: access.partnerId,
      lineageId: call.principal.lineageId,
      keyId: call.principal.keyId,
      subscriptionId: access.subscriptionId,
      dataset: slug,
      status: answer.status,
      units: answer.status === 304 ? 0 : operations[operation].units,
    });
    if (!verdict.admitted) throw verdict.problem;
    const limits = limitHeaders([...minuteStates(services, slots), ...verdict.windows], services.clock().getTime());
    return { ...answer, headers: { ...answer.headers, "wizdata-receipt": eventId, ...limits } };
  });
}
