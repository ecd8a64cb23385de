import type { Services } from "../services.ts";
import { lt } from "../store/drizzle.ts";
import { sameCallMs } from "./recent-calls.ts";

/** So much of them goes in one step, so that none holds the writer for long. */
const stepMs = 1_000;

/** Removes the calls that no retry can be of any more, oldest first. */
export async function sweepRecentCalls({ store, clock }: Services): Promise<void> {
  const { recentCalls } = store.db.t;
  const { at } = recentCalls;
  const endMs = clock().getTime() - sameCallMs;
  for (;;) {
    const [oldest] = await store.db
      .select({ at })
      .from(recentCalls)
      .where(lt(at, new Date(endMs)))
      .orderBy(at)
      .limit(1);
    if (!oldest) return;
    const step = new Date(Math.min(oldest.at.getTime() + stepMs, endMs));
    await store.transaction((tx) => tx.delete(recentCalls).where(lt(at, step)));
  }
}
