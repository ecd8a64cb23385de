import type { Context, MiddlewareHandler } from "hono";
import type { Principal } from "../keys/principals.ts";
import type { Scope } from "../scopes.ts";
import type { Services } from "../services.ts";
import { readJson } from "./body.ts";
import type { Call } from "./call.ts";
import { clientAddress } from "./client-address.ts";
import { parseIdempotencyKey, Reservation } from "./idempotency.ts";
import { invalidRequest, Problem } from "./problem.ts";
import { answerUnauthenticated, prepareHeaders } from "./respond.ts";

/**
 * Who may call a route. `metered` names the operation whose limits are the meter's; other calls have a limit of their own.
 * `readsOnly` is for a POST that changes nothing: it is made again at no harm, so no answer is kept for its Idempotency-Key.
 */
export type Policy =
  | "public"
  | { who: readonly ("operator" | "partner")[]; scope?: Scope; metered?: string; readsOnly?: true };

export type Env = {
  Variables: {
    services: Services;
    requestId: string;
    /** Of every answer to this request, whoever makes it. */
    standingHeaders: Record<string, string>;
    /** The contract's name for what is asked for; none outside of the contract. */
    operation?: string;
    call: Call;
  };
};

export type KindOfBody = "none" | "json" | "optional json" | "upload" | "upload or json";

type Guarded = { operationId: string; method: string; path: string; success: number; body: KindOfBody };

/** The door of a route: who calls, from where, with which scope, how often, with a body that can be read. Runs before validation. */
export function guard(policy: Policy, operation: Guarded): MiddlewareHandler<Env> {
  if (policy === "public") return (_c, next) => next();
  return async (c, next) => {
    const services = c.get("services");
    c.set("operation", operation.operationId);
    const address = clientAddress(c, services.config.trustedProxies);
    const principal = await authenticate(services, c, address);
    if (!principal) return answerUnauthenticated(c);
    services.lastUse.note(principal.keyId, services.clock(), address);
    authorize(policy, principal);
    refuseOddText(c);
    if (!policy.metered) {
      takeUnmeteredSlot(services, principal);
      prepareHeaders(c);
    }

    const call: Call = { requestId: c.get("requestId"), principal, address, successStatus: operation.success };
    if (policy.metered) call.callId = callIdOf(c.req.header("wizdata-call"));
    c.set("call", call);
    const fingerprint = hasJson(c, operation.body) ? await readJson(c, services.config.jsonBody) : "";
    const key = operation.method === "post" && !policy.readsOnly ? c.req.header("idempotency-key") : undefined;
    if (key === undefined) {
      await next();
      return addHeaders(c, call);
    }
    const reservation = new Reservation(
      services,
      {
        partnerId: principal.partnerId ?? "",
        lineageId: principal.lineageId,
        method: "POST",
        route: operation.path,
        key: parseIdempotencyKey(key),
      },
      call.requestId,
    );
    call.reservation = reservation;
    // An upload is fingerprinted while it is stored, so its handler begins.
    const isUpload = operation.body.startsWith("upload") && !hasJson(c, operation.body);
    if (!isUpload) await reservation.begin(`${c.req.path} ${fingerprint}`);
    try {
      await next();
    } finally {
      await reservation.release(c.error !== undefined);
    }
    addHeaders(c, call);
  };
}

function callIdOf(given: string | undefined): string | undefined {
  if (given === undefined || /^[A-Za-z0-9_-]{8,64}$/.test(given)) return given;
  throw invalidRequest([{ path: "WizData-Call", message: "has 8 to 64 letters, digits, - and _" }]);
}

/** Who need not send a body says that there is one by its type or its length. */
function hasJson(c: Context, kind: KindOfBody): boolean {
  if (kind === "upload or json") return /^application\/json\b/i.test(c.req.header("content-type") ?? "");
  if (kind !== "optional json") return kind === "json";
  const isAnnounced =
    (c.req.header("content-length") ?? "0") !== "0" || c.req.header("transfer-encoding") !== undefined;
  return c.req.header("content-type") !== undefined || isAnnounced;
}

function addHeaders(c: Context, { answerHeaders }: Call): void {
  if (!answerHeaders) return;
  // Appended, since a page has a Link of its own.
  for (const [name, value] of Object.entries(answerHeaders)) c.header(name, value, { append: true });
}

async function authenticate({ principals }: Services, c: Context, address: string): Promise<Principal | undefined> {
  const key = presentedKey(c.req.header("authorization"), c.req.header("x-api-key"));
  return key === undefined ? undefined : principals.find(key, address);
}

/** Exactly one key. Two headers of a name arrive joined by a comma, and then the form of the key is wrong. */
function presentedKey(authorization: string | undefined, apiKey: string | undefined): string | undefined {
  if (authorization === undefined) return apiKey;
  if (apiKey !== undefined) return undefined;
  return /^bearer (\S+)$/i.exec(authorization)?.[1];
}

/** Ids and names in a path are plain; anything else names nothing of ours. Databases disagree about NUL, so it goes no further. */
function refuseOddText(c: Context): void {
  if (Object.values(c.req.param()).some((value) => !/^[\w.-]{1,200}$/.test(value))) throw new Problem("not_found");
  if (c.req.url.includes("%00")) throw new Problem("invalid_request", { detail: "The query has a NUL character." });
}

function authorize({ who, scope }: Exclude<Policy, "public">, principal: Principal): void {
  const kind = principal.partnerId === null ? "operator" : "partner";
  if (!who.includes(kind)) throw new Problem("forbidden", { detail: `This is for ${who.join(" and ")} keys.` });
  if (principal.partnerStatus === "suspended")
    throw new Problem("partner_suspended", { detail: "Ask the operator to reactivate it." });
  if (scope && !principal.scopes.has(scope)) {
    throw new Problem("insufficient_scope", {
      detail: `This needs the scope ${scope}.`,
      extensions: { required_scope: scope },
    });
  }
}

/** Also of what is metered later on, where it is not known yet whose limits it counts in. */
export function takeUnmeteredSlot({ minutes, clock, config }: Services, { lineageId }: Principal): void {
  const limit = config.unmeteredCallsPerMinuteMax;
  const refusal = minutes.take(clock().getTime(), [{ owner: `unmetered:${lineageId}`, limit }]);
  if (!refusal) return;
  const { retryAfterSeconds } = refusal;
  throw new Problem("rate_limited", {
    detail: `Calls that are not metered are limited to ${limit} a minute. Wait ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  });
}
