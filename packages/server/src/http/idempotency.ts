import type { Services } from "../services.ts";
import { and, eq, lt, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { invalidRequest, Problem } from "./problem.ts";

const leaseMs = 30_000;
const renewMs = 10_000;
/** How long an answer is kept for those who ask again. */
export const keptMs = 72 * 3_600_000;
const keyForm = /^[\x21-\x7e]{1,255}$/;

export type Scope = { partnerId: string; lineageId: string; method: string; route: string; key: string };

/** Thrown to answer with what the first call with this key was answered. */
export class StoredAnswer extends Error {
  readonly status: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super("This call was answered before.");
    this.status = status;
    this.body = body;
  }
}

/** `"k"` (IETF) and `k` (Stripe) are the same key. */
export function parseIdempotencyKey(header: string): string {
  const key = header.replace(/^"(.*)"$/, "$1");
  if (!keyForm.test(key)) {
    throw invalidRequest([
      { path: "header.idempotency-key", message: "1 to 255 printable ASCII characters without spaces" },
    ]);
  }
  return key;
}

/** One call's claim on its Idempotency-Key: begun before the effect, completed in the effect's own transaction. */
export class Reservation {
  readonly #services: Services;
  readonly #scope: Scope;
  readonly #owner: string;
  #state: "idle" | "held" | "completed" = "idle";
  #renewal: NodeJS.Timeout | undefined;

  constructor(services: Services, scope: Scope, owner: string) {
    this.#services = services;
    this.#scope = scope;
    this.#owner = owner;
  }

  /** Claims the key, or answers as before, or says why not. `fingerprint` is the SHA-256 of the body. */
  async begin(fingerprint: string): Promise<void> {
    const { store, clock, secrets } = this.#services;
    const now = clock();
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const found = await store.transaction(async (tx) => {
      const { idempotency } = tx.t;
      await tx
        .delete(idempotency)
        .where(and(this.#row(tx), lt(idempotency.createdAt, new Date(now.getTime() - keptMs))));
      const [claimed] = await tx
        .insert(idempotency)
        .values({ ...this.#scope, fingerprint, owner: this.#owner, leaseUntil, createdAt: now })
        .onConflictDoNothing()
        .returning({ key: idempotency.key });
      if (claimed) return undefined;
      const [row] = await tx.lock(tx.select().from(idempotency).where(this.#row(tx)));
      if (!row || row.fingerprint !== fingerprint || row.status !== null) return row;
      if (row.leaseUntil > now) {
        // Only a clock that was set back leaves a lease longer than leases are, and its owner, if it lives, renews it.
        if (row.leaseUntil > leaseUntil) await tx.update(idempotency).set({ leaseUntil }).where(this.#row(tx));
        return row;
      }
      await tx.update(idempotency).set({ owner: this.#owner, leaseUntil }).where(this.#row(tx));
      return undefined;
    });
    if (!found) return this.#hold();
    if (found.fingerprint !== fingerprint)
      throw new Problem("idempotency_key_reused", { detail: "Use a new Idempotency-Key for another request." });
    if (found.status === null) {
      const retryAfterSeconds = Math.max(1, Math.ceil((found.leaseUntil.getTime() - now.getTime()) / 1000));
      throw new Problem("idempotency_in_progress", {
        detail: "The first call with this key has not ended.",
        retryAfterSeconds: Math.min(retryAfterSeconds, 2),
      });
    }
    const body = found.sealedAnswer === null ? undefined : secrets.open("answers", found.sealedAnswer);
    if (body === undefined)
      throw new Problem("conflict", { detail: "This call was made before, and its answer can no longer be read." });
    throw new StoredAnswer(found.status, body);
  }

  /** Stores the answer with the effect. Throws when the lease was lost, so that the effect is not made twice. */
  async complete(tx: Db, status: number, answer: unknown): Promise<void> {
    if (this.#state !== "held") return;
    const { idempotency } = tx.t;
    const sealedAnswer = this.#services.secrets.seal("answers", JSON.stringify(answer));
    const [row] = await tx
      .update(idempotency)
      .set({ status, sealedAnswer })
      .where(and(this.#row(tx), eq(idempotency.owner, this.#owner)))
      .returning({ key: idempotency.key });
    if (!row) throw new Problem("idempotency_in_progress", { detail: "Another call with this key took over." });
    this.#state = "completed";
  }

  /** Ends the claim. A call that had no effect gives its key free. */
  async release(failed: boolean): Promise<void> {
    clearInterval(this.#renewal);
    if (this.#state === "idle" || (this.#state === "completed" && !failed)) return;
    this.#state = "idle";
    await this.#services.store.transaction(async (tx) => {
      const { idempotency } = tx.t;
      await tx
        .delete(idempotency)
        .where(and(this.#row(tx), eq(idempotency.owner, this.#owner), sql`${idempotency.status} is null`));
    });
  }

  #hold(): void {
    this.#state = "held";
    this.#renewal = setInterval(() => void this.#renew(), renewMs).unref();
  }

  async #renew(): Promise<void> {
    const { store, clock, log } = this.#services;
    try {
      await store.transaction(async (tx) => {
        const leaseUntil = new Date(clock().getTime() + leaseMs);
        await tx
          .update(tx.t.idempotency)
          .set({ leaseUntil })
          .where(and(this.#row(tx), eq(tx.t.idempotency.owner, this.#owner)));
      });
    } catch (error) {
      log.warn({ error }, "an idempotency lease was not renewed");
    }
  }

  #row({ t: { idempotency } }: Db) {
    const { partnerId, lineageId, method, route, key } = this.#scope;
    return and(
      eq(idempotency.partnerId, partnerId),
      eq(idempotency.lineageId, lineageId),
      eq(idempotency.method, method),
      eq(idempotency.route, route),
      eq(idempotency.key, key),
    );
  }
}
