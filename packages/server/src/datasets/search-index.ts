import type { Services } from "../services.ts";
import { eq, lt } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type DatasetRow, lockDataset, updateDataset } from "./queries.ts";
import { wordsEdition, wordsOf } from "./search-words.ts";
import { findVersion } from "./versions-queries.ts";

/** Below the number of values that either database takes in a statement. */
const wordsPerStatement = 5_000;

/**
 * Writes down by which words a dataset is found, in the transaction that changes it. Its columns are those of the current
 * version: what the next one will have is nobody's business yet.
 */
export async function indexDataset(tx: Db, dataset: DatasetRow): Promise<void> {
  const { datasetWords } = tx.t;
  const { slug, currentVersion } = dataset;
  const version = currentVersion === null ? undefined : await findVersion(tx, slug, currentVersion);
  const words = [...wordsOf(dataset, version?.definition ?? dataset.definition)];
  await tx.delete(datasetWords).where(eq(datasetWords.dataset, slug));
  for (let from = 0; from < words.length; from += wordsPerStatement) {
    const rows = words.slice(from, from + wordsPerStatement).map(([word, rank]) => ({ word, dataset: slug, rank }));
    await tx.insert(datasetWords).values(rows);
  }
  await updateDataset(tx, slug, { wordsEdition });
}

/** Makes the words of datasets that are older than search, or than how words are made now. At each start, before serving. */
export async function indexOldDatasets({ store }: Services): Promise<void> {
  const { datasets } = store.db.t;
  const old = await store.db
    .select({ slug: datasets.slug })
    .from(datasets)
    .where(lt(datasets.wordsEdition, wordsEdition));
  for (const { slug } of old) {
    await store.transaction(async (tx) => {
      const dataset = await lockDataset(tx, slug);
      // Another process may have been faster.
      if (dataset && dataset.wordsEdition < wordsEdition) await indexDataset(tx, dataset);
    });
  }
}
