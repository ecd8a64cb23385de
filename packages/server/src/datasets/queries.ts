import { and, asc, eq, gt, inArray, or, type SQL, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type DatasetQuery, slugForm } from "./schemas.ts";

export type DatasetRow = Db["t"]["datasets"]["$inferSelect"];

/** undefined when the slug is taken. */
export async function insertDataset(tx: Db, dataset: DatasetRow): Promise<DatasetRow | undefined> {
  const { datasets } = tx.t;
  const [row] = await tx.insert(datasets).values(dataset).onConflictDoNothing({ target: datasets.slug }).returning();
  return row;
}

export async function findDataset(db: Db, slug: string): Promise<DatasetRow | undefined> {
  // Also keeps from the database what a path can spell and a text cannot hold, such as %00.
  if (!slugForm.test(slug)) return undefined;
  const [row] = await db.select().from(db.t.datasets).where(eq(db.t.datasets.slug, slug));
  return row;
}

export async function lockDataset(tx: Db, slug: string): Promise<DatasetRow | undefined> {
  if (!slugForm.test(slug)) return undefined;
  const [row] = await tx.lock(tx.select().from(tx.t.datasets).where(eq(tx.t.datasets.slug, slug)));
  return row;
}

export type DatasetUpdate = { [Name in keyof DatasetRow]?: DatasetRow[Name] | undefined };

/** Columns that are undefined stay as they are. */
export async function updateDataset(tx: Db, slug: string, changes: DatasetUpdate): Promise<DatasetRow | undefined> {
  const [row] = await tx.update(tx.t.datasets).set(changes).where(eq(tx.t.datasets.slug, slug)).returning();
  return row;
}

/** Whether a partner has, or ever had, a subscription to a dataset. */
export async function hasSubscribed(db: Db, partnerId: string, slug: string): Promise<boolean> {
  const { subscriptions } = db.t;
  const [row] = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(eq(subscriptions.partnerId, partnerId), eq(subscriptions.dataset, slug)))
    .limit(1);
  return row !== undefined;
}

/** Of a partner: published and deprecated ones, and the retired ones it has had. An operator sees all. */
function isVisible(db: Db, partnerId: string | null): SQL | undefined {
  if (partnerId === null) return undefined;
  const { datasets, subscriptions } = db.t;
  const had = db
    .select({ dataset: subscriptions.dataset })
    .from(subscriptions)
    .where(eq(subscriptions.partnerId, partnerId));
  return or(
    inArray(datasets.state, ["published", "deprecated"]),
    and(eq(datasets.state, "retired"), inArray(datasets.slug, had)),
  );
}

export type Filters = Pick<DatasetQuery, "category" | "country" | "series" | "state"> & { partnerId: string | null };

export function selectDatasets(
  db: Db,
  filters: Filters,
  after: string | undefined,
  limit: number,
): Promise<DatasetRow[]> {
  const { datasets } = db.t;
  return db
    .select()
    .from(datasets)
    .where(and(catalogFilters(db, filters), after === undefined ? undefined : gt(datasets.slug, after)))
    .orderBy(asc(datasets.slug))
    .limit(limit);
}

/** What narrows the catalog, and what the caller may see of it. */
export function catalogFilters(db: Db, { category, country, series, state, partnerId }: Filters): SQL | undefined {
  const { datasets } = db.t;
  return and(
    category === undefined ? undefined : eq(datasets.category, category),
    country === undefined ? undefined : listHas(datasets.countries, country),
    series === undefined ? undefined : listHas(datasets.series, series),
    state === undefined ? undefined : eq(datasets.state, state),
    isVisible(db, partnerId),
  );
}

/**
 * Whether a JSON list of texts has one, in words both databases know: taking it away changes the list's text. The schemas
 * allow no name that JSON would escape.
 */
function listHas(column: DatasetColumn, name: string): SQL {
  const text = sql`cast(${column} as text)`;
  return sql`replace(${text}, ${JSON.stringify(name)}, '') <> ${text}`;
}

type DatasetColumn = Db["t"]["datasets"]["countries"] | Db["t"]["datasets"]["series"];
