import { join } from "node:path";
import { openPostgres } from "../../packages/server/src/store/postgres.ts";
import { openSqlite } from "../../packages/server/src/store/sqlite.ts";
import type { Home } from "./home.ts";

/** What a database holds, as the product's own store reads it. */
export type Stored = Awaited<ReturnType<typeof readStored>>;

/** Reads what a proof joins with what its clients know. On SQLite no server may run meanwhile. */
export async function readStored({ folder, databaseUrl }: Home) {
  const store = databaseUrl ? await openPostgres({ url: databaseUrl }) : openSqlite(join(folder, "control.sqlite"));
  try {
    const { t } = store.db;
    const events = await store.db.select().from(t.usageEvents);
    return {
      events: new Map(events.map((event) => [event.id, event])),
      counters: await store.db.select().from(t.counters),
      partners: await store.db.select().from(t.partners),
      keys: await store.db.select().from(t.keys),
      audit: await store.db.select().from(t.audit),
    };
  } finally {
    await store.close();
  }
}
