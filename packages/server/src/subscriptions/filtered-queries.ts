import { nameParts, refuseGone } from "../datasets/parts-queries.ts";
import { lockDataset } from "../datasets/queries.ts";
import type { Services } from "../services.ts";
import { eq, inArray } from "../store/drizzle.ts";
import type { Db, Store } from "../store/store.ts";

type StoredRow = Db["t"]["filteredParts"]["$inferSelect"];
export type FilteredRow = StoredRow & { sha256: string };

const idsPerQuery = 500;

export async function selectFiltered(db: Db, ids: readonly string[]): Promise<Map<string, FilteredRow>> {
  const { filteredParts } = db.t;
  const found = new Map<string, FilteredRow>();
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const rows = await db
      .select()
      .from(filteredParts)
      .where(inArray(filteredParts.id, ids.slice(at, at + idsPerQuery)));
    for (const row of rows) if (isThere(row)) found.set(row.id, row);
  }
  return found;
}

const isThere = (row: StoredRow): row is FilteredRow => row.sha256 !== null;

/**
 * The row of this id, made by whoever was first.
 *
 * @throws PartsGone
 */
export function insertFiltered(
  { store, lake }: Pick<Services, "store" | "lake">,
  row: FilteredRow,
): Promise<FilteredRow> {
  return store.transaction(async (tx) => {
    const { filteredParts } = tx.t;
    // What is cleared away at a start is cleared away with this held: it is over, and seen below, or finds the row.
    await lockDataset(tx, row.dataset);
    await nameParts(tx, [row], row.createdAt);
    await tx.insert(filteredParts).values(row).onConflictDoNothing();
    const [found] = await tx.select().from(filteredParts).where(eq(filteredParts.id, row.id));
    const kept = found && isThere(found) ? found : row;
    await refuseGone(lake, [kept]);
    return kept;
  });
}

export async function touchFiltered(store: Store, rows: readonly FilteredRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await store.transaction(async (tx) => {
    const { filteredParts } = tx.t;
    for (let at = 0; at < rows.length; at += idsPerQuery) {
      const ids = rows.slice(at, at + idsPerQuery).map(({ id }) => id);
      await tx.update(filteredParts).set({ usedAt: now }).where(inArray(filteredParts.id, ids));
    }
  });
}
