import { and, asc, type Column, eq, gt, or, type SQL, sql } from "../store/drizzle.ts";
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
  const { datasets } = db.t;
  const found = matches(db, words);
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

/** The datasets that have all words, each with the sum of their best places. */
function matches(db: Db, words: string[]): SQL {
  const { datasetWords: table } = db.t;
  // The longest word is in the fewest datasets; only within those are the others looked for.
  const [first = "", ...others] = words.toSorted((a, b) => b.length - a.length);
  const begins = (word: SQL | Column, begin: string) => sql`${word} >= ${begin} and ${word} < ${begin + last}`;
  const within = others.map(
    (begin) => sql` + (select min(other.rank) from ${table} as other
      where other.dataset = ${table.dataset} and ${begins(sql`other.word`, begin)})`,
  );
  // A word that is not there makes the sum null.
  return sql`(select dataset, score from (
    select ${table.dataset} as dataset, min(${table.rank})${sql.join(within)} as score from ${table}
    where ${begins(table.word, first)} group by ${table.dataset}) as matches where score is not null) as found`;
}
