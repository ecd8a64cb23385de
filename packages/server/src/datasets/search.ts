import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import type { Db } from "../store/store.ts";
import { catalogFilters, type DatasetRow, type Filters } from "./queries.ts";

/** Behind every text that begins with a word, in the order of bytes that both databases keep. */
const last = "\u{10FFFF}";

/** How well a dataset matches (less is better), and its slug: all that the order of results depends on. */
export type Found = DatasetRow & { score: number };
type After = Pick<Found, "score" | "slug">;

/** Datasets with a word for each of these to begin: those whose title has most of them first, then by place and slug. */
export async function searchDatasets(
  db: Db,
  words: string[],
  filters: Filters,
  after: After | undefined,
  limit: number,
): Promise<Found[]> {
  const { datasets, datasetWords } = db.t;
  const { word, rank, dataset } = datasetWords;
  // A range of the primary key for each word; the best place of a word is what counts.
  const matches = words.map(
    (begin) => sql`select ${dataset} as dataset, min(${rank}) as best from ${datasetWords}
      where ${word} >= ${begin} and ${word} < ${begin + last} group by ${dataset}`,
  );
  const found = sql`(select dataset, cast(sum(best) as bigint) as score
    from (${sql.join(matches, sql` union all `)}) as matches
    group by dataset having count(*) = cast(${words.length} as bigint)) as found`;
  const score = sql<number>`found.score`.mapWith(Number);
  const rows = await db
    .select({ row: datasets, score })
    .from(datasets)
    .innerJoin(found, eq(datasets.slug, sql`found.dataset`))
    .where(
      and(
        catalogFilters(db, filters),
        after && or(gt(score, after.score), and(eq(score, after.score), gt(datasets.slug, after.slug))),
      ),
    )
    .orderBy(asc(score), asc(datasets.slug))
    .limit(limit);
  return rows.map(({ row, score }) => ({ ...row, score }));
}
