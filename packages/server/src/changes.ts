import type { Call } from "./http/call.ts";
import type { Services } from "./services.ts";
import { sql } from "./store/drizzle.ts";
import type { Db } from "./store/store.ts";

/** What a mutation did: its answer, and how it is remembered. */
export type Change<T> = {
  result: T;
  /** `partner.created`: noun and past tense; also the type of the outgoing event. */
  action: string;
  target: string;
  partnerId: string | null;
  /** Wire forms, so that no secret and no column leaves the building. */
  before?: object;
  after?: object;
  /** Set where it alters what somebody may do: what processes remember of rights is dropped. */
  rights?: true;
};

/** Who an audit entry names when no request acts: the platform itself. */
export type Actor = Pick<Call, "requestId"> & {
  principal: { keyId: string };
  successStatus?: number;
  reservation?: Call["reservation"];
};

/**
 * Runs a mutation: its effect, one audit entry, one outgoing event and the answer kept for its Idempotency-Key in one commit.
 * Every change of the control plane goes through here.
 */
export async function change<T>(services: Services, actor: Actor, work: (tx: Db) => Promise<Change<T>>): Promise<T> {
  const done = await services.store.transaction(async (tx) => {
    const done = await work(tx);
    await record(services, tx, actor, done);
    return done;
  });
  if (done.rights) services.rights.drop();
  return done.result;
}

/** The record of a change inside a transaction that is already open. */
export async function record<T>(
  { clock, newId }: Pick<Services, "clock" | "newId">,
  tx: Db,
  actor: Actor,
  done: Change<T>,
): Promise<void> {
  const at = clock();
  const { action, target, partnerId, before = null, after = null, rights } = done;
  await tx.insert(tx.t.audit).values({
    id: newId("aud"),
    partnerId,
    actor: actor.principal.keyId,
    action,
    target,
    before,
    after,
    requestId: actor.requestId,
    at,
  });
  await tx
    .insert(tx.t.events)
    .values({ id: newId("evt"), partnerId, type: action, payload: after ?? { id: target }, at });
  if (rights) {
    const { epochs } = tx.t;
    await tx
      .insert(epochs)
      .values({ id: "rights", value: 1 })
      .onConflictDoUpdate({ target: epochs.id, set: { value: sql`${epochs.value} + 1` } });
  }
  await actor.reservation?.complete(tx, actor.successStatus ?? 200, done.result);
}
