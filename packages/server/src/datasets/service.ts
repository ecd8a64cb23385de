import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { describedBy, isSameShape } from "./definition-words.ts";
import { insertLicenses } from "./licenses-queries.ts";
import { type DatasetRow, insertDataset, lockDataset, selectDatasets, updateDataset } from "./queries.ts";
import type { Dataset, DatasetChanges, DatasetQuery, DatasetSchema, NewDataset } from "./schemas.ts";
import { searchDatasets } from "./search.ts";
import { indexDataset } from "./search-index.ts";
import { defaultLicenses, tierNames } from "./tiers.ts";
import { findVersion } from "./versions-queries.ts";
import { visibleDataset } from "./visible.ts";
import { toDataset } from "./wire.ts";

export function createDataset(services: Services, call: Call, input: NewDataset): Promise<Dataset> {
  const {
    price,
    price_per_call: pricePerCall,
    price_per_1000_rows: pricePer1000Rows,
    versions_kept: versionsKept,
    versions_kept_days: versionsKeptDays,
    ...rest
  } = input;
  const now = services.clock();
  const dataset: DatasetRow = {
    ...rest,
    price: price.amount,
    currency: price.currency,
    pricePerCall,
    pricePer1000Rows,
    versionsKept,
    versionsKeptDays,
    weights: null,
    state: "draft",
    currentVersion: null,
    deprecatedAt: null,
    sunsetAt: null,
    retiredAt: null,
    successor: null,
    stateNote: null,
    wordsEdition: 0,
    createdAt: now,
    updatedAt: now,
  };
  return change(services, call, async (tx) => {
    const row = await insertDataset(tx, dataset);
    if (!row) throw slugTaken(input.slug);
    await insertLicenses(
      tx,
      tierNames.map((tier) => ({ dataset: row.slug, tier, ...defaultLicenses[tier], policy: null })),
    );
    await indexDataset(tx, row);
    return {
      result: toDataset(row),
      action: "dataset.created",
      target: row.slug,
      partnerId: null,
      after: remembered(row),
    };
  });
}

export function changeDataset(services: Services, call: Call, slug: string, input: DatasetChanges): Promise<Dataset> {
  const {
    price,
    price_per_call: pricePerCall,
    price_per_1000_rows: pricePer1000Rows,
    versions_kept: versionsKept,
    versions_kept_days: versionsKeptDays,
    ...rest
  } = input;
  return change(services, call, async (tx) => {
    const before = await lockDataset(tx, slug);
    if (!before) throw new Problem("not_found");
    const changes = {
      ...rest,
      price: price?.amount,
      currency: price?.currency,
      pricePerCall,
      pricePer1000Rows,
      versionsKept,
      versionsKeptDays,
    };
    const row = await updateDataset(tx, slug, { ...changes, updatedAt: services.clock() });
    if (!row) throw new Problem("not_found");
    await indexDataset(tx, row);
    return {
      result: toDataset(row),
      action: "dataset.updated",
      target: slug,
      partnerId: null,
      before: remembered(before),
      after: remembered(row),
    };
  });
}

export async function retrieveDataset({ store }: Services, call: Call, slug: string): Promise<Dataset> {
  return toDataset(await visibleDataset(store.db, call, slug));
}

export function listDatasets(
  { store, secrets }: Services,
  call: Call,
  { limit, after, q, ...narrowed }: DatasetQuery,
): Promise<Page<Dataset>> {
  const filters = { ...narrowed, partnerId: call.principal.partnerId };
  if (q) {
    return pageById(
      secrets,
      { call, list: "datasets found", filters: { q, ...narrowed } },
      { limit, after },
      (after, limit) => searchDatasets(store.db, q, filters, after === undefined ? undefined : toAfter(after), limit),
      ({ score, slug }) => `${score} ${slug}`,
      toDataset,
    );
  }
  return pageById(
    secrets,
    { call, list: "datasets", filters: narrowed },
    { limit, after },
    (after, limit) => selectDatasets(store.db, filters, after, limit),
    ({ slug }) => slug,
    toDataset,
  );
}

function toAfter(position: string) {
  const [score, slug = ""] = position.split(" ");
  return { score: Number(score), slug };
}

export async function retrieveSchema({ store }: Services, call: Call, slug: string): Promise<DatasetSchema> {
  const dataset = await visibleDataset(store.db, call, slug);
  const { currentVersion, definition: next } = dataset;
  const current = currentVersion === null ? undefined : await findVersion(store.db, slug, currentVersion);
  if (!current) return { dataset: slug, version: null, definition: next, next_definition: null };
  const differs = call.principal.partnerId === null && !isSameShape(current.definition, next);
  return {
    dataset: slug,
    version: current.number,
    definition: describedBy(current.definition, next),
    next_definition: differs ? next : null,
  };
}

/** With the definition, which the answer leaves to a path of its own. */
const remembered = (row: DatasetRow) => ({ ...toDataset(row), definition: row.definition });

function slugTaken(slug: string): Problem {
  return new Problem("already_exists", {
    detail: `There is a dataset ${slug} already.`,
    errors: [{ path: "slug", message: "belongs to another dataset" }],
    next: [`wizdata datasets show ${slug}`],
  });
}
