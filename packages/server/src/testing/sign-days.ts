import type { World } from "./world.ts";

/** Signs the days on which anything was stored. */
export async function signDays({ services }: World, isMeant: (day: string) => boolean = () => true): Promise<void> {
  const { store, clock } = services;
  const blocks = await store.db.select({ at: store.db.t.blocks.at }).from(store.db.t.blocks);
  const days = new Set(blocks.map(({ at }) => at.toISOString().slice(0, 10)));
  const signed = { root: "", partners: 0, events: 0, heads: [], signature: "", keyId: "", signedAt: clock() };
  await store.transaction(async (tx) => {
    for (const day of days)
      if (isMeant(day))
        await tx
          .insert(tx.t.ledgerDays)
          .values({ ...signed, day })
          .onConflictDoNothing();
  });
}
