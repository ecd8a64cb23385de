import { and, eq, sql } from "../store/drizzle.ts";
import type { World } from "./world.ts";

/** Puts a partner's day of its plan wrong by so many units, behind the platform's back. */
export async function miscount({ services: { store } }: World, partnerId: string, units: number): Promise<void> {
  await store.transaction(async (tx) => {
    const { counters } = tx.t;
    await tx
      .update(counters)
      .set({ used: sql`${counters.used} + ${units}` })
      .where(and(eq(counters.owner, `plan:${partnerId}`), eq(counters.window, "day")));
  });
}
