import { asc } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { EventFigures } from "./events.ts";
import { type Span, touches } from "./span.ts";

/** The months whose events are in the lake, as far as they matter to some days. */
export type Archives = {
  months: string[];
  /** Whether some events of this day may be there. */
  isArchived: (day: string) => boolean;
  /** An event that is still in the database as well: the lake's is the one that counts. */
  has: (event: EventFigures) => boolean;
};

export async function archivesOf(db: Db, span: Span): Promise<Archives> {
  const { usageArchives } = db.t;
  const { month, idsFrom, idsTo } = usageArchives;
  const all = await db.select({ month, idsFrom, idsTo }).from(usageArchives).orderBy(asc(month));
  const days = [...span.dayIndex.keys()];
  const touched = all.filter((archive) => days.some((day) => touches(day, archive.month)));
  return {
    months: touched.map((archive) => archive.month),
    isArchived: (day) => touched.some((archive) => touches(day, archive.month)),
    has: ({ id }) => all.some((archive) => id >= archive.idsFrom && id < archive.idsTo),
  };
}
