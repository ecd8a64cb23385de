import type { AccessLine } from "../access-log.ts";
import type { Call } from "../http/call.ts";
import { limitHeaders, minuteStates } from "../meter/limits.ts";
import { askedCharsMax, type Member } from "../meter/meter.ts";
import { type Operation, unitsOf } from "../meter/operations.ts";
import type { NamedPart } from "../meter/shared-parts.ts";
import { windowsText } from "../meter/windows.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";
import { limited } from "../subscriptions/limited.ts";

export type Answer = {
  status: 200 | 304;
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  /** Of what was metered: the usage event that stands for it. */
  receipt?: string;
  /** What the access log says of it, where one is written. */
  line?: AccessLine;
};

/** An answer before it is metered. */
export type Draft = Omit<Answer, "receipt" | "line"> & {
  version: number;
  /** What was asked, as it was sent. */
  asked: string;
  /** The same for the same query of the same version. */
  identity: string;
  rows: number;
  /** Of the body's text before it is packed, so that a caller is counted the same whatever packing it accepts. */
  bytes: number;
  /** Parts whose links the body has: what the commit finds of them to be free is not counted. */
  parts?: readonly NamedPart[];
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
    const { version, rows, bytes, parts, isUncounted, asked, identity, ...answer } = await work(access);
    if (isUncounted) return answer;
    const minutes = minuteStates(services, slots);
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
      units: answer.status === 304 ? 0 : unitsOf(operation, access.weights),
      asked: asked.slice(0, askedCharsMax),
      minutes: windowsText(minutes),
      call: logicalCall(call, identity),
      ...(parts && { parts }),
    });
    if (!verdict.admitted) throw verdict.problem;
    const { receipt, windows } = verdict;
    const limits = limitHeaders([...minutes, ...windows], services.clock().getTime());
    const metered: Answer = {
      ...answer,
      receipt,
      headers: { ...answer.headers, "wizdata-receipt": receipt, ...limits },
    };
    if (services.accessLog)
      metered.line = {
        request_id: call.requestId,
        receipt,
        ...(receipt === eventId ? {} : { repeat: true }),
        partner_id: access.partnerId,
        key_id: call.principal.keyId,
        dataset: slug,
        operation,
        status: answer.status,
        ...(verdict.charged ?? { rows, bytes }),
      };
    return metered;
  });
}

/** Which logical call this is an attempt of, where the client says so. */
export const logicalCall = ({ callId }: Call, queryHash: string): Member["call"] =>
  callId === undefined ? null : { id: callId, queryHash };
