import type { Services } from "../services.ts";
import { and, asc, lt, lte } from "../store/drizzle.ts";
import { keptMs } from "./idempotency.ts";

// So few at a time that no other writer waits for long.
const removedMax = 1_000;

/** Removes stored answers whose time is over, a few at a time; a call that still holds its key keeps it. */
export async function sweepAnswers({ store, clock }: Services): Promise<void> {
  const { createdAt, leaseUntil } = store.db.t.idempotency;
  const now = clock();
  const isOver = and(lt(createdAt, new Date(now.getTime() - keptMs)), lt(leaseUntil, now));
  for (;;) {
    const [last] = await store.db
      .select({ createdAt })
      .from(store.db.t.idempotency)
      .where(isOver)
      .orderBy(asc(createdAt))
      .offset(removedMax - 1)
      .limit(1);
    await store.transaction(async (tx) => {
      await tx.delete(tx.t.idempotency).where(and(isOver, last && lte(createdAt, last.createdAt)));
    });
    if (!last) return;
  }
}
