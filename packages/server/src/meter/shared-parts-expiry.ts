import type { Services } from "../services.ts";
import { lte } from "../store/drizzle.ts";

/** So much of them goes in one step, so that none holds the writer for long. */
const stepMs = 1_000;

/** Forgets the parts that are to be paid for again, oldest first. */
export async function sweepSharedParts({ store, clock }: Services): Promise<void> {
  const { sharedParts } = store.db.t;
  const { freeUntil } = sharedParts;
  const endMs = clock().getTime();
  for (;;) {
    const [oldest] = await store.db
      .select({ freeUntil })
      .from(sharedParts)
      .where(lte(freeUntil, new Date(endMs)))
      .orderBy(freeUntil)
      .limit(1);
    if (!oldest) return;
    const step = new Date(Math.min(oldest.freeUntil.getTime() + stepMs, endMs));
    await store.transaction((tx) => tx.delete(sharedParts).where(lte(freeUntil, step)));
  }
}
