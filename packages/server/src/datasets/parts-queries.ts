import type { Lake, Part } from "../lake/lake.ts";
import { sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

/**
 * The rows of parts that something is about to name. A part that another version or dataset has is shared, and one that was to be
 * deleted is not any more: until the transaction ends no collector gets at it.
 */
export async function nameParts(
  tx: Db,
  parts: readonly Pick<Part, "sha256" | "rows" | "bytes">[],
  createdAt: Date,
): Promise<void> {
  const { parts: table } = tx.t;
  // Once each and in one order: two publishes that share parts would else wait for each other's.
  const bySha256 = [...new Map(parts.map((part) => [part.sha256, part])).values()].sort((a, b) =>
    a.sha256 < b.sha256 ? -1 : 1,
  );
  await tx
    .insert(table)
    .values(bySha256.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes, createdAt, deletingAt: null })))
    .onConflictDoUpdate({
      target: table.sha256,
      // What was found without a row has none of these.
      set: { deletingAt: null, rows: sql`excluded.rows`, bytes: sql`excluded.bytes` },
    });
}

/** Parts went between the moment they were found in the lake and the one they were to be named. They are to be written again. */
export class PartsGone extends Error {
  override readonly name = "PartsGone";
}

/** In the transaction that has named them: what is there now stays. @throws PartsGone */
export async function refuseGone(lake: Pick<Lake, "hasPart">, parts: readonly Pick<Part, "sha256">[]): Promise<void> {
  for (const { sha256 } of parts)
    if (!(await lake.hasPart(sha256))) throw new PartsGone(`part ${sha256} was deleted before it was named`);
}
